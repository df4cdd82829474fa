using System.Text;

namespace Zvar.Tables;

// Comma-separated values, as RFC 4180 has them but for the line's end: a row a line, the names in the first.
internal class CsvWriter : RowWriter
{
    private readonly CellWords _words;

    // A NaN is nothing in a table that has no other word for it.
    internal CsvWriter(Stream output, TableHeader header, bool appends)
        : this(output, header, appends ? "" : Names(header), nan: "")
    {
    }

    private protected CsvWriter(Stream output, TableHeader header, string before, string nan)
        : base(output)
    {
        _words = new CellWords(nan, "inf", "-inf", CsvText.Quote);
        output.Write(Encoding.UTF8.GetBytes(before));
    }

    public override void Complete() => Flush();

    private protected static string Names(TableHeader header) =>
        string.Join(',', header.Columns.Select(column => CsvText.Quote(column.Name))) + "\n";

    private protected sealed override void Encode(TableBlock block, int from, int to, ByteBuffer buffer)
    {
        CellText[] columns = [.. block.Columns.Select(cells => CellText.Of(cells, _words))];
        for (int row = from; row < to; row++)
        {
            columns[0].Write(row, buffer);
            for (int column = 1; column < columns.Length; column++)
            {
                buffer.Add((byte)',');
                columns[column].Write(row, buffer);
            }

            buffer.Add((byte)'\n');
        }
    }
}
