namespace Zvar;

// One series of exposures in a table: which columns have what. Most tables have one; Gaia's has one for each band.
internal sealed class PhotometrySeries
{
    internal required TimeColumn Time { get; init; }

    internal required Brightness Brightness { get; init; }

    // What is read as it is.
    internal required (PhotometryColumn Column, string Name)[] Others { get; init; }

    // The column of the bands; null where Band is that of all.
    internal string? BandColumn { get; init; }

    internal string Band { get; init; } = "";

    internal required (QualityFlag Flag, string Name)[] Flags { get; init; }

    internal required PhotometryOrigin Origin { get; init; }

    // Whether rows without a brightness are nothing to wonder at, and no exposures.
    internal bool MayBeEmpty { get; init; }

    // Whether magnitudes are counted from the median of the same file alone.
    internal bool IsScaledByFile { get; init; }

    // Whether the table has our names: rows with a psid are ZVAR's then.
    internal bool IsOwn { get; init; }

    internal bool IsRelative => Origin.MagnitudeKind == MagnitudeKind.Relative;

    internal IEnumerable<string> Columns =>
    [
        Time.Name,
        Brightness.Column,
        .. Brightness.ErrorColumn is { } error ? new[] { error } : [],
        .. Brightness.OtherColumns,
        .. Others.Select(one => one.Name),
        .. BandColumn is { } band ? new[] { band } : [],
        .. Flags.Select(one => one.Name),
    ];

    internal string? FindBadFlag(Func<string, object?> cellOf)
    {
        foreach ((QualityFlag flag, string name) in Flags)
        {
            if (cellOf(name) is { } cell && QualityFlag.IsSaid(cell) && flag.IsBad(cell))
            {
                return name;
            }
        }

        return null;
    }

    internal PhotometryRow Read(Func<string, object?> cellOf, out RowNotes notes)
    {
        var row = new PhotometryRow { Band = Band };
        foreach ((PhotometryColumn column, string name) in Others)
        {
            object? cell = cellOf(name);
            if ((int)column < PhotometryTable.NumberColumns)
            {
                row.Numbers[(int)column] = CellNumber.Of(name, cell);
            }
            else
            {
                row.Integers[(int)column - PhotometryTable.NumberColumns] = cell as int? ?? WholeOf(cell);
            }
        }

        if (BandColumn is { } bandColumn && CellText.Of(cellOf(bandColumn)) is { } band)
        {
            row.Band = Zvar.Band.Normalize(band);
        }

        notes = Time.Read(cellOf(Time.Name), out double time) | Brightness.Read(row.Numbers, cellOf);
        row.Numbers[(int)PhotometryColumn.Time] = time;
        return row;
    }

    private static int WholeOf(object? cell) => CellText.Of(cell) is { } whole ? Number.ParseWhole(whole) : 0;
}
