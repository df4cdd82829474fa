using System.Text;

namespace Zvar.Tables;

// A binary table of FITS 4.0 (section 7.3) after an empty primary header. How many rows there are, and how wide the
// texts are, is known at the end: then the header is written again, and where a text was wider than those before it, or
// a list of texts longer, the rows that are there are made as wide. Lists of numbers come after the rows.
internal sealed class FitsWriter : RowWriter
{
    private const int BlockLength = 2880;

    // The longest text that a table is made wide enough for, and the longest list of them.
    private const int MostWidth = 32_767;
    private const int MostBytes = 1 << 20;

    private readonly TableHeader _header;
    private readonly FitsRoom[] _rooms;
    private readonly (long Count, long Offset)[]?[] _places;
    private readonly long[] _longest;
    private readonly FitsHeap? _heap;
    private readonly long _headerAt;
    private long _rows;

    // The stream can be read and written anywhere, and its position is the beginning.
    internal FitsWriter(Stream output, TableHeader header)
        : base(output)
    {
        _header = header;
        _rooms = [.. header.Columns.Select(FitsRoom.Of)];
        _places = new (long, long)[_rooms.Length][];
        _longest = new long[_rooms.Length];
        _heap = header.Columns.Any(IsInHeap) ? new FitsHeap() : null;
        IEnumerable<string> primary =
        [
            FitsCard.Of("SIMPLE", true), FitsCard.Of("BITPIX", 8), FitsCard.Of("NAXIS", 0), FitsCard.Of("EXTEND", true),
        ];
        _headerAt = output.Position + BlockLength;
        output.Write(Padded(primary));
        output.Write(TableCards());
    }

    private int RowWidth => _rooms.Sum(room => room.Bytes);

    private long HeapLength => _heap?.Length ?? 0;

    private long DataAt => _headerAt + TableCards().Length;

    public override void Complete()
    {
        Flush();
        _heap?.CopyTo(Output);
        long length = (_rows * RowWidth) + HeapLength;
        Output.Write(new byte[(BlockLength - (length % BlockLength)) % BlockLength]);
        Output.Position = _headerAt;
        Output.Write(TableCards());
        Output.Position = Output.Length;
    }

    private protected override void Prepare(TableBlock block)
    {
        FitsRoom[] rooms = [.. _rooms];
        for (int column = 0; column < rooms.Length; column++)
        {
            if (IsInHeap(_header.Columns[column]))
            {
                (long Count, long Offset)[] places = _heap!.Add(block.Columns[column], block.Count);
                _places[column] = places;
                _longest[column] = Math.Max(_longest[column], places.Max(place => place.Count));
            }
            else
            {
                rooms[column] = Checked(column, block.Columns[column] switch
                {
                    Cells<string?> texts => rooms[column].For(texts.Values.AsSpan(0, block.Count)),
                    Cells<string[]> lists => rooms[column].For(lists.Values.AsSpan(0, block.Count)),
                    _ => rooms[column],
                });
            }
        }

        if (!rooms.AsSpan().SequenceEqual(_rooms))
        {
            Flush();
            Widen(rooms);
        }

        _rows += block.Count;
    }

    private protected override void Encode(TableBlock block, int from, int to, ByteBuffer buffer)
    {
        int rowWidth = RowWidth;
        Span<byte> rows = buffer.Take(checked((to - from) * rowWidth));
        int at = 0;
        for (int column = 0; column < _rooms.Length; column++)
        {
            Span<byte> cells = rows[Math.Min(at, rows.Length)..];
            if (_places[column] is { } places)
            {
                FitsCells.Encode(places.AsSpan(from, to - from), cells, rowWidth);
            }
            else
            {
                FitsCells.Encode(block.Columns[column], from, to, cells, rowWidth, _rooms[column]);
            }

            at += _rooms[column].Bytes;
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _heap?.Dispose();
    }

    private static bool IsInHeap(Column column) => column is { IsList: true, Type: not ColumnType.Text };

    private FitsRoom Checked(int column, FitsRoom room)
    {
        string name = Excerpt.Of(_header.Columns[column].Name);
        return room.Width > MostWidth
            ? throw new TableException(
                TableError.TableNotUnderstood,
                $"A text of the column {name} has {room.Width} letters, and one of a FITS table is as wide as"
                + $" {MostWidth} here: leave it out, or use another format.")
            : (long)room.Width * room.Count > MostBytes
            ? throw new TableException(
                TableError.TableNotUnderstood,
                $"A list of the column {name} has {room.Count} texts of {room.Width} letters, and a row of a FITS"
                + $" table has {MostBytes} for them here: write rows, or use another format.")
            : room;
    }

    // From the last row to the first, since each goes to where others were.
    private void Widen(FitsRoom[] rooms)
    {
        long dataAt = DataAt;
        FitsRoom[] narrow = [.. _rooms];
        int rowWidth = RowWidth;
        rooms.CopyTo(_rooms, 0);
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

    private void Widen(ReadOnlySpan<byte> from, FitsRoom[] narrow, Span<byte> to)
    {
        for (int column = 0; column < narrow.Length; column++)
        {
            if (narrow[column] == _rooms[column])
            {
                from[..narrow[column].Bytes].CopyTo(to);
            }
            else
            {
                _rooms[column].Widen(narrow[column], from, to);
            }

            from = from[narrow[column].Bytes..];
            to = to[_rooms[column].Bytes..];
        }
    }

    // Always as many cards, so that the header can be written again.
    private byte[] TableCards()
    {
        List<string> cards =
        [
            $"XTENSION= 'BINTABLE'".PadRight(FitsCard.Length), FitsCard.Of("BITPIX", 8), FitsCard.Of("NAXIS", 2),
            FitsCard.Of("NAXIS1", RowWidth), FitsCard.Of("NAXIS2", _rows), FitsCard.Of("PCOUNT", HeapLength),
            FitsCard.Of("GCOUNT", 1), FitsCard.Of("TFIELDS", _rooms.Length), .. FitsCard.Of("EXTNAME", _header.Name),
            FitsCard.Of(FitsText.Keyword, true),
        ];
        for (int i = 0; i < _rooms.Length; i++)
        {
            Column column = _header.Columns[i];
            cards.AddRange(FitsCard.Of($"TTYPE{i + 1}", column.Name));
            cards.AddRange(FitsCard.Of($"TFORM{i + 1}", FormOf(i)));
            if (column is { IsList: true, Type: ColumnType.Text })
            {
                cards.AddRange(FitsCard.Of($"TDIM{i + 1}", $"({_rooms[i].Width},{_rooms[i].Count})"));
            }

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

    private string FormOf(int column)
    {
        Column of = _header.Columns[column];
        char letter = of.Type switch
        {
            ColumnType.Long => 'K',
            ColumnType.Integer => 'J',
            ColumnType.Real => 'D',
            ColumnType.Logical => 'L',
            _ => 'A',
        };
        return letter == 'A' ? $"{_rooms[column].Bytes}A"
            : of.IsList ? $"1Q{letter}({_longest[column]})"
            : $"1{letter}";
    }

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
