using nietras.SeparatedValues;

namespace Zvar.Tables;

// Rows of text with one sign between the columns, by Sep: quotes as in RFC 4180.
internal sealed class DelimitedReader : TextTableReader
{
    private readonly TextReader _text;
    private readonly SepReader _rows;
    private readonly int[] _places;

    private DelimitedReader(TextReader text, SepReader rows, IReadOnlyList<string> names, TableHeader header)
        : base(header)
    {
        (_text, _rows) = (text, rows);
        _places = [.. header.Columns.Select(column => names.ToList().IndexOf(column.Name))];
    }

    // The text is at the line with the names.
    internal static DelimitedReader Open(
        TextReader text, char delimiter, Func<IReadOnlyList<string>, TableHeader> headerOf)
    {
        SepReader rows = Guard(() => Sep.New(delimiter).Reader().From(text));
        string[] names = [.. rows.Header.ColNames.Select(Unquote)];
        return new DelimitedReader(text, rows, names, headerOf(names));
    }

    public override TableBlock? Read() => Take(Guard(ReadRows));

    protected override void Dispose(bool disposing)
    {
        _rows.Dispose();
        _text.Dispose();
        base.Dispose(disposing);
    }

    private int ReadRows()
    {
        int count = 0;
        while (count < TableBlock.MostRows && _rows.MoveNext())
        {
            SepReader.Row row = _rows.Current;
            if (_places.Length > 1 && row.Span.IsWhiteSpace())
            {
                continue;
            }

            for (int i = 0; i < _places.Length; i++)
            {
                ReadOnlySpan<char> cell = row[_places[i]].Span;
                bool quoted = cell.Length >= 2 && cell[0] == '"' && cell[^1] == '"';
                cell = !quoted ? cell : cell[1..^1].Contains('"') ? Unquote(cell.ToString()) : cell[1..^1];
                Add(i, cell, quoted, row.LineNumberFrom);
            }

            count++;
        }

        return count;
    }

    // What Sep says of a row with more or fewer columns, and of a text that never ends.
    internal static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is InvalidDataException or ArgumentException or NotSupportedException
            or IndexOutOfRangeException)
        {
            throw Damaged($"The table's rows and columns do not fit: {Excerpt.Of(error.Message)}", error);
        }
    }

    internal static string Unquote(string cell) => cell.Length >= 2 && cell[0] == '"' && cell[^1] == '"'
        ? cell[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal)
        : cell;
}
