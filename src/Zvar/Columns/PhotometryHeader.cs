namespace Zvar;

/// <summary>
/// Which columns of somebody's table of photometry hold what, found from their names: ours, those of surveys' light
/// curves, and those that astronomers' tables commonly have, in any case and spelling.
/// </summary>
public sealed class PhotometryHeader
{
    private PhotometryHeader(
        ColumnNames names, TableMetadata metadata, string? idColumn, PhotometrySeries[] series)
    {
        Series = series;
        IsIdSaid = idColumn is not null;
        ObjectColumn = IsIdSaid ? null : names.FirstOf(PhotometryNames.Object.SelectMany(one => one));
        ObjectIdColumn = idColumn ?? names.FirstOf(PhotometryNames.ObjectId.SelectMany(one => one));
        IsObjectIdUnsure = !IsIdSaid
            && ObjectIdColumn is not null
            && PhotometryNames.NumberOfSomething.Contains(PhotometryNames.Plain(ObjectIdColumn));
        PsidColumn = IsIdSaid ? null : names.AllOf(["psid"]).FirstOrDefault();
        PeriodColumn = names.AllOf(["period"]).FirstOrDefault();
        SyntheticColumn = names.AllOf(["synthetic"]).FirstOrDefault();
        RaColumns = [.. names.AllOf(PositionNames.Ra)];
        DecColumns = [.. names.AllOf(PositionNames.Dec)];
        Object = metadata.Object;
        Columns =
        [
            .. series.SelectMany(one => one.Columns).Concat(new[] { ObjectColumn, ObjectIdColumn }.OfType<string>())
                .Distinct(),
        ];
    }

    /// <summary>The columns that are read; others there may be.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The column that holds the time; where each band has one, that of the first.</summary>
    public string TimeColumn => Series[0].Time.Name;

    /// <summary>What is added to it for a full Julian date, in days.</summary>
    public double TimeOffset => Series[0].Time.Offset;

    /// <summary>The column that holds the magnitude, or the flux it is made of.</summary>
    public string MagColumn => Series[0].Brightness.Column;

    /// <summary>The column that holds its error; null where none does.</summary>
    public string? MagErrColumn => Series[0].Brightness.ErrorColumn;

    /// <summary>
    /// Which survey the table is taken for, and by which columns; how its times are counted, and what its magnitudes
    /// are.
    /// </summary>
    public PhotometryOrigin Origin => Series[0].Origin;

    /// <summary>The column that says whose photometry it is; null where none does.</summary>
    public string? ObjectColumn { get; }

    /// <summary>
    /// A column with the id of another catalogue, which may also number the rows; null where none is.
    /// </summary>
    public string? ObjectIdColumn { get; }

    /// <summary>Whether that column may as well number something else than stars.</summary>
    public bool IsObjectIdUnsure { get; }

    internal PhotometrySeries[] Series { get; }

    // Whether somebody said which column has the id.
    internal bool IsIdSaid { get; }


    internal string? PsidColumn { get; }

    internal string? PeriodColumn { get; }

    internal string? SyntheticColumn { get; }

    internal string[] RaColumns { get; }

    internal string[] DecColumns { get; }

    // The star that the file says it is of.
    internal string? Object { get; }

    /// <summary>Finds the columns of a table.</summary>
    /// <param name="names">The names of its columns.</param>
    /// <param name="metadata">
    /// What the header of its file says, by keyword: BJDREFI and BJDREFF, the zero of TESS's and Kepler's times, and
    /// OBJECT, the star; null where there is none.
    /// </param>
    /// <param name="options">What somebody says of it; null for nothing.</param>
    /// <returns>Null where the table has no time or no magnitude: it is no photometry.</returns>
    /// <exception cref="FormatException">
    /// Two columns could be the time, or the magnitude; there is no column that the options name; or nothing says from
    /// which day the times count.
    /// </exception>
    public static PhotometryHeader? Find(
        IEnumerable<string> names,
        IReadOnlyDictionary<string, string>? metadata = null,
        PhotometryOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(names);
        options ??= PhotometryOptions.None;
        var columns = new ColumnNames(names);
        var keywords = new TableMetadata(metadata);

        // A difference alone is no magnitude of an object.
        if (columns.Has("isdiffpos"))
        {
            columns.Forget("magpsf");
        }

        Survey? survey = Survey.Find(columns);
        if (survey is { Series.Length: > 1 } && options.NamesColumns)
        {
            survey = null;
        }

        string? idColumn = columns.Named(options.IdColumn, nameof(options.IdColumn));
        string? shownId = idColumn ?? columns.FirstOf(PhotometryNames.ObjectId.SelectMany(one => one));
        var finder = new SeriesFinder(columns, keywords, options);
        PhotometrySeries[] series =
        [
            .. (survey?.Series ?? [new SeriesPlan()]).Select(plan => finder.Find(plan, survey, shownId))
                .OfType<PhotometrySeries>(),
        ];
        return series.Length == 0 ? null : new PhotometryHeader(columns, keywords, idColumn, series);
    }

    /// <summary>
    /// The column by which a row says that it is bad, as its survey tells; null where it says nothing. Where each band
    /// has columns of its own, those of the first.
    /// </summary>
    /// <param name="cellOf">What is in a column of the row: null, text, a number or a bool.</param>
    public string? FindBadFlag(Func<string, object?> cellOf)
    {
        ArgumentNullException.ThrowIfNull(cellOf);
        return Series[0].FindBadFlag(cellOf);
    }

    /// <summary>
    /// Reads a row; where each band has columns of its own, those of the first. Of fluxes without a zero point, the
    /// magnitudes are as if it were 0: <see cref="LightCurveGatherer"/> counts them from their median.
    /// </summary>
    /// <param name="cellOf">What is in a column of the row: null, text, a number or a bool.</param>
    /// <param name="notes">What is to be told of it.</param>
    /// <exception cref="FormatException">It has no time, or something in it is no number.</exception>
    public PhotometryRow Read(Func<string, object?> cellOf, out RowNotes notes)
    {
        ArgumentNullException.ThrowIfNull(cellOf);
        return Series[0].Read(cellOf, out notes);
    }
}
