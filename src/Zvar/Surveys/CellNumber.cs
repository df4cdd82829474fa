namespace Zvar;

// The number in a cell of a column. A decimal comma is mostly in all rows: the column is told, and how to mend it, not
// the number of each.
internal static class CellNumber
{
    internal static double Of(string column, object? cell)
    {
        try
        {
            return Number.OfCell(cell);
        }
        catch (FormatException) when (cell is string text && text.Contains(',', StringComparison.Ordinal))
        {
            string name = $"'{Excerpt.Of(column).Replace("'", "''", StringComparison.Ordinal)}'";
            throw new FormatException(
                $"The column {Excerpt.Of(column)} has numbers with a comma, and decimals have a point. Replace it on the"
                + $" way: Select-Object *, @{{ n = {name}; e = {{ $_.{name} -replace ',', '.' }} }} -ExcludeProperty {name}");
        }
    }
}
