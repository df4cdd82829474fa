using System.Buffers.Binary;
using System.Text;

namespace Zvar.Archive;

/// <summary>Reads what a <see cref="BlobWriter"/> has written. Bytes that end too early or mean nothing are damage.</summary>
internal ref struct BlobReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    internal byte ReadByte() => ReadBytes(1)[0];

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

    internal long ReadSigned()
    {
        ulong value = ReadUnsigned();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    /// <summary>A number of things that follow, each at least a byte or of the same blob.</summary>
    internal int ReadCount()
    {
        ulong count = ReadUnsigned();
        return count <= int.MaxValue ? (int)count : throw new DamagedException();
    }

    internal int ReadInteger()
    {
        long value = ReadSigned();
        return (int)value == value ? (int)value : throw new DamagedException();
    }

    internal double ReadNumber() => ReadByte() switch
    {
        BlobWriter.NotMeasured => double.NaN,
        BlobWriter.Whole => BinaryPrimitives.ReadDoubleLittleEndian(ReadBytes(sizeof(double))),
        var exponent when exponent <= DecimalNumber.MaxExponent => DecimalNumber.ToDouble(ReadSigned(), exponent),
        _ => throw new DamagedException(),
    };

    /// <summary>One of the few words that are in every blob.</summary>
    internal string ReadBand()
    {
        string band = ReadText();
        return Band.All.FirstOrDefault(one => one == band) ?? band;
    }

    internal string ReadText() => Encoding.UTF8.GetString(ReadBytes(ReadCount()));
}
