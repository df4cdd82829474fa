namespace Zvar.Tables;

// Processing logs: their own columns, and what else the service says of them.
internal sealed class ProcessingLogKind() : TableKind(nameof(ProcessingLog), ProcessingLogTable.Columns)
{
    private static readonly HashSet<string> Own = [.. ProcessingLogTable.Columns.Select(column => column.Name)];

    public override TableRows NewRows() => new FoundRows(Name, Columns, row => CellsOf((ProcessingLog)row));

    public override ObjectMaker NewMaker(TableHeader header) => new Maker(header);

    private protected override bool Takes(object row) => row is ProcessingLog;

    private static IEnumerable<KeyValuePair<string, object?>> CellsOf(ProcessingLog log) =>
    [
        .. ProcessingLogTable.Columns.Select(column => KeyValuePair.Create(column.Name, column.Read(log))),
        .. log.GetColumns().Where(column => !Own.Contains(column.Key))
            .Select(column => KeyValuePair.Create(column.Key, (object?)column.Value)),
    ];

    private sealed class Maker(TableHeader header) : ObjectMaker
    {
        private readonly RowMaker<ProcessingLog> _rows = new(header.Columns.Select(column => column.Name));

        public override IEnumerable<object> Make(TableBlock block)
        {
            for (int row = 0; row < block.Count; row++)
            {
                Dictionary<string, object?> cells = header.Columns
                    .Select((column, place) => (column.Name, block.Columns[place][row]))
                    .DistinctBy(one => one.Name).ToDictionary();
                yield return _rows.Make(name => cells[name]).WithColumns(
                    cells.Where(cell => !Own.Contains(cell.Key))
                        .ToDictionary(cell => cell.Key, cell => cell.Value switch
                        {
                            int whole => (long)whole,
                            null => double.NaN,
                            { } other => other,
                        }));
            }
        }
    }
}
