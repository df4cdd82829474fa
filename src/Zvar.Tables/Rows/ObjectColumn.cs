namespace Zvar.Tables;

// Fills the cells of one column of a table of objects.
internal abstract class ObjectColumn<TRow>
{
    internal abstract Cells Cells { get; }

    internal abstract void Set(int row, TRow from);

    internal static ObjectColumn<TRow> Of(Column<TRow> column, int rows) => column.Type switch
    {
        ColumnType.Long => new Typed<long>(column, rows),
        ColumnType.Integer => new Typed<int>(column, rows),
        ColumnType.Real => new Typed<double>(column, rows),
        ColumnType.Logical => new Typed<bool>(column, rows),
        _ => new Typed<string?>(column, rows),
    };

    internal static Cells CellsOf(Column<TRow> column, TRow[] rows)
    {
        ObjectColumn<TRow> filled = Of(column, rows.Length);
        for (int i = 0; i < rows.Length; i++)
        {
            filled.Set(i, rows[i]);
        }

        return filled.Cells;
    }

    private sealed class Typed<TCell>(Column<TRow> column, int rows) : ObjectColumn<TRow>
    {
        private readonly Func<TRow, TCell> _cellOf = column.Cells<TCell>();
        private readonly Cells<TCell> _cells = new(new TCell[rows]);

        internal override Cells Cells => _cells;

        internal override void Set(int row, TRow from) => _cells.Values[row] = _cellOf(from);
    }
}
