namespace Zvar;

// The cells of a row in which arrays stand, an exposure at a time; what is no array is the same for all of them.
internal sealed class ElementCells(Func<string, object?> cellOf)
{
    private readonly Dictionary<string, object?> _cells = [];

    internal int Index { get; set; }

    internal object? Of(string name) => Whole(name) is Array array
        ? array.GetValue(Index)
        : _cells[name];

    // How many exposures there are; null where the times are no array.
    internal int? CountOf(PhotometrySeries series)
    {
        if (Whole(series.Time.Name) is not Array times)
        {
            return null;
        }

        foreach (string column in series.Columns)
        {
            if (Whole(column) is Array other && other.Length != times.Length)
            {
                throw new FormatException(
                    $"The columns of this light curve differ in length: {Excerpt.Of(series.Time.Name)} has {times.Length},"
                    + $" {Excerpt.Of(column)} {other.Length}.");
            }
        }

        return times.Length;
    }

    internal object? Whole(string name)
    {
        if (!_cells.TryGetValue(name, out object? cell))
        {
            _cells.Add(name, cell = cellOf(name));
        }

        return cell;
    }
}
