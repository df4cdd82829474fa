using System.Runtime.InteropServices;

namespace Zvar.Archive;

/// <summary>
/// A column of doubles, to the last bit: which of them were measured, and these as decimal numbers, or as single precision
/// where that is what they are, or whole.
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
        int measured = 0;
        foreach (double value in values)
        {
            measured += double.IsNaN(value) ? 0 : 1;
        }

        blob.WriteByte(measured == 0 ? Nothing : measured == values.Length ? Everything : Some);
        if (measured == 0)
        {
            return;
        }

        if (measured == values.Length)
        {
            WriteMeasured(blob, values);
            return;
        }

        Span<byte> which = blob.Take((values.Length + 7) / 8);
        which.Clear();
        double[] held = new double[measured];
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

    /// <summary>Reads a column; what was not measured stays NaN.</summary>
    internal static void Read(ref BlobReader blob, Span<double> values)
    {
        switch (blob.ReadByte())
        {
            case Nothing:
                values.Fill(double.NaN);
                break;
            case Everything:
                ReadMeasured(ref blob, values);
                break;
            case Some:
                ReadSome(ref blob, values);
                break;
            default:
                throw new DamagedException();
        }
    }

    private static void ReadSome(ref BlobReader blob, Span<double> values)
    {
        ReadOnlySpan<byte> which = blob.ReadBytes((values.Length + 7) / 8);
        int count = 0;
        for (int i = 0; i < values.Length; i++)
        {
            count += (which[i / 8] >> (i % 8)) & 1;
        }

        double[] held = new double[count];
        ReadMeasured(ref blob, held);
        int next = 0;
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = ((which[i / 8] >> (i % 8)) & 1) == 1 ? held[next++] : double.NaN;
        }
    }

    private static void WriteMeasured(BlobWriter blob, ReadOnlySpan<double> values)
    {
        long[] mantissas = new long[values.Length];
        long[] exponents = new long[values.Length];
        if (TryGetDecimals(values, mantissas, exponents, out int largest))
        {
            WriteDecimals(blob, values, mantissas, exponents, largest);
        }
        else if (TryGetSingles(values, mantissas))
        {
            blob.WriteByte(SinglePrecision);
            PackedIntegers.Write(blob, mantissas);
        }
        else
        {
            blob.WriteByte(Bytes);
            blob.WriteBytes(MemoryMarshal.AsBytes(values));
        }
    }

    // Where numbers have as many digits after the point, neighbours are near each other as whole numbers too; where they
    // have as many digits in all, they are not, and each had better have an exponent of its own.
    private static void WriteDecimals(
        BlobWriter blob, ReadOnlySpan<double> values, long[] mantissas, long[] exponents, int largest)
    {
        long[] shared = new long[values.Length];
        if (TryShare(values, largest, shared)
            && PackedIntegers.SizeOf(shared) <= PackedIntegers.SizeOf(mantissas) + PackedIntegers.SizeOf(exponents))
        {
            blob.WriteByte(SharedExponent);
            blob.WriteByte((byte)largest);
            PackedIntegers.Write(blob, shared);
        }
        else
        {
            blob.WriteByte(OwnExponents);
            PackedIntegers.Write(blob, exponents);
            PackedIntegers.Write(blob, mantissas);
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

        long[] whole = new long[values.Length];
        switch (form)
        {
            case SharedExponent:
                int shared = CheckExponent(blob.ReadByte());
                PackedIntegers.Read(ref blob, whole);
                for (int i = 0; i < values.Length; i++)
                {
                    values[i] = DecimalNumber.ToDouble(whole[i], shared);
                }

                break;
            case OwnExponents:
                long[] exponents = new long[values.Length];
                PackedIntegers.Read(ref blob, exponents);
                PackedIntegers.Read(ref blob, whole);
                for (int i = 0; i < values.Length; i++)
                {
                    values[i] = DecimalNumber.ToDouble(whole[i], CheckExponent(exponents[i]));
                }

                break;
            case SinglePrecision:
                PackedIntegers.Read(ref blob, whole);
                for (int i = 0; i < values.Length; i++)
                {
                    values[i] = BitConverter.Int32BitsToSingle((int)whole[i]);
                }

                break;
            default:
                throw new DamagedException();
        }
    }

    private static bool TryGetDecimals(
        ReadOnlySpan<double> values, long[] mantissas, long[] exponents, out int largest)
    {
        largest = 0;
        int guess = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (!DecimalNumber.TryGet(values[i], guess, out mantissas[i], out int exponent))
            {
                // A guess too high may be beyond the room of a mantissa.
                if (guess == 0 || !DecimalNumber.TryGet(values[i], 0, out mantissas[i], out exponent))
                {
                    return false;
                }
            }

            exponents[i] = exponent;
            guess = Math.Max(guess, exponent);
            largest = Math.Max(largest, exponent);
        }

        return true;
    }

    private static bool TryShare(ReadOnlySpan<double> values, int exponent, long[] shared)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!DecimalNumber.TryGetAt(values[i], exponent, out shared[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryGetSingles(ReadOnlySpan<double> values, long[] bits)
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

    private static int CheckExponent(long exponent) =>
        exponent is >= 0 and <= DecimalNumber.MaxExponent ? (int)exponent : throw new DamagedException();
}
