using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace Zvar.Archive;

/// <summary>Writes values one after the other into a growing room, which is used again for the next blob.</summary>
internal sealed class BlobWriter
{
    /// <summary>The mark of a number that has no short form: its eight bytes follow.</summary>
    internal const byte Whole = 0xFF;

    /// <summary>The mark of what was not measured.</summary>
    internal const byte NotMeasured = 0xFE;

    /// <summary>The mark of a number of single precision: its four bytes follow.</summary>
    internal const byte Single = 0xFD;

    /// <summary>The mark of a band that is not the survey's: its name follows.</summary>
    internal const byte OtherBand = 0xFF;

    private byte[] _room = new byte[4096];
    private int _length;

    /// <summary>What was written.</summary>
    internal ReadOnlySpan<byte> Written => _room.AsSpan(0, _length);

    /// <summary>How many bytes that is.</summary>
    internal int Length => _length;

    /// <summary>Begins the next blob.</summary>
    internal void Clear() => _length = 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void WriteByte(byte value) => Take(1)[0] = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void WriteBytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    /// <summary>Seven bits a byte, the lowest first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void WriteUnsigned(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            WriteByte((byte)(value | 0x80));
        }

        WriteByte((byte)value);
    }

    /// <summary>Small numbers of either sign are short.</summary>
    internal void WriteSigned(long value) => WriteUnsigned((ulong)((value << 1) ^ (value >> 63)));

    internal void WriteCount(int count) => WriteUnsigned((ulong)count);

    internal void WriteNumber(double value)
    {
        if (double.IsNaN(value))
        {
            WriteByte(NotMeasured);
        }
        else if (BitConverter.DoubleToInt64Bits((float)value) == BitConverter.DoubleToInt64Bits(value))
        {
            WriteByte(Single);
            BinaryPrimitives.WriteSingleLittleEndian(Take(sizeof(float)), (float)value);
        }
        else if (DecimalNumber.TryGet(value, 0, out long mantissa, out int exponent))
        {
            WriteByte((byte)exponent);
            WriteSigned(mantissa);
        }
        else
        {
            WriteByte(Whole);
            BinaryPrimitives.WriteDoubleLittleEndian(Take(sizeof(double)), value);
        }
    }

    internal void WriteBand(string band)
    {
        int number = Band.Order(band);
        if (number < Band.All.Count)
        {
            WriteByte((byte)number);
        }
        else
        {
            WriteByte(OtherBand);
            WriteText(band);
        }
    }

    internal void WriteText(string text)
    {
        int length = Encoding.UTF8.GetByteCount(text);
        WriteCount(length);
        Encoding.UTF8.GetBytes(text, Take(length));
    }

    /// <summary>Of two ways to write the same, one after the other, keeps the shorter; of equals the first.</summary>
    /// <param name="start">Where the first begins.</param>
    /// <param name="middle">Where the second begins.</param>
    internal void KeepShorter(int start, int middle)
    {
        ReadOnlySpan<byte> second = _room.AsSpan(middle, _length - middle);
        _length = middle;
        if (second.Length < middle - start)
        {
            second.CopyTo(_room.AsSpan(start));
            _length = start + second.Length;
        }
    }

    /// <summary>Room for so many bytes, which are the caller's to write.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Span<byte> Take(int count)
    {
        if (_length + count > _room.Length)
        {
            Grow(count);
        }

        _length += count;
        return _room.AsSpan(_length - count, count);
    }

    private void Grow(int count) => Array.Resize(ref _room, Math.Max(_length + count, 2 * _room.Length));
}
