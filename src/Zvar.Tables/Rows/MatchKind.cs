namespace Zvar.Tables;

// Matches with other catalogues: their own columns, and those of the catalogue's rows.
internal sealed class MatchKind() : TableKind(nameof(CatalogMatch), MatchTable.Columns)
{
    private static readonly HashSet<string> Own = [.. MatchTable.Columns.Select(column => column.Name)];

    public override TableRows NewRows() => new Rows(this);

    public override ObjectMaker NewMaker(TableHeader header) => new Maker(header);

    private protected override IEnumerable<Column> AllColumns => [.. Columns, .. GaiaTable.Columns];

    private protected override bool Takes(object row) => row is CatalogMatch;

    private sealed class Rows(MatchKind kind) : TableRows
    {
        private readonly FoundRows _rows = new(kind.Name, [.. kind.AllColumns]);

        public override TableHeader Header => _rows.Header;

        public override int Add(object row, int from)
        {
            _rows.Add(CellsOf((CatalogMatch)row), 0);
            Count++;
            return 0;
        }

        private protected override IReadOnlyList<Cells> Cells() => _rows.Take().Columns;

        private static IEnumerable<KeyValuePair<string, object?>> CellsOf(CatalogMatch match) =>
        [
            .. MatchTable.Columns.Select(column => KeyValuePair.Create(column.Name, column.Read(match))),
            .. match is GaiaMatch gaia
                ? GaiaTable.Columns.Select(column => KeyValuePair.Create(column.Name, column.Read(gaia)))
                : [],
            .. match.GetColumns().Where(column => !Own.Contains(column.Key))
                .Select(column => KeyValuePair.Create(column.Key, (object?)column.Value)),
        ];
    }

    private sealed class Maker(TableHeader header) : ObjectMaker
    {
        public override IEnumerable<object> Make(TableBlock block)
        {
            for (int row = 0; row < block.Count; row++)
            {
                object? CellOf(string name) => header.Columns.Select((column, place) => (column, place))
                    .Where(one => string.Equals(one.column.Name, name, StringComparison.OrdinalIgnoreCase))
                    .Select(one => block.Columns[one.place][row]).FirstOrDefault();
                var columns = new Dictionary<string, object>();
                for (int place = 0; place < header.Columns.Count; place++)
                {
                    Column column = header.Columns[place];
                    Column<GaiaMatch>? gaia = GaiaTable.Columns.FirstOrDefault(one => one.Name == column.Name);
                    if (!Own.Contains(column.Name) && (gaia is null || gaia.ServiceName is not null))
                    {
                        object? cell = block.Columns[place][row];
                        columns[gaia?.ServiceName ?? column.Name] = cell switch
                        {
                            int whole => (long)whole,
                            null => column is { Type: ColumnType.Text } and not UntypedColumn ? "" : double.NaN,
                            _ => cell,
                        };
                    }
                }

                CatalogMatch match = CatalogMatch.Create(
                    CellOf("Psid") as long? ?? 0,
                    CellOf("Catalog") as string ?? "",
                    new CatalogRow(
                        "",
                        CellOf("CatalogRa") as double? ?? double.NaN,
                        CellOf("CatalogDec") as double? ?? double.NaN,
                        columns),
                    zvarObject: null);
                if (match is GaiaMatch source && CellOf("BpRp") is double color)
                {
                    match = source with { BpRp = color };
                }

                yield return match with
                {
                    Id = CellOf("Id") as string,
                    TargetName = CellOf("TargetName") as string,
                    Separation = CellOf("Separation") as double? ?? double.NaN,
                    Synthetic = CellOf("Synthetic") is true,
                };
            }
        }
    }
}
