using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Zvar.Tables;

// Reads the cells of one column of VOTable's BINARY or BINARY2.
internal abstract class BinaryCells
{
    private const int Capacity = 4096;

    internal abstract void Add(ByteWindow bytes, bool isNull);

    internal abstract Cells Take();

    internal static BinaryCells Of(VOTableField field) => field switch
    {
        { IsText: true, Column.IsList: false } => new Texts(field),
        { IsText: true } => new TextLists(field),
        { Column.IsList: true, Column.Type: ColumnType.Real } => new Lists<double>(field, RealAt),
        { Column.IsList: true, Column.Type: ColumnType.Long } => new Lists<long>(field, WholeAt),
        { Column.IsList: true, Column.Type: ColumnType.Integer } =>
            new Lists<int>(field, (datatype, bytes) => (int)WholeAt(datatype, bytes)),
        { Column.IsList: true } => new Lists<bool>(field, (_, bytes) => IsTrue(bytes[0])),
        { Datatype: "double" } => new Doubles(),
        { Datatype: "float" } => new Floats(),
        { Datatype: "boolean" } => new Truths(),
        { Datatype: "bit" } => new Bits(),
        { Datatype: "long" } => new Longs(field),
        _ => new Integers(field),
    };

    private static bool IsTrue(byte letter) => letter is (byte)'T' or (byte)'t' or (byte)'1';

    private static double RealAt(string datatype, ReadOnlySpan<byte> bytes) => datatype == "double"
        ? BinaryPrimitives.ReadDoubleBigEndian(bytes)
        : BinaryPrimitives.ReadSingleBigEndian(bytes);

    private static long WholeAt(string datatype, ReadOnlySpan<byte> bytes) => datatype switch
    {
        "unsignedByte" => bytes[0],
        "short" => BinaryPrimitives.ReadInt16BigEndian(bytes),
        "int" => BinaryPrimitives.ReadInt32BigEndian(bytes),
        _ => BinaryPrimitives.ReadInt64BigEndian(bytes),
    };

    // How many elements a cell has; of a variable one it comes before them.
    private static int CountOf(VOTableField field, ByteWindow bytes)
    {
        int count = field.FixedLength ?? BinaryPrimitives.ReadInt32BigEndian(bytes.Take(sizeof(int)));
        return count >= 0 && count <= int.MaxValue / field.ElementSize
            ? count
            : throw new TableException(
                TableError.TableDamaged,
                $"The VOTable is damaged: a cell of the column {Excerpt.Of(field.Column.Name)} has {count} elements.");
    }

    private static long? NullOf(VOTableField field) =>
        long.TryParse(field.Null, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole)
            ? whole
            : null;

    private sealed class Doubles : BinaryCells
    {
        private readonly CellsBuilder<double> _cells = new(Capacity);

        internal override void Add(ByteWindow bytes, bool isNull)
        {
            double value = BinaryPrimitives.ReadDoubleBigEndian(bytes.Take(sizeof(double)));
            _cells.Add(isNull ? double.NaN : value);
        }

        internal override Cells Take() => _cells.Take();
    }

    private sealed class Floats : BinaryCells
    {
        private readonly CellsBuilder<double> _cells = new(Capacity);

        internal override void Add(ByteWindow bytes, bool isNull)
        {
            double value = BinaryPrimitives.ReadSingleBigEndian(bytes.Take(sizeof(float)));
            _cells.Add(isNull ? double.NaN : value);
        }

        internal override Cells Take() => _cells.Take();
    }

    private sealed class Longs(VOTableField field) : BinaryCells
    {
        private readonly CellsBuilder<long> _cells = new(Capacity);
        private readonly long? _null = NullOf(field);

        internal override void Add(ByteWindow bytes, bool isNull)
        {
            long value = BinaryPrimitives.ReadInt64BigEndian(bytes.Take(sizeof(long)));
            if (isNull || value == _null)
            {
                _cells.AddMissing();
            }
            else
            {
                _cells.Add(value);
            }
        }

        internal override Cells Take() => _cells.Take();
    }

    private sealed class Integers(VOTableField field) : BinaryCells
    {
        private readonly CellsBuilder<int> _cells = new(Capacity);
        private readonly long? _null = NullOf(field);

        internal override void Add(ByteWindow bytes, bool isNull)
        {
            int value = (int)WholeAt(field.Datatype, bytes.Take(field.ElementSize));
            if (isNull || value == _null)
            {
                _cells.AddMissing();
            }
            else
            {
                _cells.Add(value);
            }
        }

        internal override Cells Take() => _cells.Take();
    }

    private sealed class Truths : BinaryCells
    {
        private readonly CellsBuilder<bool> _cells = new(Capacity);

        internal override void Add(ByteWindow bytes, bool isNull)
        {
            byte letter = bytes.Take(1)[0];
            if (isNull || letter is (byte)' ' or (byte)'?' or 0)
            {
                _cells.AddMissing();
            }
            else
            {
                _cells.Add(IsTrue(letter));
            }
        }

        internal override Cells Take() => _cells.Take();
    }

    // The first bit of a byte by the standard, and some programs write another.
    private sealed class Bits : BinaryCells
    {
        private readonly CellsBuilder<bool> _cells = new(Capacity);

        internal override void Add(ByteWindow bytes, bool isNull)
        {
            bool isSet = bytes.Take(1)[0] != 0;
            if (isNull)
            {
                _cells.AddMissing();
            }
            else
            {
                _cells.Add(isSet);
            }
        }

        internal override Cells Take() => _cells.Take();
    }

    private sealed class Texts(VOTableField field) : BinaryCells
    {
        private readonly CellsBuilder<string?> _cells = new(Capacity);
        private byte[] _lastBytes = [];
        private string _last = "";

        internal override void Add(ByteWindow bytes, bool isNull)
        {
            int count = CountOf(field, bytes);
            ReadOnlySpan<byte> letters = bytes.Take(count * field.ElementSize);
            if (isNull)
            {
                _cells.Add(null);
                return;
            }

            if (!letters.SequenceEqual(_lastBytes))
            {
                _lastBytes = letters.ToArray();
                _last = TextOf(field, letters);
            }

            _cells.Add(_last);
        }

        internal override Cells Take() => _cells.Take();
    }

    private sealed class TextLists(VOTableField field) : BinaryCells
    {
        private readonly CellsBuilder<string[]> _cells = new(Capacity);

        internal override void Add(ByteWindow bytes, bool isNull)
        {
            int count = CountOf(field, bytes);
            int width = Math.Max(1, field.TextWidth) * field.ElementSize;
            ReadOnlySpan<byte> letters = bytes.Take(count * field.ElementSize);
            string[] texts = new string[letters.Length / width];
            for (int i = 0; i < texts.Length; i++)
            {
                texts[i] = TextOf(field, letters.Slice(i * width, width));
            }

            _cells.Add(texts);
        }

        internal override Cells Take() => _cells.Take();
    }

    private delegate T ElementOf<T>(string datatype, ReadOnlySpan<byte> bytes);

    private sealed class Lists<T>(VOTableField field, ElementOf<T> elementOf) : BinaryCells
    {
        private readonly CellsBuilder<T[]> _cells = new(Capacity);

        internal override void Add(ByteWindow bytes, bool isNull)
        {
            int count = CountOf(field, bytes);
            ReadOnlySpan<byte> elements = bytes.Take(count * field.ElementSize);
            T[] list = new T[count];
            for (int i = 0; i < count; i++)
            {
                list[i] = elementOf(field.Datatype, elements[(i * field.ElementSize)..]);
            }

            _cells.Add(list);
        }

        internal override Cells Take() => _cells.Take();
    }

    // Up to the first zero: fixed texts are filled with these, or with blanks.
    private static string TextOf(VOTableField field, ReadOnlySpan<byte> letters)
    {
        Encoding encoding = field.Datatype == "char" ? Encoding.UTF8 : Encoding.BigEndianUnicode;
        string text = encoding.GetString(letters);
        int end = text.IndexOf('\0', StringComparison.Ordinal);
        text = end < 0 ? text : text[..end];
        return field.FixedLength is null && field.TextWidth == 0 ? text : text.TrimEnd(' ');
    }
}
