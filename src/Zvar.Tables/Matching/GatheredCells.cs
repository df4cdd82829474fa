namespace Zvar.Tables;

// Cells of a column of another catalogue, gathered from where they are to the rows of pairs. What is taken from nowhere
// is missing.
internal abstract class GatheredCells
{
    internal abstract Cells Cells { get; }

    // Takes cells of a group of rows for some pairs, by their places.
    internal abstract void Take(Cells from, ReadOnlySpan<XmatchPair> pairs, ReadOnlySpan<int> places);

    internal static GatheredCells Of(Column column, int count) => column.Type switch
    {
        ColumnType.Long => new Typed<long>(count),
        ColumnType.Integer => new Typed<int>(count),
        ColumnType.Real => new Typed<double>(count),
        ColumnType.Logical => new Typed<bool>(count),
        _ => new Typed<string?>(count),
    };

    private sealed class Typed<T> : GatheredCells
    {
        private readonly Cells<T> _cells;

        internal Typed(int count)
        {
            bool[] missing = new bool[count];
            missing.AsSpan().Fill(true);
            _cells = new Cells<T>(new T[count]) { Missing = missing };
        }

        internal override Cells Cells => _cells;

        internal override void Take(Cells from, ReadOnlySpan<XmatchPair> pairs, ReadOnlySpan<int> places)
        {
            T[] values = ((Cells<T>)from).Values;
            foreach (int place in places)
            {
                int row = pairs[place].Row;
                _cells.Values[place] = values[row];
                _cells.Missing![place] = from.IsMissing(row) || values[row] is double.NaN;
            }
        }
    }
}
