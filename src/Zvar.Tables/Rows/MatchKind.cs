namespace Zvar.Tables;

// Matches with other catalogues: their own columns, and those of the catalogue's rows.
internal sealed class MatchKind() : TableKind(nameof(CatalogMatch), MatchTable.Columns)
{
    private static readonly HashSet<string> Own = [.. MatchTable.Columns.Select(column => column.Name)];

    public override TableRows NewRows() => new FoundRows(Name, [.. AllColumns], row => CellsOf((CatalogMatch)row));

    public override ObjectMaker NewMaker(TableHeader header) => new Maker(header);

    private protected override IEnumerable<Column> AllColumns => [.. Columns, .. GaiaTable.Columns];

    private protected override bool Takes(object row) => row is CatalogMatch;

    private static IEnumerable<KeyValuePair<string, object?>> CellsOf(CatalogMatch match) =>
    [
        .. MatchTable.Columns.Select(column => KeyValuePair.Create(column.Name, column.Read(match))),
        .. match is GaiaMatch gaia
            ? GaiaTable.Columns.Select(column => KeyValuePair.Create(column.Name, column.Read(gaia)))
            : [],
        .. match.GetColumns().Where(column => !Own.Contains(column.Key))
            .Select(column => KeyValuePair.Create(column.Key, (object?)column.Value)),
    ];

    private sealed class Maker(TableHeader header) : ObjectMaker
    {
        private readonly Dictionary<string, int> _places = header.Columns
            .Select((column, place) => (column.Name, place))
            .DistinctBy(one => one.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(StringComparer.OrdinalIgnoreCase);

        // The catalogue's own columns, by its own names; what is computed of others is none of them.
        private readonly (string Name, int Place)[] _ofCatalog =
        [
            .. from one in header.Columns.Select((column, place) => (column.Name, Place: place))
               where !Own.Contains(one.Name)
               let gaia = GaiaTable.Columns.FirstOrDefault(column => column.Name == one.Name)
               where gaia is null || gaia.ServiceName is not null
               select (gaia?.ServiceName ?? one.Name, one.Place),
        ];

        public override IEnumerable<object> Make(TableBlock block)
        {
            for (int row = 0; row < block.Count; row++)
            {
                int from = row;
                object? CellOf(string name) =>
                    _places.TryGetValue(name, out int place) ? block.Columns[place][from] : null;
                var columns = new Dictionary<string, object>();
                foreach ((string name, int place) in _ofCatalog)
                {
                    columns[name] = block.Columns[place][row] switch
                    {
                        int whole => (long)whole,
                        null => header.Columns[place] is { Type: ColumnType.Text } and not UntypedColumn ? "" : double.NaN,
                        { } cell => cell,
                    };
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
