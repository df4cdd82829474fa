namespace Zvar.Tables;

// The columns of a table of stars: their own, and their match files and periods, in a cell each.
internal static class StarTable
{
    internal static IReadOnlyList<Column<ZvarObject>> Columns { get; } =
    [
        .. ObjectTable.Columns,
        new(
            nameof(ZvarObject.Matchfiles),
            ColumnType.Text,
            "Its light curves by field, CCD, quadrant and band, as JSON",
            one => EntriesText<Matchfile>.Format(one.Matchfiles))
        {
            Ucd = "meta.note",
        },
        new(
            nameof(ZvarObject.Periods),
            ColumnType.Text,
            "Its candidate periods, as JSON",
            one => EntriesText<ZvarPeriod>.Format(one.Periods))
        {
            Ucd = "meta.note",
        },
    ];
}
