namespace Zvar.Tables;

// Objects of one type whose columns are its properties.
internal sealed class ObjectKind<TRow>(IReadOnlyList<Column<TRow>> columns) : TableKind(typeof(TRow).Name, columns)
    where TRow : class
{
    public override TableRows NewRows() => new ObjectRows<TRow>(Name, columns);

    public override ObjectMaker NewMaker(TableHeader header) => new Maker(header);

    private protected override bool Takes(object row) => row is TRow;

    private sealed class Maker(TableHeader header) : ObjectMaker
    {
        private readonly RowMaker<TRow> _rows = new(header.Columns.Select(column => column.Name));
        private readonly Dictionary<string, int> _places = header.Columns.Select((column, place) => (column.Name, place))
            .DistinctBy(one => one.Name).ToDictionary();

        public override IEnumerable<object> Make(TableBlock block)
        {
            for (int row = 0; row < block.Count; row++)
            {
                object made = _rows.Make(name => block.Columns[_places[name]][row]);
                yield return made is ZvarObject star ? OwningEntries(star) : made;
            }
        }

        // What a star lists says whose it is, and whether it is made up.
        private static ZvarObject OwningEntries(ZvarObject star) => star with
        {
            Matchfiles = new(
                [.. star.Matchfiles.Select(one => one with { Psid = star.Psid, Synthetic = star.Synthetic })]),
            Periods = new(
                [.. star.Periods.Select(one => one with { Psid = star.Psid, Synthetic = star.Synthetic })]),
        };
    }
}
