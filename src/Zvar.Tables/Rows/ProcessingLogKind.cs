namespace Zvar.Tables;

// Processing logs: their own columns, and what else the service says of them.
internal sealed class ProcessingLogKind() : TableKind(nameof(ProcessingLog), ProcessingLogTable.Columns)
{
    private static readonly HashSet<string> Own = [.. ProcessingLogTable.Columns.Select(column => column.Name)];

    public override TableRows NewRows() => new Rows(this);

    public override ObjectMaker NewMaker(TableHeader header) => new Maker(header);

    private protected override bool Takes(object row) => row is ProcessingLog;

    private sealed class Rows(ProcessingLogKind kind) : TableRows
    {
        private readonly FoundRows _rows = new(kind.Name, kind.Columns);

        public override TableHeader Header => _rows.Header;

        public override int Add(object row, int from)
        {
            var log = (ProcessingLog)row;
            _rows.Add(
                (KeyValuePair<string, object?>[])
                [
                    .. ProcessingLogTable.Columns.Select(column => KeyValuePair.Create(column.Name, column.Read(log))),
                    .. log.GetColumns().Where(column => !Own.Contains(column.Key))
                        .Select(column => KeyValuePair.Create(column.Key, (object?)column.Value)),
                ],
                0);
            Count++;
            return 0;
        }

        private protected override IReadOnlyList<Cells> Cells() => _rows.Take().Columns;
    }

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
