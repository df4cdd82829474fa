namespace Zvar.Tables;

/// <summary>A kind of objects that are the rows of a table: written as such, and made of them again.</summary>
public abstract class TableKind
{
    private static readonly TableKind[] All =
    [
        new ObjectKind<ZvarObject>(StarTable.Columns),
        new ObjectKind<Matchfile>(MatchfileTable.Columns),
        new ObjectKind<ZvarPeriod>(PeriodTable.Columns),
        new ObjectKind<PeriodCandidate>(PeriodCandidateTable.Columns),
        new ObjectKind<PeriodogramPoint>(PeriodogramPointTable.Columns),
        new ObjectKind<PhasePoint>(PhasePointTable.Columns),
        new ObjectKind<VariabilityStatistics>(VariabilityTable.Columns),
        new ObjectKind<ZvarField>(FieldTable.Columns),
        new ObjectKind<ArchiveShare>(ArchiveTables.Shares),
        new ObjectKind<ArchiveCone>(ArchiveTables.Cones),
        new ObjectKind<ArchiveContents>(ArchiveTables.Contents),
        new PhotometryKind(),
        new LightCurveKind(),
        new MatchKind(),
        new ProcessingLogKind(),
    ];

    private protected TableKind(string name, IReadOnlyList<Column> columns) => (Name, Columns) = (name, columns);

    /// <summary>The name of the objects' type.</summary>
    public string Name { get; }

    /// <summary>The columns that every such table has; some have more.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>The kind that an object is of; null where it is none of ours.</summary>
    /// <param name="row">The object.</param>
    /// <param name="nested">Whether a light curve is one row, with lists in it.</param>
    public static TableKind? Of(object row, bool nested = false) => nested && row is LightCurve
        ? Array.Find(All, kind => kind is LightCurveKind)
        : Array.Find(All, kind => kind.Takes(row));

    /// <summary>The kind of a table of these columns; null where it is none of ours.</summary>
    /// <param name="names">The names of its columns, in any order and case.</param>
    public static TableKind? OfColumns(IEnumerable<string> names)
    {
        var there = names.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return All.Where(kind => kind.Columns.All(column => there.Contains(column.Name)))
            .MaxBy(kind => kind.Columns.Count);
    }

    /// <summary>What the columns of a name may be, in whichever of our tables.</summary>
    public static IReadOnlyList<Column> KnownColumns { get; } =
    [
        .. All.Where(kind => kind is not LightCurveKind)
            .SelectMany(kind => kind.AllColumns)
            .DistinctBy(column => column.Name),
    ];

    /// <summary>
    /// Begins to gather rows of any columns: each row is pairs of a name and a cell. What the columns hold is found
    /// from the first block.
    /// </summary>
    public static TableRows NewFoundRows() => new FoundRows(
        "rows", KnownColumns, row => (IEnumerable<KeyValuePair<string, object?>>)row);

    /// <summary>Begins to gather such objects into blocks.</summary>
    public abstract TableRows NewRows();

    /// <summary>Begins to make such objects of the blocks of a table.</summary>
    /// <param name="header">The table.</param>
    public abstract ObjectMaker NewMaker(TableHeader header);

    // Those that some of its tables have beside.
    private protected virtual IEnumerable<Column> AllColumns => Columns;

    private protected abstract bool Takes(object row);

    // A table of text does not say what its columns hold: of ours it is known, and of others it is text.
    internal static TableHeader HeaderOf(IReadOnlyList<string> names)
    {
        TableKind? kind = OfColumns(names);
        return new TableHeader(
            kind?.Name ?? "",
            [
                .. names.Select(name => kind?.AllColumns.FirstOrDefault(column =>
                    string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase)) is { } known
                    ? known with { Name = name }
                    : kind is null ? new Column(name, ColumnType.Text, "")
                    : new UntypedColumn(name)),
            ]);
    }
}
