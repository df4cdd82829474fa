namespace Zvar;

/// <summary>A star, or whatever else varies, of the ZVAR catalogue.</summary>
public sealed record ZvarObject
{
    private const double SurveyDays = 2500;
    private const double SameCycles = 0.01;

    /// <summary>Its Pan-STARRS1 object id.</summary>
    public required long Psid { get; init; }

    /// <summary>Right ascension in degrees (ICRS), single precision at the service.</summary>
    public required double Ra { get; init; }

    /// <summary>Declination in degrees (ICRS), single precision at the service.</summary>
    public required double Dec { get; init; }

    /// <summary>What DoPHOT took it for.</summary>
    public ObjectType ObjectType { get; init; }

    /// <summary>Its most significant period in days; NaN where it has none.</summary>
    public double Period => GetBestPeriod()?.Period ?? double.NaN;

    /// <summary>The significance of that period; NaN where there is none.</summary>
    public double Significance => GetBestPeriod()?.Significance ?? double.NaN;

    /// <summary>
    /// The amplitude in magnitudes of the match file its best period was found in, else of the one with most
    /// exposures; NaN where it has none.
    /// </summary>
    public double Amplitude => BestMatchfile?.Amplitude ?? double.NaN;

    /// <summary>How many exposures it has in all.</summary>
    public int Points => Matchfiles.Sum(file => file.Exposures);

    /// <summary>The name of the position it was found around; null outside a cone search.</summary>
    public string? TargetName { get; init; }

    /// <summary>How far it is from that position in arcseconds; NaN outside a cone search.</summary>
    public double Separation { get; init; } = double.NaN;

    /// <summary>Whether it is made up: from the demo sky.</summary>
    public bool Synthetic { get; init; }

    /// <summary>Its light curves, one for each field, CCD, quadrant and band.</summary>
    public Entries<Matchfile> Matchfiles { get; init; } = new([]);

    /// <summary>Its candidate periods as the service lists them, up to three for each match file.</summary>
    public Entries<ZvarPeriod> Periods { get; init; } = new([]);

    /// <summary>The most significant of its periods, the first of equals; null where it has none.</summary>
    public ZvarPeriod? GetBestPeriod() => UsablePeriods.MaxBy(entry => entry.Significance);

    /// <summary>Where it is.</summary>
    public SkyPosition GetPosition() => new(Ra, Dec);

    /// <summary>
    /// Its periods by falling significance, each once: the most significant of those that give the same fold. Two do if
    /// over 2500 days, about as long as the survey has observed, they come apart by less than a hundredth of a cycle.
    /// </summary>
    public IReadOnlyList<ZvarPeriod> GetDistinctPeriods()
    {
        List<ZvarPeriod> distinct = [];
        foreach (ZvarPeriod entry in UsablePeriods.OrderByDescending(entry => entry.Significance))
        {
            if (!distinct.Any(one => Math.Abs((SurveyDays / one.Period) - (SurveyDays / entry.Period)) < SameCycles))
            {
                distinct.Add(entry);
            }
        }

        return distinct;
    }

    /// <summary>The same object marked as made up, and its match files and periods with it.</summary>
    public ZvarObject AsSynthetic() => this with
    {
        Synthetic = true,
        Matchfiles = new([.. Matchfiles.Select(file => file with { Synthetic = true })]),
        Periods = new([.. Periods.Select(entry => entry with { Synthetic = true })]),
    };

    /// <summary>The object in a word: its psid.</summary>
    public override string ToString() => Psid.ToString(System.Globalization.CultureInfo.InvariantCulture);

    // An entry without a period is none to fold at. An unknown significance, NaN, orders below every other.
    private IEnumerable<ZvarPeriod> UsablePeriods => Periods.Where(entry => entry.Period > 0);

    private Matchfile? BestMatchfile =>
        (GetBestPeriod() is { } best
            ? Matchfiles.FirstOrDefault(file => file.Field == best.Field && file.Ccd == best.Ccd
                && file.Quad == best.Quad && file.Band == best.Band)
            : null)
        ?? Matchfiles.MaxBy(file => file.Exposures);
}
