namespace Zvar.Plots;

/// <summary>
/// A folded light curve as somebody wants to look at it: what to fold, at which period, counted from where, shown how.
/// The picture, the page and the drawing in the terminal all start from it.
/// </summary>
public sealed record FoldView
{
    /// <summary>The most bins a fold is shown in.</summary>
    public const int MaxBins = 1000;

    /// <summary>A light curve to be folded at a period.</summary>
    /// <param name="lightCurve">All bands, cleaned as wished; its non-detections are not drawn.</param>
    /// <param name="period">In days, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is not a positive number of days.</exception>
    public FoldView(LightCurve lightCurve, double period)
    {
        ArgumentNullException.ThrowIfNull(lightCurve);
        LightCurve = lightCurve;
        Period = period;
        Bands = lightCurve.GetBands();
    }

    /// <summary>What is folded.</summary>
    public LightCurve LightCurve { get; }

    /// <summary>The period in days.</summary>
    public double Period
    {
        get;
        init => field = value > 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(value), FormattableString.Invariant($"A period is a positive number of days, not {value}."));
    }

    /// <summary>Where phase zero is.</summary>
    public EpochChoice EpochChoice { get; init; } = EpochChoice.First;

    /// <summary>The time of phase zero (BJD) at this period, found in all bands whichever are shown.</summary>
    public double Epoch => EpochChoice.Resolve(LightCurve, Period);

    /// <summary>In how many bins of phase the means are shown, 0 (no bins) to <see cref="MaxBins"/>.</summary>
    public int Bins
    {
        get;
        init => field = value is >= 0 and <= MaxBins
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), $"A fold has 0 to {MaxBins} bins, not {value}.");
    }

    /// <summary>How many times the phase is shown: 1 or 2.</summary>
    public int Cycles
    {
        get;
        init => field = value is 1 or 2
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(value), $"A fold is shown once or twice, not {value} times.");
    }
    = 2;

    /// <summary>The bands shown; at first all there are.</summary>
    public IReadOnlyList<string> Bands { get; init; }

    /// <summary>The star's periods, each once, the most significant first; none where the star is not known.</summary>
    public IReadOnlyList<ZvarPeriod> GetPeriods() => LightCurve.Object?.GetDistinctPeriods() ?? [];

    /// <summary>The fold of the bands shown.</summary>
    public Fold GetFold() =>
        new(LightCurve.Where(i => Bands.Contains(LightCurve.Band[i])), Period, Epoch);

    /// <summary>The star in a word: its psid, and the name of the position it was found around.</summary>
    public string GetTitle() => ObjectTitle.Of(LightCurve);

    /// <summary>
    /// Period and epoch in a line, as in <c>6.54 hours (0.27266296 d), phase 0 at BJD 2458263.98192</c>.
    /// </summary>
    public string GetSubtitle()
    {
        string period = $"{Duration.ToText(Period)} ({PeriodDigits.Write(Period, Baseline)} d)";
        return LightCurve.Detections == 0
            ? $"{period}, no detections"
            : FormattableString.Invariant($"{period}, phase 0 at BJD {Epoch:0.00000}");
    }

    private double Baseline => LightCurve.Points == 0 ? 0 : LightCurve.Time.Max() - LightCurve.Time.Min();
}
