using System.Management.Automation;
using Zvar;

namespace ZvarPS;

/// <summary>
/// Reads light curves of what comes down the pipeline: light curves, as they are or as they came out of a file or a
/// job; and photometric points and the rows of any table with a time and a magnitude, gathered by the star they are of,
/// in the order the stars first came.
/// </summary>
/// <param name="readsPeriods">Whether a column Period is wanted.</param>
internal sealed class LightCurveReader(bool readsPeriods)
{
    /// <summary>What photometry is, for error messages.</summary>
    internal const string Wanted =
        "Pipe light curves, photometric points, or rows with a time (Time, bjd, hjd, jd, mjd) and a magnitude (Mag), and"
        + " if you have them MagErr, Band, Psid or Name. Rename other columns on the way: Select-Object *, @{ n = 'Time';"
        + " e = 'my_time' }, @{ n = 'Mag'; e = 'my_mag' }";

    // What numbers the stars has each of its numbers in so many rows at least, on average.
    private const int LeastRowsOfStar = 5;

    // Arcseconds within which ids are of one star: ZTF has one for each of its fields, quadrants and filters.
    private const double SameStar = 1.5;

    private readonly OrderedDictionary<(long Psid, string Name), Gathering> _stars = [];
    private readonly Dictionary<string, Gathering> _byId = [];
    private PhotometryHeader? _header;
    private string? _unsureIds;

    /// <summary>What there is to tell of the rows that came.</summary>
    internal TableNotes Notes { get; } = new();

    /// <summary>Whether points or rows have come.</summary>
    internal bool HasGathered => _stars.Count > 0;

    /// <summary>Takes an input if it is photometry.</summary>
    /// <param name="input">What came.</param>
    /// <param name="whole">The light curve, where it is a whole one; null where it is a point of one.</param>
    /// <returns>False where it is no photometry.</returns>
    /// <exception cref="FormatException">It is photometry, but something in it cannot be read.</exception>
    internal bool TryRead(PSObject input, out GivenLightCurve? whole)
    {
        whole = input.BaseObject is LightCurve lightCurve ? new GivenLightCurve(lightCurve) : null;
        switch (input.BaseObject)
        {
            case LightCurve:
                return true;
            case PhotometryPoint point:
                Add(point);
                return true;
            case not null when !Argument.IsRow(input):
                return false;
        }

        var row = new Row(input);
        if (HeaderOf(row) is not { } header)
        {
            PhasePointReader.RefuseUnfinished(row);
            return MagnitudeAdvice.Of(row) is { } advice ? throw new FormatException(advice) : false;
        }

        switch (row.Cell(header.TimeColumn))
        {
            case "System.Double[]":
                throw new FormatException(
                    "This is a light curve in columns, which no table holds: export its points, as Get-ZvarPhotometry"
                    + " gives them or the light curve's EnumeratePoints().");
            case { } list when Argument.IsList(list):
                whole = ReadColumns(row, header);
                break;
            default:
                Add(row, header);
                break;
        }

        return true;
    }

    /// <summary>The light curves of the points and rows that came; the notes are whole afterwards.</summary>
    internal IEnumerable<GivenLightCurve> Gathered()
    {
        Gathering[] stars = HasRowNumbers ? [OneOf([.. _stars.Values])] : [.. _stars.Values];
        if (_unsureIds is not null && _byId.Count > 1 && stars.Length > 1)
        {
            Notes.StarsById = (_unsureIds, _byId.Count);
        }

        return stars.Select(one => one.Build());
    }

    // Whether the ids are those of the rows, not of stars.
    private bool HasRowNumbers
    {
        get
        {
            int rows = _stars.Values.Sum(one => one.Builder.Count);
            return _byId.Count > 1
                && _stars.Count == _byId.Count
                && _stars.Values.All(one => one.Position is null)
                && (rows == _byId.Count || (_unsureIds is not null && rows < LeastRowsOfStar * _byId.Count));
        }
    }

    // The header of the table that a row is of, which mostly is that of the row before.
    private PhotometryHeader? HeaderOf(Row row)
    {
        if (_header is null || !HasAll(row, _header.Columns))
        {
            _header = FindHeader(row);
        }

        return _header;
    }

    private static bool HasAll(Row row, IReadOnlyList<string> columns)
    {
        foreach (string column in columns)
        {
            if (!row.Has(column))
            {
                return false;
            }
        }

        return true;
    }

    private static PhotometryHeader? FindHeader(Row row)
    {
        try
        {
            return PhotometryHeader.Find(row.Names);
        }
        catch (FormatException error)
        {
            throw new FormatException(
                $"{error.Message} Say which: Select-Object *, @{{ n = 'Time'; e = '…' }}, @{{ n = 'Mag'; e = '…' }}. How to"
                + " make a row of each of several bands about_ZvarPS_Folding tells.",
                error);
        }
    }

    private void Add(PhotometryPoint point)
    {
        LightCurve known = point.GetLightCurve();
        Gathering star = For(point.Psid, point.Psid > 0 ? "" : point.TargetName ?? "");
        star.Builder.Add(point.ToRow());
        star.Builder.StartAt(known.FirstTime);
        star.Builder.Synthetic |= point.Synthetic;
        star.Object ??= known.Object;
        star.TargetName ??= known.TargetName;
        star.Period ??= known.Period;
    }

    private void Add(Row row, PhotometryHeader header)
    {
        if (ReadExposure(row.Cell, header) is { } exposure)
        {
            double? period = PeriodOf(row);
            Gathering star = For(row, header);
            star.TimeOffset = header.TimeOffset;
            star.Builder.Add(exposure);
            star.Builder.Synthetic |= row.Is("Synthetic");
            star.Period ??= period;
            if (period is not null && period != star.Period)
            {
                Notes.AddSeveralPeriods(star.Name, star.Period!.Value);
            }
        }
    }

    // What is left of a light curve, or one that somebody has in columns.
    private GivenLightCurve ReadColumns(Row row, PhotometryHeader header)
    {
        // The keys of a dictionary may differ and have the same text; a header is found in any case of its names.
        StringComparer anyCase = StringComparer.OrdinalIgnoreCase;
        Dictionary<string, object?[]> lists = row.Names.Distinct(anyCase).Where(name => Argument.IsList(row.Cell(name)))
            .ToDictionary(name => name, name => Argument.Elements(row.Cell(name)), anyCase);
        int count = lists[header.TimeColumn].Length;
        if (lists.FirstOrDefault(list => list.Value.Length != count) is { Key: { } other })
        {
            throw new FormatException(
                $"The columns of this light curve differ in length: {Excerpt.Of(header.TimeColumn)} has {count},"
                + $" {Excerpt.Of(other)} {lists[other].Length}.");
        }

        var star = new Gathering(new LightCurveBuilder(PsidAttribute.OfRow(row), count))
        {
            Object = ObjectReader.Read(row.Get("Object")),
            TargetName = NameOf(row, header),
            Period = PeriodOf(row),
            TimeOffset = header.TimeOffset,
        };
        for (int i = 0; i < count; i++)
        {
            object? Cell(string name) =>
                lists.TryGetValue(name, out object?[]? list) ? Argument.Unwrap(list[i]) : row.Cell(name);
            if (ReadExposure(Cell, header) is { } exposure)
            {
                star.Builder.Add(exposure);
            }
        }

        star.Builder.StartAt(Number.OfCell(row.Get("FirstTime")));
        star.Builder.Synthetic = row.Is("Synthetic");
        return star.Build();
    }

    // Null for one that its survey says is bad.
    private PhotometryRow? ReadExposure(Func<string, object?> cellOf, PhotometryHeader header)
    {
        if (header.FindBadFlag(cellOf) is { } flag)
        {
            Notes.CountBad(flag);
            return null;
        }

        PhotometryRow exposure = header.Read(cellOf, out RowNotes notes);
        Notes.Count(header, notes);
        return exposure;
    }

    private double? PeriodOf(Row row) =>
        readsPeriods && row.Get("Period") is { } period ? DurationAttribute.ReadDays(period) : null;

    private Gathering For(Row row, PhotometryHeader header)
    {
        long psid = PsidAttribute.OfRow(row);
        string? name = header.ObjectColumn is { } column ? row.GetText(column) : null;
        Gathering star = psid == 0
            && name is null
            && header.ObjectIdColumn is { } idColumn
            && row.GetText(idColumn) is { } id
            ? ForId(id, row, header)
            : For(psid, psid > 0 ? "" : name ?? "");
        star.TargetName ??= name;
        return star;
    }

    private Gathering ForId(string id, Row row, PhotometryHeader header)
    {
        _unsureIds ??= header.IsObjectIdUnsure ? header.ObjectIdColumn : null;
        if (!_byId.TryGetValue(id, out Gathering? star))
        {
            SkyPosition? position = PositionReader.TryRead(row);
            star = FindAt(position) ?? For(0, id);
            star.Position ??= position;
            star.TargetName ??= id;
            _byId.Add(id, star);
        }

        return star;
    }

    private Gathering? FindAt(SkyPosition? position) => position is { } here
        ? _byId.Values.FirstOrDefault(one => one.Position is { } known && known.SeparationTo(here) <= SameStar)
        : null;

    private Gathering For(long psid, string name)
    {
        if (!_stars.TryGetValue((psid, name), out Gathering? star))
        {
            _stars.Add((psid, name), star = new Gathering(new LightCurveBuilder(psid), psid));
        }

        return star;
    }

    private static string? NameOf(Row row, PhotometryHeader header) =>
        (header.ObjectColumn is { } name ? row.GetText(name) : null)
            ?? (header.ObjectIdColumn is { } id ? row.GetText(id) : null);

    // An id that is another in each row numbers the rows: they are of one star.
    private static Gathering OneOf(Gathering[] rows)
    {
        var star = new Gathering(new LightCurveBuilder(psid: 0, rows.Length))
        {
            Period = rows[0].Period,
            TimeOffset = rows[0].TimeOffset,
        };
        foreach (PhotometryPoint point in rows.SelectMany(row => row.Build().LightCurve.EnumeratePoints()))
        {
            star.Builder.Add(point.ToRow());
            star.Builder.Synthetic |= point.Synthetic;
        }

        return star;
    }

    private sealed class Gathering(LightCurveBuilder builder, long psid = 0)
    {
        internal string Name => psid > 0 ? $"{psid}" : Excerpt.Of(TargetName ?? "these points");

        internal LightCurveBuilder Builder => builder;

        internal ZvarObject? Object { get; set; }

        internal string? TargetName { get; set; }

        internal SkyPosition? Position { get; set; }

        internal double? Period { get; set; }

        internal double TimeOffset { get; set; }

        internal GivenLightCurve Build() => new(builder.Build().Of(Object, TargetName, Period), TimeOffset);
    }
}
