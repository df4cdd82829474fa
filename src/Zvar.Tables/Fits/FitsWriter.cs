using System.Buffers.Binary;
using System.Text;

namespace Zvar.Tables;

// A binary table of FITS 4.0 (section 7.3) after an empty primary header. How many rows there are, and how wide the
// texts are, is known at the end: then the header is written again, and where a text was wider than those before it,
// the rows that are there are made as wide.
internal sealed class FitsWriter : RowWriter
{
    private const int BlockLength = 2880;

    // The longest text that a table is made wide enough for.
    private const int MostWidth = 32_767;

    private readonly TableHeader _header;
    private readonly int[] _widths;
    private readonly long _headerAt;
    private long _rows;

    // The stream can be read and written anywhere, and its position is the beginning.
    internal FitsWriter(Stream output, TableHeader header)
        : base(output)
    {
        _header = header;
        _widths = [.. header.Columns.Select(WidthOf)];
        IEnumerable<string> primary =
        [
            FitsCard.Of("SIMPLE", true), FitsCard.Of("BITPIX", 8), FitsCard.Of("NAXIS", 0), FitsCard.Of("EXTEND", true),
        ];
        _headerAt = output.Position + BlockLength;
        output.Write(Padded(primary));
        output.Write(TableCards());
    }

    private int RowWidth => _widths.Sum();

    private long DataAt => _headerAt + TableCards().Length;

    public override void Complete()
    {
        Flush();
        long length = _rows * RowWidth;
        Output.Write(new byte[(BlockLength - (length % BlockLength)) % BlockLength]);
        Output.Position = _headerAt;
        Output.Write(TableCards());
        Output.Position = Output.Length;
    }

    private protected override void Prepare(TableBlock block)
    {
        int[] widths = [.. _widths];
        for (int column = 0; column < widths.Length; column++)
        {
            Cells cells = block.Columns[column];
            if (cells is Cells<string?> texts)
            {
                widths[column] = Math.Max(widths[column], WidestOf(texts.Values.AsSpan(0, block.Count), column));
            }
        }

        if (!widths.AsSpan().SequenceEqual(_widths))
        {
            Flush();
            Widen(widths);
        }

        _rows += block.Count;
    }

    private protected override void Encode(TableBlock block, int from, int to, ByteBuffer buffer)
    {
        int rowWidth = RowWidth;
        Span<byte> rows = buffer.Take(checked((to - from) * rowWidth));
        int at = 0;
        for (int column = 0; column < _widths.Length; column++)
        {
            Span<byte> cells = rows[Math.Min(at, rows.Length)..];
            Encode(block.Columns[column], from, to, cells, rowWidth, _widths[column]);
            at += _widths[column];
        }
    }

    private static void Encode(Cells cells, int from, int to, Span<byte> rows, int rowWidth, int width)
    {
        switch (cells)
        {
            case Cells<double> reals:
                ReadOnlySpan<double> values = reals.Values;
                for (int row = from, at = 0; row < to; row++, at += rowWidth)
                {
                    BinaryPrimitives.WriteDoubleBigEndian(rows[at..], values[row]);
                }

                break;
            case Cells<long> longs:
                for (int row = from, at = 0; row < to; row++, at += rowWidth)
                {
                    long cell = longs.IsMissing(row) ? long.MinValue : longs.Values[row];
                    BinaryPrimitives.WriteInt64BigEndian(rows[at..], cell);
                }

                break;
            case Cells<int> integers:
                for (int row = from, at = 0; row < to; row++, at += rowWidth)
                {
                    int cell = integers.IsMissing(row) ? int.MinValue : integers.Values[row];
                    BinaryPrimitives.WriteInt32BigEndian(rows[at..], cell);
                }

                break;
            case Cells<bool> truths:
                for (int row = from, at = 0; row < to; row++, at += rowWidth)
                {
                    rows[at] = truths.IsMissing(row) ? (byte)0 : truths.Values[row] ? (byte)'T' : (byte)'F';
                }

                break;
            case Cells<string?> texts:
                Encode(texts.Values, from, to, rows, rowWidth, width);
                break;
        }
    }

    // A null begins with a zero byte, and an empty text is blanks.
    private static void Encode(string?[] texts, int from, int to, Span<byte> rows, int rowWidth, int width)
    {
        byte[] last = new byte[width];
        string? lastText = null;
        for (int row = from, at = 0; row < to; row++, at += rowWidth)
        {
            string? text = texts[row];
            if (text is not null && !ReferenceEquals(text, lastText))
            {
                last.AsSpan().Fill((byte)' ');
                FitsText.Encode(text).CopyTo(last, 0);
                lastText = text;
            }

            Span<byte> cell = rows.Slice(at, width);
            if (text is null)
            {
                cell.Clear();
            }
            else
            {
                last.CopyTo(cell);
            }
        }
    }

    private int WidestOf(ReadOnlySpan<string?> texts, int column)
    {
        int widest = 1;
        string? last = null;
        foreach (string? text in texts)
        {
            if (text is not null && !ReferenceEquals(text, last))
            {
                widest = Math.Max(widest, FitsText.Encode(text).Length);
                last = text;
            }
        }

        return widest <= MostWidth ? widest : throw new TableException(
            TableError.TableNotUnderstood,
            $"A text of the column {Excerpt.Of(_header.Columns[column].Name)} has {widest} letters, and one of a FITS table"
            + $" is as wide as {MostWidth} here: leave it out, or use another format.");
    }

    // From the last row to the first, since each goes to where others were.
    private void Widen(int[] widths)
    {
        long dataAt = DataAt;
        int[] narrow = [.. _widths];
        int rowWidth = RowWidth;
        widths.CopyTo(_widths, 0);
        int wideWidth = RowWidth;
        int some = Math.Max(1, (1 << 22) / wideWidth);
        byte[] from = new byte[some * rowWidth];
        byte[] to = new byte[some * wideWidth];
        for (long end = _rows; end > 0; end -= some)
        {
            long begin = Math.Max(0, end - some);
            int rows = (int)(end - begin);
            Output.Position = dataAt + (begin * rowWidth);
            Output.ReadExactly(from, 0, rows * rowWidth);
            for (int row = 0; row < rows; row++)
            {
                Widen(from.AsSpan(row * rowWidth, rowWidth), narrow, to.AsSpan(row * wideWidth, wideWidth));
            }

            Output.Position = dataAt + (begin * wideWidth);
            Output.Write(to, 0, rows * wideWidth);
        }

        Output.Position = dataAt + (_rows * wideWidth);
    }

    private void Widen(ReadOnlySpan<byte> from, int[] narrow, Span<byte> to)
    {
        for (int column = 0; column < narrow.Length; column++)
        {
            bool isNull = from[0] == 0;
            from[..narrow[column]].CopyTo(to);
            to[narrow[column].._widths[column]].Fill(isNull ? (byte)0 : (byte)' ');
            from = from[narrow[column]..];
            to = to[_widths[column]..];
        }
    }

    private static int WidthOf(Column column) => column.Type switch
    {
        ColumnType.Long or ColumnType.Real => 8,
        ColumnType.Integer => 4,
        _ => 1,
    };

    // Always as many cards, so that the header can be written again.
    private byte[] TableCards()
    {
        List<string> cards =
        [
            $"XTENSION= 'BINTABLE'".PadRight(FitsCard.Length), FitsCard.Of("BITPIX", 8), FitsCard.Of("NAXIS", 2),
            FitsCard.Of("NAXIS1", RowWidth), FitsCard.Of("NAXIS2", _rows), FitsCard.Of("PCOUNT", 0),
            FitsCard.Of("GCOUNT", 1), FitsCard.Of("TFIELDS", _widths.Length), .. FitsCard.Of("EXTNAME", _header.Name),
            FitsCard.Of(FitsText.Keyword, true),
        ];
        for (int i = 0; i < _widths.Length; i++)
        {
            Column column = _header.Columns[i];
            cards.AddRange(FitsCard.Of($"TTYPE{i + 1}", column.Name));
            cards.AddRange(FitsCard.Of($"TFORM{i + 1}", FormOf(i)));
            cards.AddRange(column.Unit is { } unit ? FitsCard.Of($"TUNIT{i + 1}", unit) : []);
            cards.AddRange(column.Ucd is { } ucd ? FitsCard.Of($"TUCD{i + 1}", ucd) : []);
            cards.AddRange(
                column.Description.Length > 0 ? FitsCard.Of($"TCOMM{i + 1}", column.Description) : []);
            if (column.IsOptional && column.Type is ColumnType.Long or ColumnType.Integer)
            {
                cards.Add(FitsCard.Of(
                    $"TNULL{i + 1}", column.Type == ColumnType.Long ? long.MinValue : int.MinValue));
            }
        }

        foreach ((string name, string value) in _header.Facts)
        {
            cards.AddRange(FitsCard.Of(KeywordOf(name), value));
        }

        return Padded(cards);
    }

    private string FormOf(int column) => _header.Columns[column].Type switch
    {
        ColumnType.Long => "1K",
        ColumnType.Integer => "1J",
        ColumnType.Real => "1D",
        ColumnType.Logical => "1L",
        _ => $"{_widths[column]}A",
    };

    // The standard's own words where it has one.
    private static string KeywordOf(string fact) => fact switch
    {
        "created" => "DATE",
        _ => FitsCard.Ascii(fact).ToUpperInvariant()[..Math.Min(8, fact.Length)],
    };

    private static byte[] Padded(IEnumerable<string> cards)
    {
        string text = string.Concat(cards) + FitsCard.End;
        int length = (text.Length + BlockLength - 1) / BlockLength * BlockLength;
        return Encoding.ASCII.GetBytes(text.PadRight(length));
    }
}
