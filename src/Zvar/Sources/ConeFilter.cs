namespace Zvar;

/// <summary>
/// What the objects of a cone must be. As at the service, an object meets a limit if any of its entries meets it,
/// whichever entry meets the others; the two ends of a range are one limit. <see cref="MatchesStrictly"/> asks one
/// period entry to meet all limits on periods and one match file to meet all the others. A null limit is none.
/// </summary>
public sealed record ConeFilter
{
    /// <summary>No limits.</summary>
    public static ConeFilter None { get; } = new();

    /// <summary>The shortest period the catalogue's makers look for, in days: 5 minutes.</summary>
    public const double ShortestPeriod = 5.0 / 1440;

    /// <summary>The longest period the catalogue's makers look for, in days.</summary>
    public const double LongestPeriod = 10;

    /// <summary>DoPHOT's type.</summary>
    public ObjectType? ObjectType { get; init; }

    /// <summary>The shortest period in days.</summary>
    public double? MinPeriod { get; init; }

    /// <summary>The longest period in days.</summary>
    public double? MaxPeriod { get; init; }

    /// <summary>The least significance of a period. The service wants a period range with it.</summary>
    public double? MinSignificance { get; init; }

    /// <summary>The fewest exposures of a match file.</summary>
    public int? MinExposures { get; init; }

    /// <summary>The least amplitude of a match file in magnitudes.</summary>
    public double? MinAmplitude { get; init; }

    /// <summary>The largest amplitude of a match file in magnitudes.</summary>
    public double? MaxAmplitude { get; init; }

    /// <summary>The brightest magnitude a match file may reach.</summary>
    public double? MinMag { get; init; }

    /// <summary>The faintest magnitude a match file may reach.</summary>
    public double? MaxMag { get; init; }

    /// <summary>
    /// The same filter with the catalogue's whole range of periods, 5 minutes to 10 days, where a significance is asked
    /// for without a period: the service wants one.
    /// </summary>
    public ConeFilter WithPeriodRange() => MinSignificance is null || MinPeriod is not null || MaxPeriod is not null
        ? this
        : this with { MinPeriod = ShortestPeriod, MaxPeriod = LongestPeriod };

    /// <summary>Whether an object meets every limit with any of its entries.</summary>
    public bool Matches(ZvarObject zvarObject) => !UnmetBy(zvarObject).Any();

    /// <summary>
    /// Whether one period entry of an object meets all limits on periods, and one of its match files all the others.
    /// </summary>
    public bool MatchesStrictly(ZvarObject zvarObject)
    {
        ArgumentNullException.ThrowIfNull(zvarObject);
        return IsOfType(zvarObject)
            && (!LimitsPeriods || zvarObject.Periods.Any(entry => PeriodLimits.All(limit => limit.Meets(entry))))
            && (!LimitsMatchfiles
                || zvarObject.Matchfiles.Any(file => MatchfileLimits.All(limit => limit.Meets(file))));
    }

    /// <summary>Whether every object that meets another filter meets this one: none of its limits is tighter.</summary>
    public bool Includes(ConeFilter other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (ObjectType is null || ObjectType == other.ObjectType)
            && IsNoMore(MinPeriod, other.MinPeriod)
            && IsNoLess(MaxPeriod, other.MaxPeriod)
            && IsNoMore(MinSignificance, other.MinSignificance)
            && IsNoMore(MinExposures, other.MinExposures)
            && IsNoMore(MinAmplitude, other.MinAmplitude)
            && IsNoLess(MaxAmplitude, other.MaxAmplitude)
            && IsNoMore(MinMag, other.MinMag)
            && IsNoLess(MaxMag, other.MaxMag);

        static bool IsNoMore(double? least, double? ofOther) => least is null || least <= ofOther;
        static bool IsNoLess(double? most, double? ofOther) => most is null || most >= ofOther;
    }

    /// <summary>
    /// The limits no entry of an object meets, by their names; both ends of a range where each is met, but by different
    /// entries.
    /// </summary>
    public IEnumerable<string> UnmetBy(ZvarObject zvarObject)
    {
        ArgumentNullException.ThrowIfNull(zvarObject);
        IEnumerable<string> type = IsOfType(zvarObject) ? [] : [nameof(ObjectType)];
        return type
            .Concat(Unmet(PeriodLimits, zvarObject.Periods))
            .Concat(Unmet(MatchfileLimits, zvarObject.Matchfiles));
    }

    /// <summary>The names of a range's ends where its least is more than its most; null where no range is so.</summary>
    public (string Least, string Most)? FindEmptyRange() =>
        MinPeriod > MaxPeriod ? (nameof(MinPeriod), nameof(MaxPeriod))
        : MinAmplitude > MaxAmplitude ? (nameof(MinAmplitude), nameof(MaxAmplitude))
        : MinMag > MaxMag ? (nameof(MinMag), nameof(MaxMag))
        : null;

    /// <summary>Its limits in words, as in <c>MinPeriod 0.1, MaxPeriod 10</c>; empty where there are none.</summary>
    public override string ToString()
    {
        (string Name, IFormattable? Limit)[] limits =
        [
            (nameof(ObjectType), ObjectType),
            (nameof(MinPeriod), MinPeriod),
            (nameof(MaxPeriod), MaxPeriod),
            (nameof(MinSignificance), MinSignificance),
            (nameof(MinExposures), MinExposures),
            (nameof(MinAmplitude), MinAmplitude),
            (nameof(MaxAmplitude), MaxAmplitude),
            (nameof(MinMag), MinMag),
            (nameof(MaxMag), MaxMag),
        ];
        return string.Join(", ", limits.Where(one => one.Limit is not null).Select(one =>
            FormattableString.Invariant($"{one.Name} {one.Limit}")));
    }

    private static IEnumerable<string> Unmet<T>(IEnumerable<Limit<T>> limits, IReadOnlyList<T> entries) =>
        limits.GroupBy(limit => limit.Quantity).SelectMany(range =>
        {
            string[] unmet = [.. range.Where(limit => !entries.Any(limit.Meets)).Select(limit => limit.Name)];
            return unmet.Length > 0 || entries.Any(entry => range.All(limit => limit.Meets(entry)))
                ? unmet
                : range.Select(limit => limit.Name);
        });

    private bool LimitsPeriods => PeriodLimits.Any();

    private bool LimitsMatchfiles => MatchfileLimits.Any();

    private IEnumerable<Limit<ZvarPeriod>> PeriodLimits
    {
        get
        {
            if (MinPeriod is { } shortest)
            {
                yield return new(nameof(MinPeriod), "Period", entry => entry.Period >= shortest);
            }

            if (MaxPeriod is { } longest)
            {
                yield return new(nameof(MaxPeriod), "Period", entry => entry.Period <= longest);
            }

            if (MinSignificance is { } significance)
            {
                yield return new(nameof(MinSignificance), "Significance", entry => entry.Significance >= significance);
            }
        }
    }

    private IEnumerable<Limit<Matchfile>> MatchfileLimits
    {
        get
        {
            if (MinExposures is { } exposures)
            {
                yield return new(nameof(MinExposures), "Exposures", file => file.Exposures >= exposures);
            }

            if (MinAmplitude is { } least)
            {
                yield return new(nameof(MinAmplitude), "Amplitude", file => file.Amplitude >= least);
            }

            if (MaxAmplitude is { } most)
            {
                yield return new(nameof(MaxAmplitude), "Amplitude", file => file.Amplitude <= most);
            }

            if (MinMag is { } brightest)
            {
                yield return new(nameof(MinMag), "Mag", file => file.MinMag >= brightest);
            }

            if (MaxMag is { } faintest)
            {
                yield return new(nameof(MaxMag), "Mag", file => file.MaxMag <= faintest);
            }
        }
    }

    private bool IsOfType(ZvarObject zvarObject) => ObjectType is not { } type || zvarObject.ObjectType == type;

    // What an entry must be, and of which quantity: limits of one quantity are the ends of a range.
    private sealed record Limit<T>(string Name, string Quantity, Func<T, bool> Meets);
}
