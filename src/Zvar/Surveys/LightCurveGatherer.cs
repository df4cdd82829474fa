namespace Zvar;

/// <summary>
/// Makes light curves of the rows of tables: of ours, of the surveys that are known by their columns, and of any others
/// with a time and a magnitude or a flux. Rows are gathered by the star they are of, in the order the stars first came:
/// by psid, else by name, else by id, of which those less than 1.5 arcseconds apart are of one star. It is for one
/// thread.
/// </summary>
public sealed class LightCurveGatherer
{
    // What numbers the stars has each of its numbers in so many rows at least, on average.
    private const int LeastRowsOfStar = 5;

    private readonly OrderedDictionary<(long Psid, string Name), GatheredStar> _stars = [];
    private readonly Dictionary<string, GatheredStar> _byId = [];
    private readonly SameStar _byPosition = new();
    private readonly PhotometryOptions _options;
    private PhotometryHeader? _header;
    private string? _unsureIds;
    private bool _hasPositions;
    private bool _isIdSaid;

    /// <summary>Makes a gatherer for tables that <see cref="BeginTable(PhotometryHeader)"/> begins.</summary>
    /// <param name="options">What somebody says of all of them; null for nothing.</param>
    public LightCurveGatherer(PhotometryOptions? options = null) => _options = options ?? PhotometryOptions.None;

    /// <summary>Makes a gatherer and begins its first table.</summary>
    /// <param name="names">The names of the table's columns.</param>
    /// <param name="metadata">What the header of its file says: see <see cref="PhotometryHeader.Find"/>.</param>
    /// <param name="options">What somebody says of it; null for nothing.</param>
    /// <exception cref="FormatException">
    /// It is no photometry, or it is not clear which columns are meant; the message names the columns and the options
    /// that would say it.
    /// </exception>
    public LightCurveGatherer(
        IEnumerable<string> names,
        IReadOnlyDictionary<string, string>? metadata = null,
        PhotometryOptions? options = null)
        : this(options) => BeginTable(names, metadata);

    /// <summary>What there is to tell of the rows that came; it is whole after <see cref="Gather"/>.</summary>
    public TableNotes Notes { get; } = new();

    /// <summary>Whether there are rows of any star.</summary>
    public bool HasGathered => _stars.Count > 0;

    /// <summary>Whether the periods in a column Period are read.</summary>
    public bool ReadsPeriods { get; init; } = true;

    /// <summary>Begins a table: the rows that come from now on are its.</summary>
    /// <param name="names">The names of its columns.</param>
    /// <param name="metadata">What the header of its file says: see <see cref="PhotometryHeader.Find"/>.</param>
    /// <exception cref="FormatException">
    /// It is no photometry, or it is not clear which columns are meant; the message names the columns and the options
    /// that would say it.
    /// </exception>
    public void BeginTable(IEnumerable<string> names, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(names);
        string[] columns = [.. names];
        BeginTable(FindHeader(columns, metadata) ?? throw NoPhotometry(columns));
    }

    /// <summary>Begins a table whose columns were found.</summary>
    /// <param name="header">Its columns.</param>
    public void BeginTable(PhotometryHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        _header = header;
        _isIdSaid |= header.IsIdSaid;
        _unsureIds ??= header.IsObjectIdUnsure ? header.ObjectIdColumn : null;
        foreach (PhotometrySeries series in header.Series)
        {
            Notes.AddSource(series.Origin.Source);
        }
    }

    /// <summary>Adds a row: an exposure, or, where arrays stand in its cells, a light curve.</summary>
    /// <param name="cellOf">
    /// What is in a column of the row: null, text, a number, a bool, or an array of these with an element for each
    /// exposure.
    /// </param>
    /// <exception cref="FormatException">
    /// Something in it cannot be read; nothing of it was added, unless the arrays before the fault.
    /// </exception>
    public void Add(Func<string, object?> cellOf)
    {
        ArgumentNullException.ThrowIfNull(cellOf);
        PhotometryHeader header = Header;
        Add(cellOf, new RowFacts(
            header.PsidColumn is { } psid ? PsidCell.Read(cellOf(psid)) : 0,
            ReadsPeriods && header.PeriodColumn is { } period ? PeriodIn(cellOf(period)) : null));
    }

    /// <summary>Adds a row whose psid and period its reader knows.</summary>
    /// <param name="cellOf">What is in a column of the row: see <see cref="Add(Func{string, object?})"/>.</param>
    /// <param name="facts">What it says of its star.</param>
    /// <exception cref="FormatException">Something in it cannot be read.</exception>
    public void Add(Func<string, object?> cellOf, RowFacts facts)
    {
        ArgumentNullException.ThrowIfNull(cellOf);
        PhotometryHeader header = Header;
        if (cellOf(header.TimeColumn) is Array)
        {
            var cells = new ElementCells(cellOf);
            GatheredStar? star = null;
            foreach (PhotometrySeries series in header.Series)
            {
                AddArrays(series, cells, facts, () => star ??= StarOf(cellOf, facts));
            }

            return;
        }

        foreach (PhotometrySeries series in header.Series)
        {
            if (TryRead(series, cellOf, out PhotometryRow exposure, out bool isRelativeFlux))
            {
                Add(StarOf(cellOf, facts), series, exposure, isRelativeFlux, facts);
            }
        }
    }

    /// <summary>Adds an exposure of a light curve.</summary>
    public void Add(PhotometryPoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        LightCurve known = point.GetLightCurve();
        GatheredStar star = For(point.Psid, point.Psid > 0 ? "" : point.TargetName ?? "");
        star.Add(point.ToRow(), known.Origin);
        star.StartAt(known.FirstTime);
        star.Synthetic |= point.Synthetic;
        star.Object ??= known.Object;
        star.TargetName ??= known.TargetName;
        star.Period ??= known.Period;
    }

    /// <summary>
    /// Reads a row that is a whole light curve, with arrays in its cells, and keeps it apart from the others. It may
    /// have what our own light curves say of themselves: TimeSystem, MagnitudeKind, Source and FirstTime.
    /// </summary>
    /// <param name="cellOf">What is in a column of the row: see <see cref="Add(Func{string, object?})"/>.</param>
    /// <param name="facts">What it says of its star.</param>
    /// <exception cref="FormatException">Something in it cannot be read.</exception>
    public GatheredLightCurve ReadWhole(Func<string, object?> cellOf, RowFacts facts)
    {
        ArgumentNullException.ThrowIfNull(cellOf);
        PhotometryHeader header = Header;
        var cells = new ElementCells(cellOf);
        var star = new GatheredStar(facts.Psid)
        {
            TargetName = (header.ObjectColumn is { } name ? CellText.Of(cells.Whole(name)) : null)
                ?? (header.ObjectIdColumn is { } id ? CellText.Of(cells.Whole(id)) : null)
                ?? header.Object,
        };
        PhotometryOrigin? said = OriginIn(cells);
        foreach (PhotometrySeries series in header.Series)
        {
            AddArrays(series, cells, facts, () => star, said);
        }

        star.StartAt(Number.OfCell(cells.Whole("FirstTime")));
        star.Period ??= facts.Period;
        star.Synthetic |= cells.Whole("Synthetic") is { } synthetic && QualityFlag.IsTrue(synthetic);
        return Build(star);
    }

    /// <summary>The light curves of the rows that came. The gatherer is empty afterwards, but for its notes.</summary>
    public IReadOnlyList<GatheredLightCurve> Gather()
    {
        GatheredStar[] stars = HasRowNumbers ? [OneOf([.. _stars.Values])] : [.. _stars.Values];
        if (_unsureIds is not null && _byId.Count > 1 && stars.Length > 1)
        {
            Notes.StarsById = (_unsureIds, _byId.Count);
        }

        GatheredLightCurve[] gathered = Array.ConvertAll(stars, Build);
        _stars.Clear();
        _byId.Clear();
        return gathered;
    }

    private PhotometryHeader Header => _header
        ?? throw new InvalidOperationException("A table begins with BeginTable, before its rows come.");

    // Whether the ids are those of the rows, not of stars.
    private bool HasRowNumbers
    {
        get
        {
            int rows = _stars.Values.Sum(one => one.Count);
            return !_isIdSaid
                && !_hasPositions
                && _byId.Count > 1
                && _stars.Count == _byId.Count
                && (rows == _byId.Count || (_unsureIds is not null && rows < LeastRowsOfStar * _byId.Count));
        }
    }

    private PhotometryHeader? FindHeader(string[] names, IReadOnlyDictionary<string, string>? metadata)
    {
        try
        {
            return PhotometryHeader.Find(names, metadata, _options);
        }
        catch (AmbiguousColumnException error)
        {
            throw new FormatException($"{error.Message} Say which with -TimeColumn, -MagColumn or -FluxColumn.", error);
        }
    }

    private static FormatException NoPhotometry(string[] names)
    {
        bool hasTime = PhotometryHeader.Find([.. names, "mag"]) is not null;
        string lacks = hasTime ? "magnitude" : "time";
        string say = hasTime
            ? "-MagColumn, or with -FluxColumn where there are fluxes (and -MagErrColumn, -FluxErrColumn)"
            : "-TimeColumn, and with -TimeOffset what is added to it for full Julian dates";
        return new FormatException(
            $"The table has no column that is known for its {lacks} (its columns: {new ColumnNames(names)}). Say which it is"
            + $" with {say}.");
    }

    private static double? PeriodIn(object? cell)
    {
        double? days = cell is double number && double.IsFinite(number) ? number
            : CellText.Of(cell) is { } text ? Duration.ParseDays(text)
            : null;
        return days is not <= 0
            ? days
            : throw new FormatException($"A period is more than 0, not '{Excerpt.Of(CellText.Of(cell))}'.");
    }

    private void AddArrays(
        PhotometrySeries series,
        ElementCells cells,
        RowFacts facts,
        Func<GatheredStar> starOf,
        PhotometryOrigin? said = null)
    {
        if (cells.CountOf(series) is not { } count)
        {
            throw new FormatException(
                $"The column {Excerpt.Of(series.Time.Name)} has one value where others have a list of them.");
        }

        for (cells.Index = 0; cells.Index < count; cells.Index++)
        {
            if (TryRead(series, cells.Of, out PhotometryRow exposure, out bool isRelativeFlux))
            {
                Add(starOf(), series, exposure, isRelativeFlux && said is null, facts, said);
            }
        }
    }

    // False for what its survey says is bad, and for what is no exposure. A flux without a zero point is one whose
    // magnitude counts from the median.
    private bool TryRead(
        PhotometrySeries series, Func<string, object?> cellOf, out PhotometryRow exposure, out bool isRelativeFlux)
    {
        isRelativeFlux = false;
        if (series.FindBadFlag(cellOf) is { } flag)
        {
            Notes.CountBad(flag);
            exposure = default;
            return false;
        }

        exposure = series.Read(cellOf, out RowNotes notes);
        Notes.Count(series, notes);
        bool isEmpty = (notes & RowNotes.EmptyMag) != 0;
        isRelativeFlux = series.IsRelative && !isEmpty;
        return (notes & RowNotes.EmptyTime) == 0 && !(series.MayBeEmpty && isEmpty);
    }

    private void Add(
        GatheredStar star,
        PhotometrySeries series,
        PhotometryRow exposure,
        bool isRelativeFlux,
        RowFacts facts,
        PhotometryOrigin? said = null)
    {
        star.TimeOffset = series.Time.OffsetOfEpochs;
        PhotometryOrigin origin = said ?? (facts.Psid > 0 && series.IsOwn ? PhotometryOrigin.Zvar : series.Origin);
        if (isRelativeFlux)
        {
            star.AddRelative(exposure, origin, series.IsScaledByFile ? series : null);
        }
        else
        {
            star.Add(exposure, origin);
        }

        star.Period ??= facts.Period;
        if (facts.Period is not null && facts.Period != star.Period)
        {
            Notes.AddSeveralPeriods(star.Name, star.Period!.Value);
        }
    }

    private GatheredStar StarOf(Func<string, object?> cellOf, RowFacts facts)
    {
        PhotometryHeader header = Header;
        string? name = header.ObjectColumn is { } column ? CellText.Of(cellOf(column)) : null;
        string? id = facts.Psid == 0 && name is null && header.ObjectIdColumn is { } idColumn
            ? CellText.Of(cellOf(idColumn))
            : null;
        name ??= id is null ? header.Object : null;
        GatheredStar star = id is not null ? ForId(id, cellOf) : For(facts.Psid, facts.Psid > 0 ? "" : name ?? "");
        star.TargetName ??= name;
        star.Synthetic |= header.SyntheticColumn is { } synthetic
            && cellOf(synthetic) is { } said && QualityFlag.IsTrue(said);
        return star;
    }

    private GatheredStar ForId(string id, Func<string, object?> cellOf)
    {
        if (!_byId.TryGetValue(id, out GatheredStar? star))
        {
            SkyPosition? position = PositionIn(cellOf);
            star = (position is { } here ? _byPosition.Find(here) : null) ?? For(0, id);
            if (position is { } found && star.Position is null)
            {
                star.Position = found;
                _byPosition.Add(found, star);
                _hasPositions = true;
            }

            star.TargetName ??= id;
            _byId.Add(id, star);
        }

        return star;
    }

    private GatheredStar For(long psid, string name)
    {
        if (!_stars.TryGetValue((psid, name), out GatheredStar? star))
        {
            _stars.Add((psid, name), star = new GatheredStar(psid));
        }

        return star;
    }

    // A row need not have a position, and what is none is none.
    private SkyPosition? PositionIn(Func<string, object?> cellOf)
    {
        try
        {
            return FirstIn(Header.RaColumns, cellOf) is { } ra && FirstIn(Header.DecColumns, cellOf) is { } dec
                ? new SkyPosition(Coordinate.ParseRa(ra), Coordinate.ParseDec(dec))
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string? FirstIn(string[] columns, Func<string, object?> cellOf) =>
        columns.Select(column => CellText.Of(cellOf(column))).FirstOrDefault(text => text is not null);

    private static PhotometryOrigin? OriginIn(ElementCells cells) =>
        TimeSystem.TryParse(CellText.Of(cells.Whole(nameof(LightCurve.TimeSystem))), out TimeSystem system)
        && Enum.TryParse(CellText.Of(cells.Whole(nameof(LightCurve.MagnitudeKind))), out MagnitudeKind kind)
        && Enum.IsDefined(kind)
            ? new PhotometryOrigin(system, kind, CellText.Of(cells.Whole(nameof(LightCurve.Source))))
            : null;

    // An id that is another in each row numbers the rows: they are of one star.
    private static GatheredStar OneOf(GatheredStar[] rows)
    {
        var star = new GatheredStar(psid: 0, rows.Length)
        {
            Period = rows[0].Period,
            TimeOffset = rows[0].TimeOffset,
        };
        foreach (GatheredStar row in rows)
        {
            star.TakeAll(row);
        }

        return star;
    }

    private GatheredLightCurve Build(GatheredStar star)
    {
        GatheredLightCurve built = star.Build(out bool hasMedian);
        if (!hasMedian)
        {
            Notes.AddWithoutMedian(star.Name);
        }

        string[] systems = [.. star.Origins.Select(one => $"{one.TimeSystem}").Distinct()];
        string[] kinds = [.. star.Origins.Select(one => Describe(one.MagnitudeKind)).Distinct()];
        if (systems.Length > 1)
        {
            Notes.AddMixed(star.Name, $"its times are {string.Join(" and ", systems)}, which differ by minutes");
        }
        else if (kinds.Length > 1)
        {
            Notes.AddMixed(star.Name, $"its magnitudes are {string.Join(" and ", kinds)}");
        }

        return built;
    }

    private static string Describe(MagnitudeKind kind) => kind switch
    {
        MagnitudeKind.Relative => "relative ones",
        MagnitudeKind.Difference => "those of differences",
        _ => "those of the star",
    };
}
