namespace Zvar.Tables;

// The first binary table of a FITS file that has rows.
internal sealed class FitsReader : TableReader
{
    internal static ReadOnlySpan<byte> Signature => "SIMPLE  ="u8;

    // Rows that are read at a time, and what a row and a heap may take of memory.
    private const int BytesOfBlock = 1 << 20;
    private const int MostOfRow = 1 << 28;
    private const long MostOfHeap = int.MaxValue - 64;

    private readonly Stream _input;
    private readonly FitsField[] _fields;
    private readonly int _rowWidth;
    private readonly byte[] _rows;
    private readonly byte[] _heap;
    private long _left;

    internal FitsReader(Stream input)
    {
        _input = input;
        FitsHeader header = FindTable(out FitsHeader primary);
        _left = header.Count("NAXIS2");
        long rowWidth = header.Count("NAXIS1");
        if (rowWidth is 0 or > MostOfRow)
        {
            throw FitsHeader.Damaged($"a row of its table has {rowWidth} bytes");
        }

        _rowWidth = (int)rowWidth;
        RequireBytes(header);
        _fields = [.. FieldsOf(header)];
        long rows = Math.Min(Math.Min(_left, TableBlock.MostRows), BytesOfBlock / rowWidth);
        _rows = new byte[Math.Max(1, rows) * rowWidth];
        _heap = _fields.Any(field => field.Form.IsVariable) ? ReadHeap(header) : [];
        Header = new TableHeader(header.Text("EXTNAME") ?? "", [.. _fields.Select(field => field.Column)])
        {
            Facts = [.. header.Values.Concat(primary.Values).DistinctBy(card => card.Key)],
        };
    }

    public override TableHeader Header { get; }

    public override TableBlock? Read()
    {
        if (_left == 0)
        {
            return null;
        }

        int count = (int)Math.Min(_left, _rows.Length / _rowWidth);
        Span<byte> rows = _rows.AsSpan(0, count * _rowWidth);
        if (_input.ReadAtLeast(rows, rows.Length, throwOnEndOfStream: false) < rows.Length)
        {
            throw FitsHeader.Damaged($"it ends before its last {_left} rows");
        }

        _left -= count;

        var columns = new Cells[_fields.Length];
        void ReadColumn(int i) => columns[i] = _fields[i].Read(_rows, count, _rowWidth, InHeap);
        if (_heap.Length == 0)
        {
            Parallel.For(0, columns.Length, ReadColumn);
        }
        else
        {
            // A list that is not where it says is told as it is.
            for (int i = 0; i < columns.Length; i++)
            {
                ReadColumn(i);
            }
        }

        return new TableBlock(count, columns);
    }

    protected override void Dispose(bool disposing)
    {
        _input.Dispose();
        base.Dispose(disposing);
    }

    private FitsHeader FindTable(out FitsHeader primary)
    {
        primary = FitsHeader.Read(_input) ?? throw FitsHeader.Damaged("it is empty");
        int others = 0;
        for (FitsHeader header = primary; ;)
        {
            Skip(header.DataLength);
            if (FitsHeader.Read(_input) is not { } next)
            {
                throw new TableException(
                    TableError.TableNotUnderstood,
                    $"The FITS file has no binary table with rows ({others} other extensions).");
            }

            header = next;
            if (header.Text("XTENSION") == "BINTABLE" && header.Count("NAXIS2") > 0)
            {
                return header;
            }

            others++;
        }
    }

    // What is not there is told before anything is read.
    private void RequireBytes(FitsHeader header)
    {
        if (_input.CanSeek && header.DataLength > _input.Length - _input.Position)
        {
            throw FitsHeader.Damaged(
                $"its table takes {header.DataLength} bytes, and there are {_input.Length - _input.Position}");
        }
    }

    private IEnumerable<FitsField> FieldsOf(FitsHeader header)
    {
        long offset = 0;
        for (int number = 1; number <= header.Count("TFIELDS"); number++)
        {
            FitsForm form = FitsForm.Parse(header.Text($"TFORM{number}") ?? "");
            if (offset + form.Width > _rowWidth)
            {
                throw FitsHeader.Damaged($"its columns take more than the {_rowWidth} bytes of a row");
            }

            if (form.Holds is 'C' or 'M' or 'X' || (form.IsVariable && form.Element == '\0') || form.Repeat == 0)
            {
                NotesTaken.Add(
                    $"The column {Excerpt.Of(header.Text($"TTYPE{number}") ?? $"{number}")} was left out: its form is"
                    + $" {Excerpt.Of(header.Text($"TFORM{number}"))}.");
            }
            else
            {
                yield return new FitsField(header, number, form, (int)offset);
            }

            offset += form.Width;
        }
    }

    // The heap comes after the rows: where these cannot be gone back to, there are no lists.
    private byte[] ReadHeap(FitsHeader header)
    {
        long rows = _left * _rowWidth;
        long at = header.Whole("THEAP") ?? rows;
        long length = (header.Whole("PCOUNT") ?? 0) - (at - rows);
        if (at < rows || length is < 0 or > MostOfHeap || !_input.CanSeek)
        {
            throw FitsHeader.Damaged(
                _input.CanSeek ? "the heap of its lists is not where it says" : "it has lists: decompress it first");
        }

        long begin = _input.Position;
        _input.Position = begin + at;
        byte[] heap = new byte[length];
        if (_input.ReadAtLeast(heap, heap.Length, throwOnEndOfStream: false) < heap.Length)
        {
            throw FitsHeader.Damaged("it ends in the heap of its lists");
        }

        _input.Position = begin;
        return heap;
    }

    private ReadOnlyMemory<byte> InHeap(long offset, long length) =>
        offset >= 0 && length >= 0 && offset <= _heap.Length - length
            ? _heap.AsMemory((int)offset, (int)length)
            : throw FitsHeader.Damaged("a list of it is outside its heap");

    private void Skip(long length)
    {
        long padded = length > long.MaxValue - FitsHeader.BlockLength
            ? throw FitsHeader.Damaged("its header claims more bytes than there can be")
            : (length + FitsHeader.BlockLength - 1) / FitsHeader.BlockLength * FitsHeader.BlockLength;
        if (_input.CanSeek)
        {
            _input.Position = Math.Min(_input.Length, _input.Position + Math.Min(padded, _input.Length));
            return;
        }

        byte[] some = new byte[1 << 16];
        while (padded > 0 && _input.Read(some, 0, (int)Math.Min(padded, some.Length)) is var read and > 0)
        {
            padded -= read;
        }
    }
}
