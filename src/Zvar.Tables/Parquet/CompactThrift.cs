namespace Zvar.Tables;

// Goes through a struct of Thrift's compact protocol field by field, without knowing what they mean.
internal ref struct CompactThrift(ReadOnlySpan<byte> bytes)
{
    internal const int Binary = 8;
    internal const int List = 9;
    internal const int Struct = 12;

    private const int True = 1;
    private const int False = 2;
    private const int Byte = 3;
    private const int Double = 7;
    private const int Set = 10;
    private const int Map = 11;
    private const int Uuid = 13;
    private const int LongList = 15;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _field;

    internal int Position { get; private set; }

    // The next field's id and type; false at the end of the struct.
    internal bool TryReadField(out int id, out int type)
    {
        byte header = ReadByte();
        type = header & 0x0F;
        id = header == 0 ? 0 : header >> 4 is > 0 and var delta ? _field + delta : (int)ReadSigned();
        _field = id;
        return header != 0;
    }

    internal int ReadListSize()
    {
        byte header = ReadByte();
        return header >> 4 is < LongList and var size ? size : checked((int)ReadUnsigned());
    }

    internal long ReadSigned()
    {
        ulong zigzag = ReadUnsigned();
        return (long)(zigzag >> 1) ^ -(long)(zigzag & 1);
    }

    // Goes past the value of a field.
    internal ReadOnlySpan<byte> Skip(int type)
    {
        int start = Position;
        SkipValue(type, inField: true);
        return _bytes[start..Position];
    }

    // Goes past a struct that is not a field's: an element of a list.
    internal ReadOnlySpan<byte> SkipStruct()
    {
        int start = Position;
        SkipValue(Struct, inField: false);
        return _bytes[start..Position];
    }

    internal static void WriteField(ByteBuffer to, int before, int id, int type)
    {
        if (id - before is > 0 and < LongList + 1 and var delta)
        {
            to.Add((byte)((delta << 4) | type));
            return;
        }

        to.Add((byte)type);
        WriteSigned(to, id);
    }

    internal static void WriteSigned(ByteBuffer to, long value) =>
        WriteUnsigned(to, (ulong)((value << 1) ^ (value >> 63)));

    internal static void WriteUnsigned(ByteBuffer to, ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            to.Add((byte)(value | 0x80));
        }

        to.Add((byte)value);
    }

    internal static void WriteListOfStructs(ByteBuffer to, int size)
    {
        if (size < LongList)
        {
            to.Add((byte)((size << 4) | Struct));
            return;
        }

        to.Add((LongList << 4) | Struct);
        WriteUnsigned(to, (ulong)size);
    }

    private void SkipValue(int type, bool inField)
    {
        switch (type)
        {
            case True or False:
                // A truth that is a field is in its header.
                Position += inField ? 0 : 1;
                break;
            case Byte:
                Position++;
                break;
            case > Byte and < Double:
                ReadUnsigned();
                break;
            case Double:
                Position += sizeof(double);
                break;
            case Binary:
                int length = checked((int)ReadUnsigned());
                Position += length;
                break;
            case List or Set:
                SkipList();
                break;
            case Map:
                SkipMap();
                break;
            case Struct:
                int outer = _field;
                _field = 0;
                while (TryReadField(out _, out int inside))
                {
                    SkipValue(inside, inField: true);
                }

                _field = outer;
                break;
            case Uuid:
                Position += 16;
                break;
            default:
                throw new InvalidDataException($"Thrift has no type {type}.");
        }
    }

    private void SkipList()
    {
        int type = _bytes[Position] & 0x0F;
        for (int left = ReadListSize(); left > 0; left--)
        {
            SkipValue(type, inField: false);
        }
    }

    private void SkipMap()
    {
        ulong size = ReadUnsigned();
        byte types = size == 0 ? (byte)0 : ReadByte();
        for (; size > 0; size--)
        {
            SkipValue(types >> 4, inField: false);
            SkipValue(types & 0x0F, inField: false);
        }
    }

    private byte ReadByte() => _bytes[Position++];

    private ulong ReadUnsigned()
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            byte one = ReadByte();
            value |= (ulong)(one & 0x7F) << shift;
            if (one < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("A number of Thrift has more than 64 bits.");
    }
}
