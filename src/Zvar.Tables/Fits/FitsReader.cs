namespace Zvar.Tables;

// The first binary table of a FITS file that has rows.
internal sealed class FitsReader : TableReader
{
    internal static ReadOnlySpan<byte> Signature => "SIMPLE  ="u8;

    // Rows that are read at a time, fewer of those that have lists, and what a row may take of memory.
    private const int BytesOfBlock = 1 << 20;
    private const int RowsWithLists = 64;
    private const int MostOfRow = 1 << 28;

    private readonly Stream _input;
    private readonly FitsField[] _fields;
    private readonly int _rowWidth;
    private readonly byte[] _rows;
    private readonly bool _hasHeap;
    private readonly long _tableAt;
    private readonly long _heapAt;
    private readonly long _heapLength;
    private long _rowsAt;
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
        _hasHeap = _fields.Any(field => field.Form.IsVariable);
        long rows = Math.Min(Math.Min(_left, _hasHeap ? RowsWithLists : TableBlock.MostRows), BytesOfBlock / rowWidth);
        _rows = new byte[Math.Max(1, rows) * rowWidth];
        if (_hasHeap)
        {
            (_heapAt, _heapLength) = FindHeap(header);
            (_input, _tableAt) = _input.CanSeek ? (_input, _input.Position) : (Spooled(_input, header.DataLength), 0);
        }

        Header = new TableHeader(header.Text("EXTNAME") ?? "", [.. _fields.Select(field => field.Column)])
        {
            Facts =
            [
                .. header.Values.Concat(primary.Values).DistinctBy(card => card.Key)
                    .Where(card => !FitsHeader.IsOfStructure(card.Key)),
            ],
        };
    }

    public override TableHeader Header { get; }

    public override TableBlock? Read()
    {
        if (_left == 0)
        {
            return null;
        }

        if (_hasHeap)
        {
            _input.Position = _tableAt + _rowsAt;
        }

        int count = (int)Math.Min(_left, _rows.Length / _rowWidth);
        Span<byte> rows = _rows.AsSpan(0, count * _rowWidth);
        if (_input.ReadAtLeast(rows, rows.Length, throwOnEndOfStream: false) < rows.Length)
        {
            throw FitsHeader.Damaged($"it ends before its last {_left} rows");
        }

        _left -= count;
        _rowsAt += rows.Length;

        var columns = new Cells[_fields.Length];
        void ReadColumn(int i) => columns[i] = _fields[i].Read(_rows, count, _rowWidth, InHeap);
        if (!_hasHeap)
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

            if (form.Holds is 'C' or 'M' or 'X'
                || (form.IsVariable && form.Element == '\0')
                || form is { Repeat: 0, Letter: not 'A' })
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

    // The heap comes after the rows, which cannot be gone back to in what is compressed.
    private static FileStream Spooled(Stream input, long length)
    {
        FileStream spool = TableFile.Spool();
        try
        {
            byte[] some = new byte[1 << 16];
            while (spool.Length < length)
            {
                int read = input.Read(some, 0, (int)Math.Min(some.Length, length - spool.Length));
                if (read == 0)
                {
                    throw FitsHeader.Damaged($"its table takes {length} bytes, and there are {spool.Length}");
                }

                spool.Write(some, 0, read);
            }
        }
        catch
        {
            spool.Dispose();
            throw;
        }

        input.Dispose();
        return spool;
    }

    private (long At, long Length) FindHeap(FitsHeader header)
    {
        long rows = _left * _rowWidth;
        long at = header.Whole("THEAP") ?? rows;
        long length = (header.Whole("PCOUNT") ?? 0) - (at - rows);
        return at >= rows && length >= 0
            ? (at, length)
            : throw FitsHeader.Damaged("the heap of its lists is not where it says");
    }

    private ReadOnlyMemory<byte> InHeap(long offset, long length)
    {
        if (offset < 0 || length < 0 || offset > _heapLength - length)
        {
            throw FitsHeader.Damaged("a list of it is outside its heap");
        }

        byte[] list = GC.AllocateUninitializedArray<byte>(checked((int)length));
        _input.Position = _tableAt + _heapAt + offset;
        return _input.ReadAtLeast(list, list.Length, throwOnEndOfStream: false) == list.Length
            ? list
            : throw FitsHeader.Damaged("it ends in the heap of its lists");
    }

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
