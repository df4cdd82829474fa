using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace Zvar.Archive;

/// <summary>
/// Reads what a <see cref="BlobWriter"/> has written. Bytes that end too early or mean nothing are damage.
/// </summary>
internal ref struct BlobReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal byte ReadByte() => ReadBytes(1)[0];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ReadOnlySpan<byte> ReadBytes(int count)
    {
        if (count < 0 || count > _rest.Length)
        {
            throw new DamagedException();
        }

        ReadOnlySpan<byte> read = _rest[..count];
        _rest = _rest[count..];
        return read;
    }

    /// <summary>Some bytes, and behind them more that are not read, if there are any.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ReadOnlySpan<byte> ReadBytes(int count, int more)
    {
        ReadOnlySpan<byte> read = _rest[..Math.Min(count + more, _rest.Length)];
        ReadBytes(count);
        return read;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal ulong ReadUnsigned()
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            byte next = ReadByte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new DamagedException();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal long ReadSigned()
    {
        ulong value = ReadUnsigned();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    /// <summary>A number of things that follow: no more than there is room for.</summary>
    /// <param name="mostOfByte">How many of them stand in a byte at most.</param>
    internal int ReadCount(int mostOfByte = 1)
    {
        ulong count = ReadUnsigned();
        return count <= (ulong)Math.Min((long)_rest.Length * mostOfByte, int.MaxValue)
            ? (int)count
            : throw new DamagedException();
    }

    internal int ReadInteger()
    {
        long value = ReadSigned();
        return (int)value == value ? (int)value : throw new DamagedException();
    }

    internal double ReadNumber() => ReadByte() switch
    {
        BlobWriter.NotMeasured => double.NaN,
        BlobWriter.Single => BinaryPrimitives.ReadSingleLittleEndian(ReadBytes(sizeof(float))),
        BlobWriter.Whole => BinaryPrimitives.ReadDoubleLittleEndian(ReadBytes(sizeof(double))),
        var exponent when exponent <= DecimalNumber.MaxExponent => DecimalNumber.ToDouble(ReadSigned(), exponent),
        _ => throw new DamagedException(),
    };

    /// <summary>A band: the survey's own by their number, any other by its name.</summary>
    internal string ReadBand() => ReadByte() switch
    {
        BlobWriter.OtherBand => ReadText(),
        var number when number < Band.All.Count => Band.All[number],
        _ => throw new DamagedException(),
    };

    internal string ReadText() => Encoding.UTF8.GetString(ReadBytes(ReadCount()));
}
