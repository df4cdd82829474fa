using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Zvar.Archive;

/// <summary>
/// A column of doubles, to the last bit: which of them were measured, and these as decimal numbers, or as single
/// precision where that is what they are, or whole.
/// </summary>
internal static class NumberColumn
{
    private const byte Nothing = 0;
    private const byte Everything = 1;
    private const byte Some = 2;

    private const byte SharedExponent = 0;
    private const byte OwnExponents = 1;
    private const byte SinglePrecision = 2;
    private const byte Bytes = 3;

    internal static void Write(BlobWriter blob, ReadOnlySpan<double> values)
    {
        int measured = CountMeasured(values);
        blob.WriteByte(measured == 0 ? Nothing : measured == values.Length ? Everything : Some);
        if (measured > 0)
        {
            WriteSome(blob, values, measured);
        }
    }

    /// <summary>Reads a column; null where nothing was measured, and NaN what was not.</summary>
    internal static double[]? Read(ref BlobReader blob, int count)
    {
        byte measured = blob.ReadByte();
        if (measured == Nothing)
        {
            return null;
        }

        double[] values = GC.AllocateUninitializedArray<double>(count);
        switch (measured)
        {
            case Everything:
                ReadMeasured(ref blob, values);
                break;
            case Some:
                ReadSome(ref blob, values);
                break;
            default:
                throw new DamagedException();
        }

        return values;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int CountMeasured(ReadOnlySpan<double> values)
    {
        int measured = 0;
        foreach (double value in values)
        {
            measured += double.IsNaN(value) ? 0 : 1;
        }

        return measured;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void WriteSome(BlobWriter blob, ReadOnlySpan<double> values, int measured)
    {
        if (measured == values.Length)
        {
            WriteMeasured(blob, values);
            return;
        }

        using IMemoryOwner<double> room = MemoryPool<double>.Shared.Rent(measured);
        Span<double> held = room.Memory.Span[..measured];
        Span<byte> which = blob.Take((values.Length + 7) / 8);
        which.Clear();
        int count = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsNaN(values[i]))
            {
                which[i / 8] |= (byte)(1 << (i % 8));
                held[count++] = values[i];
            }
        }

        WriteMeasured(blob, held);
    }

    // The numbers come to stand at the end, and from there each goes to its place, which is never after it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ReadSome(ref BlobReader blob, Span<double> values)
    {
        ReadOnlySpan<byte> which = blob.ReadBytes((values.Length + 7) / 8);
        int measured = 0;
        foreach (byte eight in which)
        {
            measured += BitOperations.PopCount(eight);
        }

        if (measured > values.Length)
        {
            throw new DamagedException();
        }

        Span<double> held = values[^measured..];
        ReadMeasured(ref blob, held);
        int next = 0;
        for (int from = 0; from < values.Length; from += 8)
        {
            Span<double> some = values[from..Math.Min(from + 8, values.Length)];
            int eight = which[from / 8];
            if (eight == byte.MaxValue && some.Length == 8)
            {
                held.Slice(next, 8).CopyTo(some);
                next += 8;
                continue;
            }

            foreach (ref double value in some)
            {
                value = (eight & 1) == 1 ? held[next++] : double.NaN;
                eight >>= 1;
            }
        }
    }

    private static void WriteMeasured(BlobWriter blob, ReadOnlySpan<double> values)
    {
        using IMemoryOwner<long> room = MemoryPool<long>.Shared.Rent(2 * values.Length);
        Span<long> whole = room.Memory.Span[..values.Length];
        Span<long> exponents = room.Memory.Span.Slice(values.Length, values.Length);
        if (TryGetDecimals(values, whole, exponents, out int largest))
        {
            WriteDecimals(blob, whole, exponents, largest);
        }
        else if (TryGetSingles(values, whole))
        {
            blob.WriteByte(SinglePrecision);
            PackedIntegers.Write(blob, whole);
        }
        else
        {
            blob.WriteByte(Bytes);
            blob.WriteBytes(MemoryMarshal.AsBytes(values));
        }
    }

    // Numbers with as many digits after the point are near each other as whole numbers too; where they have as many
    // digits in all, they are not, and each had better have an exponent of its own.
    private static void WriteDecimals(BlobWriter blob, Span<long> mantissas, Span<long> exponents, int largest)
    {
        int start = blob.Length;
        blob.WriteByte(OwnExponents);
        PackedIntegers.Write(blob, exponents);
        PackedIntegers.Write(blob, mantissas);
        if (TryLengthen(mantissas, exponents, largest))
        {
            int middle = blob.Length;
            blob.WriteByte(SharedExponent);
            blob.WriteByte((byte)largest);
            PackedIntegers.Write(blob, mantissas);
            blob.KeepShorter(start, middle);
        }
    }

    private static void ReadMeasured(ref BlobReader blob, Span<double> values)
    {
        byte form = blob.ReadByte();
        if (form == Bytes)
        {
            blob.ReadBytes(values.Length * sizeof(double)).CopyTo(MemoryMarshal.AsBytes(values));
            return;
        }

        using IMemoryOwner<long> room = MemoryPool<long>.Shared.Rent(2 * values.Length);
        Span<long> whole = room.Memory.Span[..values.Length];
        switch (form)
        {
            case SharedExponent:
                int shared = CheckExponent(blob.ReadByte());
                PackedIntegers.Read(ref blob, whole);
                DecimalNumber.ToDoubles(whole, shared, values);
                break;
            case OwnExponents:
                Span<long> exponents = room.Memory.Span.Slice(values.Length, values.Length);
                PackedIntegers.Read(ref blob, exponents);
                PackedIntegers.Read(ref blob, whole);
                GetDecimals(whole, exponents, values);
                break;
            case SinglePrecision:
                PackedIntegers.Read(ref blob, whole);
                GetSingles(whole, values);
                break;
            default:
                throw new DamagedException();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryGetDecimals(
        ReadOnlySpan<double> values, Span<long> mantissas, Span<long> exponents, out int largest)
    {
        largest = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (!DecimalNumber.TryGet(values[i], largest, out mantissas[i], out int exponent))
            {
                return false;
            }

            exponents[i] = exponent;
            largest = Math.Max(largest, exponent);
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryLengthen(Span<long> mantissas, ReadOnlySpan<long> exponents, int longer)
    {
        for (int i = 0; i < mantissas.Length; i++)
        {
            if (!DecimalNumber.TryLengthen(mantissas[i], (int)exponents[i], longer, out mantissas[i]))
            {
                return false;
            }
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void GetDecimals(ReadOnlySpan<long> mantissas, ReadOnlySpan<long> exponents, Span<double> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = DecimalNumber.ToDouble(mantissas[i], CheckExponent(exponents[i]));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryGetSingles(ReadOnlySpan<double> values, Span<long> bits)
    {
        for (int i = 0; i < values.Length; i++)
        {
            float single = (float)values[i];
            if (BitConverter.DoubleToInt64Bits(single) != BitConverter.DoubleToInt64Bits(values[i]))
            {
                return false;
            }

            bits[i] = BitConverter.SingleToInt32Bits(single);
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void GetSingles(ReadOnlySpan<long> bits, Span<double> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = BitConverter.Int32BitsToSingle((int)bits[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int CheckExponent(long exponent) =>
        (ulong)exponent <= DecimalNumber.MaxExponent ? (int)exponent : throw new DamagedException();
}
