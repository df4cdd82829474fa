namespace Zvar.Tables;

// Goes through a struct of Thrift's compact protocol field by field, without knowing what they mean, or holds it to what
// they have to be.
internal ref struct CompactThrift(ReadOnlySpan<byte> bytes)
{
    internal const int True = 1;
    internal const int Byte = 3;
    internal const int I16 = 4;
    internal const int I32 = 5;
    internal const int I64 = 6;
    internal const int Double = 7;
    internal const int Binary = 8;
    internal const int List = 9;
    internal const int Struct = 12;

    private const int False = 2;
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
        id = header == 0 ? 0 : header >> 4 is > 0 and var delta ? _field + delta : checked((short)ReadSigned());
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

    internal ReadOnlySpan<byte> ReadBinary()
    {
        int length = checked((int)ReadUnsigned());
        ReadOnlySpan<byte> read = _bytes.Slice(Position, length);
        Position += length;
        return read;
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

    // Goes past a struct of a known make. One that is of another is refused, and so is what claims to be more than is
    // there: a reader that believes it would never end.
    internal void Check(ThriftType expected)
    {
        int outer = _field;
        _field = 0;
        while (TryReadField(out int id, out int type))
        {
            if (expected.FieldOf(id) is { } field)
            {
                CheckField(field, id, type);
            }
            else
            {
                CheckUnknown(id, type);
            }
        }

        _field = outer;
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
                ReadBinary();
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

    private void CheckField(ThriftType expected, int id, int type)
    {
        if (Plain(type) != expected.Code)
        {
            throw new InvalidDataException($"Field {id} is of type {type}, and has to be of {expected.Code}.");
        }

        switch (type)
        {
            case Struct:
                Check(expected);
                break;
            case List:
                int element = ReadListHeader(out int size);
                if (size > 0 && Plain(element) != expected.Element!.Code)
                {
                    throw new InvalidDataException(
                        $"Field {id} lists elements of type {element}, and has to list {expected.Element.Code}.");
                }

                for (; size > 0; size--)
                {
                    if (element == Struct)
                    {
                        Check(expected.Element!);
                    }
                    else
                    {
                        SkipValue(element, inField: false);
                    }
                }

                break;
            default:
                SkipValue(type, inField: true);
                break;
        }
    }

    // A field of a later version. Whoever does not know it goes past it if it is a value, or some, or an empty struct.
    private void CheckUnknown(int id, int type)
    {
        switch (type)
        {
            case < List:
                SkipValue(type, inField: true);
                return;
            case List when ReadListHeader(out int size) is > False and < List and var element:
                for (; size > 0; size--)
                {
                    SkipValue(element, inField: false);
                }

                return;
            case Struct when ReadByte() == 0:
                return;
            default:
                throw new InvalidDataException($"Field {id} of type {type} is not known.");
        }
    }

    // The type of the elements and how many there are, each of a byte or more.
    private int ReadListHeader(out int size)
    {
        int type = Position < _bytes.Length ? _bytes[Position] & 0x0F : 0;
        size = ReadListSize();
        return size <= _bytes.Length - Position
            ? type
            : throw new InvalidDataException($"There is a list of {size} elements in {_bytes.Length - Position} bytes.");
    }

    private static int Plain(int type) => type == False ? True : type;

    private void SkipList()
    {
        int type = ReadListHeader(out int left);
        for (; left > 0; left--)
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

    private byte ReadByte() => (uint)Position < (uint)_bytes.Length
        ? _bytes[Position++]
        : throw new InvalidDataException("A struct of Thrift is cut short.");

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
