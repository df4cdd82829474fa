namespace Zvar;

// Finds the columns of a series: what somebody said, else what its survey's plan says, else by the names that all
// tables have.
internal sealed class SeriesFinder(ColumnNames names, TableMetadata metadata, PhotometryOptions options)
{
    // Null where the table has no time or no brightness.
    internal PhotometrySeries? Find(SeriesPlan plan, Survey? survey, string? idColumn)
    {
        if (FindTime(plan) is not { } time || FindBrightness(plan, out MagnitudeKind kind) is not { } brightness)
        {
            return null;
        }

        string plainTime = PhotometryNames.Plain(time.Name);
        string plainBrightness = PhotometryNames.Plain(brightness.Column);
        bool isOwn = survey is null && plainTime == "time";
        string? bandColumn = options.BandColumn is { } said
            ? names.Named(said, nameof(options.BandColumn))
            : names.FirstOf(plan.Bands ?? PhotometryNames.Of(PhotometryColumn.Band).SelectMany(one => one));
        bool isBandMag = PhotometryNames.BandMags.Contains(plainBrightness);
        return new PhotometrySeries
        {
            Time = time,
            Brightness = brightness,
            Others = [.. OthersOf(plan, brightness is FluxBrightness, isOwn)],
            BandColumn = bandColumn,
            Band = isBandMag ? brightness.Column[..1] : plan.Band,
            Flags =
            [
                .. from flag in options.KeepFlagged ? [] : plan.Flags ?? QualityFlag.All
                   where names.Has(flag.Name) && (flag.Mag is null || flag.Mag == plainBrightness)
                   select (flag, names.Find(flag.Name)!),
            ],
            Origin = new PhotometryOrigin(time.System, kind, SourceOf(survey, idColumn, time, brightness, bandColumn)),
            MayBeEmpty = plan.MayBeEmpty,
            IsOwn = isOwn && brightness is MagnitudeBrightness,
            IsScaledByFile = plan.IsScaledByFile,
        };
    }

    private static string SourceOf(
        Survey? survey, string? idColumn, TimeColumn time, Brightness brightness, string? bandColumn)
    {
        IEnumerable<string> columns = new[] { idColumn, time.Name, brightness.Column, bandColumn }.OfType<string>();
        return $"{survey?.Name ?? "a table"} ({string.Join(", ", columns.Select(column => Excerpt.Of(column)))})";
    }

    private IEnumerable<(PhotometryColumn Column, string Name)> OthersOf(SeriesPlan plan, bool isFlux, bool isOwn)
    {
        foreach (PhotometryColumn column in Enum.GetValues<PhotometryColumn>())
        {
            string? name = column switch
            {
                PhotometryColumn.Time or PhotometryColumn.Mag or PhotometryColumn.MagErr or PhotometryColumn.Band => null,

                // A difference flux in ZVAR's units, and no other.
                PhotometryColumn.Flux or PhotometryColumn.FluxErr or PhotometryColumn.ReferenceMag when !isOwn => null,
                PhotometryColumn.Snr when isFlux => null,
                PhotometryColumn.LimitingMag when plan.Limit is { } limit => names.FirstOf(limit),
                _ => names.FirstOf(PhotometryNames.Of(column).SelectMany(one => one)),
            };
            if (name is not null)
            {
                yield return (column, name);
            }
        }
    }

    private TimeColumn? FindTime(SeriesPlan plan)
    {
        string? said = names.Named(options.TimeColumn, nameof(options.TimeColumn));
        string? name = said ?? (plan.Time is { } own
            ? names.FirstOf(own)
            : PhotometryNames.Time.Select(line => names.OnlyOf(line.Names, "time")).FirstOrDefault(one => one is not null));
        if (name is null)
        {
            return null;
        }

        string plain = PhotometryNames.Plain(name);
        (double? offset, TimeSystem system) = KnownOf(plain);
        bool isPlans = said is null || plan.Time?.Contains(plain) == true || plan.TimeZeroInHeader;
        if (isPlans)
        {
            (offset, system) = (plan.TimeOffset ?? offset, plan.TimeSystem ?? system);
        }

        if (plan.TimeZeroInHeader && plain == "time" && options.TimeOffset is null)
        {
            offset = metadata.TimeZero ?? throw new FormatException(
                $"The times of the column {Excerpt.Of(name)} count from a day that BJDREFI and BJDREFF say in the header of"
                + $" the file ({plan.Band}'s, by its fluxes), and they did not come with the table. Say it with -TimeOffset:"
                + " 2457000 for TESS, 2454833 for Kepler; or call the column btjd or bkjd.");
        }

        return new TimeColumn(name, options.TimeOffset ?? offset ?? 0, options.TimeSystem ?? system)
        {
            IsOffsetSaid = options.TimeOffset is not null,
            MustBeFull = options.TimeOffset is null && offset is null,
            MayBeMjd = isPlans && plan.MayBeMjd && options.TimeOffset is null,
            MayBeEmpty = plan.MayBeEmpty,
        };
    }

    // What a name says of its times; no offset where it says nothing.
    private static (double? Offset, TimeSystem System) KnownOf(string plain) =>
        Array.Find(PhotometryNames.Time, line => line.Names.Contains(plain)) is { Names: not null } known
            ? (known.Offset, new TimeSystem(known.Reference, PhotometryNames.ScaleOf(plain)))
            : (null, default);

    private Brightness? FindBrightness(SeriesPlan plan, out MagnitudeKind kind)
    {
        string? saidFlux = names.Named(options.FluxColumn, nameof(options.FluxColumn));
        string? saidMag = names.Named(options.MagColumn, nameof(options.MagColumn));
        string? mag = saidMag ?? (saidFlux is null ? FindMag(plan) : null);
        if (mag is not null)
        {
            bool isPlans = plan.Mag?.Contains(PhotometryNames.Plain(mag)) == true;
            kind = isPlans || plan.Mag is null ? plan.Kind : MagnitudeKind.AsGiven;
            return MagnitudesOf(mag, plan, isPlans || saidMag is null);
        }

        string? flux = saidFlux ?? (plan is { Mag: null, Flux: { } own }
            ? names.FirstOf(own)
            : plan.Mag is null ? names.FirstOf(FluxNames) : null);
        kind = plan.Kind;
        return flux is null ? null : FluxesOf(flux, plan, ref kind);
    }

    private string? FindMag(SeriesPlan plan) => (plan.Mag, plan.Flux) switch
    {
        ({ } own, _) => names.FirstOf(own),
        (null, not null) => null,
        _ => PhotometryNames.Of(PhotometryColumn.Mag)
            .Select(mags => names.OnlyOf(mags, "magnitude")).FirstOrDefault(one => one is not null),
    };

    private MagnitudeBrightness MagnitudesOf(string mag, SeriesPlan plan, bool isPlans)
    {
        string plain = PhotometryNames.Plain(mag);
        IEnumerable<string> errors = isPlans && plan.MagErr is { } own
            ? own
            : [
                .. isPlans ? [$"e{plain}"] : PhotometryNames.ErrorsOf(plain),
                .. PhotometryNames.Of(PhotometryColumn.MagErr).SelectMany(one => one),
            ];
        string? flux = isPlans && plan.Flux is { } fluxes ? names.FirstOf(fluxes) : null;
        string? fluxErr = isPlans && plan.FluxErr is { } fluxErrs ? names.FirstOf(fluxErrs) : null;
        return new MagnitudeBrightness
        {
            Column = mag,
            ErrorColumn = names.Named(options.MagErrColumn, nameof(options.MagErrColumn)) ?? names.FirstOf(errors),
            FainterThan = names.Find("fainterthan"),
            Fluxes = flux is not null && fluxErr is not null ? (flux, fluxErr) : null,
        };
    }

    private FluxBrightness FluxesOf(string flux, SeriesPlan plan, ref MagnitudeKind kind)
    {
        string plain = PhotometryNames.Plain(flux);
        bool isPlans = plan is { Mag: null, Flux: { } own } && own.Contains(plain);
        double? zeroPoint = isPlans ? plan.ZeroPoint : ZeroPointOf(plain);
        if (!isPlans)
        {
            kind = zeroPoint is null ? MagnitudeKind.Relative : MagnitudeKind.Ab;
        }

        return new FluxBrightness
        {
            Column = flux,
            ErrorColumn = names.Named(options.FluxErrColumn, nameof(options.FluxErrColumn))
                ?? names.FirstOf([
                    .. isPlans && plan.FluxErr is { } errors ? errors : [],
                    .. PhotometryNames.ErrorsOf(plain),
                    .. zeroPoint is null ? [] : PhotometryNames.ErrorsOf("flux"),
                ]),
            ZeroPoint = zeroPoint ?? 0,
            ZeroPointColumn = isPlans && plan.ZeroPointColumn is { } column ? names.Find(column) : null,
            IsForced = isPlans && plan.IsForced,
        };
    }

    private static IEnumerable<string> FluxNames =>
        PhotometryNames.FluxUnits.SelectMany(one => new[] { $"flux{one.Unit}", $"{one.Unit}flux", one.Unit });

    // Null where a name ends with no unit.
    private static double? ZeroPointOf(string plain)
    {
        foreach ((string unit, double zeroPoint) in PhotometryNames.FluxUnits)
        {
            if (plain.EndsWith(unit, StringComparison.Ordinal) || plain == $"{unit}flux")
            {
                return zeroPoint;
            }
        }

        return null;
    }
}
