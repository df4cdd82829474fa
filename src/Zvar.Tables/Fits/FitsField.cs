using System.Buffers.Binary;
using System.Text;

namespace Zvar.Tables;

// One column of a binary table: where its cells are in a row, and what their bytes mean.
internal sealed class FitsField
{
    private readonly double _scale;
    private readonly double _zero;
    private readonly long? _null;
    private readonly bool _isEscaped;
    private readonly int _textWidth;

    internal FitsField(FitsHeader header, int number, FitsForm form, int offset)
    {
        (Form, Offset) = (form, offset);
        _scale = header.Real($"TSCAL{number}") ?? 1;
        _zero = header.Real($"TZERO{number}") ?? 0;
        _null = header.Whole($"TNULL{number}");
        _isEscaped = header.Text(FitsText.Keyword) == "T";
        _textWidth = form.Letter == 'A' ? FitsForm.WidthOfTexts(header.Text($"TDIM{number}"), form.Repeat) : 0;
        string name = header.Text($"TTYPE{number}") ?? $"col{number}";
        Column = new Column(name, TypeOf(), header.Text($"TCOMM{number}") ?? "")
        {
            Unit = header.Text($"TUNIT{number}"),
            Ucd = header.Text($"TUCD{number}"),
            IsList = form.Holds == 'A' ? _textWidth > 0 : form.IsVariable || form.Repeat != 1,
            IsOptional = TypeOf() == ColumnType.Logical || _null is not null,
        };
    }

    internal FitsForm Form { get; }

    internal int Offset { get; }

    internal Column Column { get; }

    // Whole numbers that are not scaled stay whole; those that are unsigned are, by a zero point.
    private bool IsWhole => _scale == 1 && _zero == Math.Floor(_zero) && Math.Abs(_zero) < 1L << 53;

    internal Cells Read(ReadOnlySpan<byte> rows, int count, int rowWidth, Func<long, long, ReadOnlyMemory<byte>> heap) =>
        (Column.Type, Column.IsList) switch
        {
            (ColumnType.Text, true) => TextLists(rows, count, rowWidth),
            (ColumnType.Text, _) => Texts(rows, count, rowWidth, heap),
            (ColumnType.Real, false) => Reals(rows, count, rowWidth),
            (ColumnType.Long, false) => Longs(rows, count, rowWidth),
            (ColumnType.Integer, false) => Integers(rows, count, rowWidth),
            (_, false) => Truths(rows, count, rowWidth),
            (ColumnType.Real, _) => Lists(rows, count, rowWidth, heap, RealAt),
            (ColumnType.Long, _) => Lists(rows, count, rowWidth, heap, (bytes, at) => WholeAt(bytes, at) + (long)_zero),
            (ColumnType.Integer, _) => Lists(
                rows, count, rowWidth, heap, (bytes, at) => (int)(WholeAt(bytes, at) + (long)_zero)),
            _ => Lists(rows, count, rowWidth, heap, (bytes, at) => bytes[at] == 'T'),
        };

    private ColumnType TypeOf() => Form.Holds switch
    {
        'A' => ColumnType.Text,
        'L' => ColumnType.Logical,
        'B' or 'I' when IsWhole => ColumnType.Integer,
        'J' when IsWhole => _zero == 0 ? ColumnType.Integer : ColumnType.Long,
        'K' when IsWhole => ColumnType.Long,
        _ => ColumnType.Real,
    };

    private Cells<double> Reals(ReadOnlySpan<byte> rows, int count, int rowWidth)
    {
        double[] values = GC.AllocateUninitializedArray<double>(count);
        bool plain = _scale == 1 && _zero == 0;
        for (int row = 0, at = Offset; row < count; row++, at += rowWidth)
        {
            values[row] = plain && Form.Letter == 'D'
                ? BinaryPrimitives.ReadDoubleBigEndian(rows[at..])
                : RealAt(rows, at);
        }

        return new Cells<double>(values);
    }

    private Cells<long> Longs(ReadOnlySpan<byte> rows, int count, int rowWidth)
    {
        long[] values = GC.AllocateUninitializedArray<long>(count);
        bool[]? missing = _null is null ? null : new bool[count];
        for (int row = 0, at = Offset; row < count; row++, at += rowWidth)
        {
            long stored = WholeAt(rows, at);
            values[row] = stored + (long)_zero;
            if (stored == _null)
            {
                (values[row], missing![row]) = (0, true);
            }
        }

        return new Cells<long>(values) { Missing = missing };
    }

    private Cells<int> Integers(ReadOnlySpan<byte> rows, int count, int rowWidth)
    {
        int[] values = GC.AllocateUninitializedArray<int>(count);
        bool[]? missing = _null is null ? null : new bool[count];
        for (int row = 0, at = Offset; row < count; row++, at += rowWidth)
        {
            long stored = WholeAt(rows, at);
            values[row] = (int)(stored + (long)_zero);
            if (stored == _null)
            {
                (values[row], missing![row]) = (0, true);
            }
        }

        return new Cells<int>(values) { Missing = missing };
    }

    private Cells<bool> Truths(ReadOnlySpan<byte> rows, int count, int rowWidth)
    {
        bool[] values = new bool[count];
        bool[] missing = new bool[count];
        for (int row = 0, at = Offset; row < count; row++, at += rowWidth)
        {
            values[row] = rows[at] == 'T';
            missing[row] = rows[at] == 0;
        }

        return new Cells<bool>(values) { Missing = missing };
    }

    private Cells<string?> Texts(
        ReadOnlySpan<byte> rows, int count, int rowWidth, Func<long, long, ReadOnlyMemory<byte>> heap)
    {
        string?[] values = new string?[count];
        ReadOnlySpan<byte> last = default;
        string? lastText = null;
        for (int row = 0, at = Offset; row < count; row++, at += rowWidth)
        {
            ReadOnlySpan<byte> cell = Form.IsVariable
                ? InHeap(rows, at, heap).Span
                : rows.Slice(at, Form.Repeat);
            if (row == 0 || !cell.SequenceEqual(last))
            {
                last = cell;
                lastText = TextOf(cell);
            }

            values[row] = lastText;
        }

        return new Cells<string?>(values);
    }

    private Cells<string[]> TextLists(ReadOnlySpan<byte> rows, int count, int rowWidth)
    {
        string[][] lists = new string[count][];
        string?[] texts = new string?[Form.Repeat / _textWidth];
        for (int row = 0, at = Offset; row < count; row++, at += rowWidth)
        {
            ReadOnlySpan<byte> last = default;
            int length = _isEscaped ? 0 : texts.Length;
            for (int i = 0; i < texts.Length; i++)
            {
                ReadOnlySpan<byte> cell = rows.Slice(at + (i * _textWidth), _textWidth);
                texts[i] = cell.SequenceEqual(last) ? texts[i - 1] : TextOf(cell);
                length = texts[i] is null ? length : i + 1;
                last = cell;
            }

            lists[row] = Array.ConvertAll(texts[..length], text => text ?? "");
        }

        return new Cells<string[]>(lists);
    }

    private string? TextOf(ReadOnlySpan<byte> cell)
    {
        int end = cell.IndexOf((byte)0);
        if (end == 0 || Form.Repeat == 0)
        {
            return null;
        }

        string text = Encoding.Latin1.GetString(end < 0 ? cell : cell[..end]).TrimEnd(' ');
        return _isEscaped ? FitsText.Decode(text) : text;
    }

    private delegate T ElementAt<T>(ReadOnlySpan<byte> bytes, int at);

    private Cells<T[]> Lists<T>(
        ReadOnlySpan<byte> rows,
        int count,
        int rowWidth,
        Func<long, long, ReadOnlyMemory<byte>> heap,
        ElementAt<T> elementAt)
    {
        int size = FitsForm.SizeOf(Form.Holds);
        T[][] lists = new T[count][];
        for (int row = 0, at = Offset; row < count; row++, at += rowWidth)
        {
            ReadOnlySpan<byte> bytes = Form.IsVariable
                ? InHeap(rows, at, heap).Span
                : rows.Slice(at, (int)Form.Width);
            T[] list = new T[bytes.Length / size];
            for (int i = 0; i < list.Length; i++)
            {
                list[i] = elementAt(bytes, i * size);
            }

            lists[row] = list;
        }

        return new Cells<T[]>(lists);
    }

    private ReadOnlyMemory<byte> InHeap(
        ReadOnlySpan<byte> rows, int at, Func<long, long, ReadOnlyMemory<byte>> heap)
    {
        if (Form.Repeat == 0)
        {
            return default;
        }

        (long count, long offset) = Form.Letter == 'P'
            ? (BinaryPrimitives.ReadInt32BigEndian(rows[at..]), BinaryPrimitives.ReadInt32BigEndian(rows[(at + 4)..]))
            : (BinaryPrimitives.ReadInt64BigEndian(rows[at..]), BinaryPrimitives.ReadInt64BigEndian(rows[(at + 8)..]));
        int size = FitsForm.SizeOf(Form.Element);
        return count >= 0 && count <= int.MaxValue / size
            ? heap(offset, count * size)
            : throw FitsHeader.Damaged($"a list of the column {Excerpt.Of(Column.Name)} has {count} elements");
    }

    private double RealAt(ReadOnlySpan<byte> bytes, int at)
    {
        double stored = Form.Holds switch
        {
            'D' => BinaryPrimitives.ReadDoubleBigEndian(bytes[at..]),
            'E' => BinaryPrimitives.ReadSingleBigEndian(bytes[at..]),
            _ => WholeAt(bytes, at) is var whole && whole == _null ? double.NaN : whole,
        };
        return _scale == 1 && _zero == 0 ? stored : (stored * _scale) + _zero;
    }

    private long WholeAt(ReadOnlySpan<byte> bytes, int at) => Form.Holds switch
    {
        'B' => bytes[at],
        'I' => BinaryPrimitives.ReadInt16BigEndian(bytes[at..]),
        'J' => BinaryPrimitives.ReadInt32BigEndian(bytes[at..]),
        _ => BinaryPrimitives.ReadInt64BigEndian(bytes[at..]),
    };
}
