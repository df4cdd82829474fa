namespace Zvar.Plots;

/// <summary>
/// A folded light curve as somebody wants to look at it: what to fold, at which period, counted from where, shown how;
/// or a fold that was computed elsewhere. The picture, the page and the drawing in the terminal all start from it.
/// </summary>
public sealed record FoldView
{
    /// <summary>The most bins a fold is shown in.</summary>
    public const int MaxBins = 1000;

    private readonly IReadOnlyList<PhasePoint> _computed = [];

    /// <summary>A light curve to be folded at a period.</summary>
    /// <param name="lightCurve">
    /// All bands, cleaned as wished. Its non-detections are not drawn, nor is what no axis holds: what is not finite,
    /// or beyond 1e10.
    /// </param>
    /// <param name="period">In days, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is not a positive number of days.</exception>
    public FoldView(LightCurve lightCurve, double period)
    {
        ArgumentNullException.ThrowIfNull(lightCurve);
        LightCurve = lightCurve.Where(i => AxisLimit.Holds(lightCurve.Time[i])
            && (double.IsNaN(lightCurve.Mag[i]) || AxisLimit.Holds(lightCurve.Mag[i])));
        LeftOut = lightCurve.Detections - LightCurve.Detections;
        Period = period;
        Bands = LightCurve.GetBands();
    }

    /// <summary>What is folded; without an exposure where the fold was computed elsewhere.</summary>
    public LightCurve LightCurve { get; }

    /// <summary>Whether the fold was computed elsewhere: period, phase zero and bins are what they are.</summary>
    public bool IsComputed { get; private init; }

    /// <summary>How many detections are left out because no axis holds them.</summary>
    public int LeftOut { get; private init; }

    /// <summary>Whether there is nothing to draw in the bands shown.</summary>
    public bool IsEmpty => GetPoints().Count + GetBins().Count == 0;

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

    /// <summary>The time of phase zero at this period, found in all bands whichever are shown.</summary>
    public double Epoch => EpochChoice.Resolve(LightCurve, Period);

    /// <summary>In how many bins of phase the magnitudes are gathered, 0 (no bins) to <see cref="MaxBins"/>.</summary>
    public int Bins
    {
        get;
        init => field = value is >= 0 and <= MaxBins
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), $"A fold has 0 to {MaxBins} bins, not {value}.");
    }

    /// <summary>What the bins show: the mean of their magnitudes, or the median.</summary>
    public BinStatistic Statistic { get; init; }

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

    /// <summary>The periods that were found in it here, best first; none where nobody has searched.</summary>
    public IReadOnlyList<PeriodCandidate> Candidates { get; init; } = [];

    /// <summary>
    /// Its periodogram, of which page and terminal let a peak be chosen; null where none was computed.
    /// </summary>
    public PeriodogramView? Periodogram { get; init; }

    /// <summary>
    /// The Gaia source of the star, whose place among those of the others a page shows; null where nobody has matched it.
    /// </summary>
    public GaiaMatch? Gaia { get; init; }

    /// <summary>How the star varies, a row for each band, which a page shows; empty where nobody has measured.</summary>
    public IReadOnlyList<VariabilityStatistics> Statistics { get; init; } = [];

    /// <summary>What the star was taken for by whoever has looked at it; empty where nobody has.</summary>
    public string Label { get; init; } = "";

    /// <summary>The labels that this is one of: its place among them is its colour.</summary>
    public IReadOnlyList<string> Labels { get; init; } = Vetting.DefaultLabels;

    // A computed fold's phase points have an error for the mean that is no exposure's.
    private bool IsBinned => _computed.Any(point => point.Count > 1);

    /// <summary>
    /// A fold that was computed elsewhere, as <see cref="Fold"/> gives it: it is drawn as it is, and its period, phase
    /// zero and bins stay.
    /// </summary>
    /// <param name="points">
    /// The phase points of one object at one period and epoch, single or binned; all of them are taken for bins where
    /// one stands for several exposures.
    /// </param>
    /// <exception cref="ArgumentException">There is none, or they are of several folds.</exception>
    public static FoldView OfPhasePoints(IReadOnlyList<PhasePoint> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.Select(point => (point.Psid, point.TargetName, point.Period, point.Epoch)).Distinct().ToList()
            is not [var fold])
        {
            throw new ArgumentException(
                "The points of a fold are of one object at one period and epoch, and there is one at least.",
                nameof(points));
        }

        PhasePoint[] held = [.. points.Where(point => AxisLimit.Holds(point.Phase) && AxisLimit.Holds(point.Mag))];
        bool synthetic = points.Any(point => point.Synthetic);
        LightCurve empty = new LightCurveBuilder(fold.Psid, capacity: 1)
        {
            Synthetic = synthetic,
            Origin = points[0].GetOrigin(),
        }.Build();
        return new FoldView(empty.Of(zvarObject: null, fold.TargetName), fold.Period, held)
        {
            EpochChoice = EpochChoice.At(fold.Epoch),
            LeftOut = points.Count - held.Length,
        };
    }

    private FoldView(LightCurve empty, double period, PhasePoint[] computed)
        : this(empty, period)
    {
        _computed = computed;
        IsComputed = true;
        Bands = GetAllBands();
    }

    /// <summary>All the bands there are, shown or not, by wavelength.</summary>
    public IReadOnlyList<string> GetAllBands() => IsComputed
        ? [.. _computed.Select(point => point.Band).Distinct().OrderBy(Band.Order)]
        : LightCurve.GetBands();

    /// <summary>
    /// The periods to choose among, and whose each is: those found here by rank, and those that ZVAR lists for the
    /// star, each once, by significance.
    /// </summary>
    public IReadOnlyList<FoldPeriod> GetPeriods() =>
    [
        .. Candidates.Select(FoldPeriod.Of),
        .. (LightCurve.Object?.GetDistinctPeriods() ?? []).Select(FoldPeriod.Of),
    ];

    /// <summary>The exposures of the bands shown, by phase; none of a computed fold in bins.</summary>
    public IReadOnlyList<PhasePoint> GetPoints() => IsComputed
        ? IsBinned ? [] : Shown(_computed)
        : [.. Fold().EnumeratePoints()];

    /// <summary>The bins of the bands shown; none where the fold is shown without.</summary>
    public IReadOnlyList<PhasePoint> GetBins() => IsComputed
        ? IsBinned ? Shown(_computed) : []
        : Bins == 0 ? [] : [.. Fold().Bin(Bins, Statistic)];

    /// <summary>The star in a word: its psid, and the name of the position it was found around.</summary>
    public string GetTitle() => ObjectTitle.Of(LightCurve);

    /// <summary>
    /// Period and epoch in a line, whose the period is, and what the bins are, as in
    /// <c>6.54 hours (0.27266296 d, ZVAR's), phase 0 at BJD 2458263.98192, 20 bins</c>.
    /// </summary>
    public string GetSubtitle()
    {
        string whose = IsComputed || GetPeriods().FirstOrDefault(one => one.Period == Period) is not { } known
            ? ""
            : $", {known.Whose}";
        string period = $"{Duration.ToText(Period)} ({PeriodDigits.Write(Period, Baseline)} d{whose})";
        string epoch = IsComputed || LightCurve.Detections > 0
            ? FormattableString.Invariant($", phase 0 at {LightCurve.TimeSystem.Name} {Epoch:0.00000}")
            : ", no detections";
        string bins = (IsBinned, Bins, Statistic) switch
        {
            (true, _, _) => ", in bins",
            (_, 0, _) => "",
            (_, _, BinStatistic.Mean) => $", {Bins} bins",
            (_, _, BinStatistic.Median) => $", {Bins} bins (median)",
        };
        return period + epoch + bins + AxisLimit.Note(LeftOut);
    }

    /// <summary>
    /// The name of a file for the fold, without ending: the psid, else the name of the position, as far as all file
    /// systems take it.
    /// </summary>
    public string GetFileName() => ObjectFileName.Of(LightCurve);

    // Of a computed fold nobody knows over what time its period was good; it is written with all its digits.
    private double Baseline => IsComputed ? double.PositiveInfinity : LightCurve.Baseline;

    private Fold Fold() => new(LightCurve.Where(i => Bands.Contains(LightCurve.Band[i])), Period, Epoch);

    private PhasePoint[] Shown(IReadOnlyList<PhasePoint> points) =>
        [.. points.Where(point => Bands.Contains(point.Band))];
}
