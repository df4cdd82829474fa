using System.Text.Json;

namespace Zvar.Tables;

// A table whose cells are text.
internal abstract class TextTableReader(TableHeader header) : TableReader
{
    private readonly TextCells[] _cells = [.. header.Columns.Select(TextCells.Of)];

    public sealed override TableHeader Header { get; } = header;

    private protected void Add(int column, ReadOnlySpan<char> cell, bool quoted, long line)
    {
        try
        {
            _cells[column].Add(cell, quoted);
        }
        catch (Exception error) when (error is FormatException or OverflowException or JsonException)
        {
            throw Damaged(
                $"'{Excerpt.Of(cell.ToString())}' in line {line} is not {Header.Columns[column].Type}, as the column"
                + $" {Excerpt.Of(Header.Columns[column].Name)} is.",
                error);
        }
    }

    private protected TableBlock? Take(int count) =>
        count == 0 ? null : new TableBlock(count, [.. _cells.Select(cells => cells.Take())]);
}
