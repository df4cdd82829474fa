namespace Zvar.Tables;

// Objects of one type, a row each.
internal sealed class ObjectRows<TRow>(string name, IReadOnlyList<Column<TRow>> columns) : TableRows
{
    private readonly ObjectColumn<TRow>[] _columns =
        [.. columns.Select(column => ObjectColumn<TRow>.Of(column, TableBlock.MostRows))];

    public override TableHeader Header { get; } = new(name, columns);

    public override int Add(object row, int from)
    {
        foreach (ObjectColumn<TRow> column in _columns)
        {
            column.Set(Count, (TRow)row);
        }

        Count++;
        return 0;
    }

    private protected override IReadOnlyList<Cells> Cells() => [.. _columns.Select(column => column.Cells)];
}
