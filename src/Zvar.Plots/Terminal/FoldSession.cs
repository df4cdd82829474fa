using System.Globalization;

namespace Zvar.Plots;

/// <summary>Folds being looked at in a terminal: the keys are the page's, where they mean something here.</summary>
public sealed partial record FoldSession : TerminalSession<FoldSession>
{
    private static readonly EpochChoice[] Zeros = [EpochChoice.First, EpochChoice.Minimum, EpochChoice.Maximum];

    internal static readonly KeyTable<FoldSession> FoldKeys = new(
        ("j", "next period", session => session.StepPeriod(1)),
        ("k", "previous period", session => session.StepPeriod(-1)),
        ("2", "period × 2", session => session.Multiply(2)),
        ("3", "period × 3", session => session.Multiply(3)),
        ("h", "period × 1/2", session => session.Multiply(1 / 2.0)),
        ("t", "period × 1/3", session => session.Multiply(1 / 3.0)),
        ("0", "reset the period", session => session.Reset()),
        ("←", "a little shorter", session => session.ShowsPeriodogram ? session.StepPeak(-1) : session.Nudge(-1)),
        ("→", "a little longer", session => session.ShowsPeriodogram ? session.StepPeak(1) : session.Nudge(1)),
        ("f", "periodogram: ← → peaks", session => session.TogglePeriodogram()),
        ("d", "periodogram: next method", session => session.NextMethod()),
        ("↵", "periodogram: fold at the peak", session => session.FoldAtPeak()),
        ("+=", "ten bins more", session => session.ChangeBins(1)),
        ("-", "ten bins fewer", session => session.ChangeBins(-1)),
        ("m", "mean or median", session => session.ChangeStatistic()),
        ("w", "phase once or twice", session => session.ChangeCycles()),
        ("z", "next place of phase zero", session => session.ChangeZero()),
        ("g", "g on or off", session => session.ToggleBand("g")),
        ("r", "r on or off", session => session.ToggleBand("r")),
        ("i", "i on or off", session => session.ToggleBand("i")),
        ("b", "one band after the other", session => session.NextBand()),
        ("n", "next star", session => session.StepObject(1)),
        ("p", "previous star", session => session.StepObject(-1)),
        ("c", "tell psid and period", session => session.TellPeriod()),
        ("s", "tell the link to SIMBAD", session => session.TellSimbad()),
        ("?", "these keys", session => session.Help()),
        ("q", "quit (Esc too)", session => session.End()));

    private readonly IReadOnlyList<FoldView> _folds;

    /// <summary>Begins with the first of the folds.</summary>
    /// <param name="folds">The folds.</param>
    /// <param name="vetting">What their vetting is begun with; null where they are only looked at.</param>
    /// <param name="clock">Tells when a verdict was given; null for the machine's.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public FoldSession(IReadOnlyList<FoldView> folds, Vetting? vetting = null, TimeProvider? clock = null)
        : base((folds ?? throw new ArgumentNullException(nameof(folds))).Count)
    {
        _folds = folds;
        Vetting = vetting is null ? null : new FoldVetting(folds, vetting, clock ?? TimeProvider.System);
        View = FoldAt(0);
        Chosen = View.Period;
    }

    /// <summary>The fold as it is shown now.</summary>
    public FoldView View { get; private init; }

    /// <summary>The period that reset returns to, in days.</summary>
    public double Chosen { get; private init; }

    /// <summary>Whether the star's periodogram is shown: below the fold where there is room, else instead of it.</summary>
    public bool ShowsPeriodogram => Peaks is not null;

    private PeakChoice? Peaks { get; init; }

    /// <inheritdoc/>
    public override Picture ToPicture(PictureStyle style) => Peaks is not null && View.Periodogram is { } periodogram
        ? Picture.OfPeriodograms([periodogram], style)
        : Picture.OfFolds([View], style);

    internal FoldSession TogglePeriodogram() => View.Periodogram is { } periodogram
        ? this with { Peaks = Peaks is null ? new PeakChoice(periodogram) : null }
        : this with { Message = "No periodogram came with this fold." };

    internal FoldSession StepPeak(int step) => Point(Peaks?.Step(step));

    internal FoldSession NextMethod() => Point(Peaks?.NextMethod());

    internal FoldSession FoldAtPeak() => Peaks is { } peaks
        ? Tune(peaks.Period) with { Chosen = peaks.Period, Message = $"Folded at {peaks}" }
        : this;

    internal FoldSession Multiply(double factor) => Tune(View.Period * factor);

    internal FoldSession Reset() => Tune(Chosen);

    internal FoldSession StepPeriod(int step)
    {
        IReadOnlyList<FoldPeriod> periods = View.GetPeriods();
        if (View.IsComputed || periods.Count == 0)
        {
            return View.IsComputed ? Stay() : this with { Message = "No other periods are known for this star." };
        }

        // A period that is none of the star's stands before its first.
        double[] offered = [.. periods.Select(entry => entry.Period)];
        int place = Array.IndexOf(offered, Chosen);
        int next = place < 0 && step < 0 ? offered.Length - 1 : (place + step + offered.Length) % offered.Length;
        return Tune(offered[next]) with { Chosen = offered[next], Message = periods[next].Label };
    }

    internal FoldSession Nudge(int direction)
    {
        double baseline = Math.Max(View.LightCurve.Baseline, View.Period);
        return Tune(1 / ((1 / View.Period) - (direction * FoldControls.TuningStep / baseline)));
    }

    internal FoldSession ChangeBins(int direction) => Change(View with
    {
        Bins = Math.Clamp(View.Bins + (direction * FoldControls.BinStep), 0, FoldView.MaxBins),
    });

    internal FoldSession ChangeStatistic() => Change(View with
    {
        Statistic = View.Statistic switch
        {
            BinStatistic.Mean => BinStatistic.Median,
            BinStatistic.Median => BinStatistic.Mean,
        },
    });

    internal FoldSession ChangeCycles() => this with { View = View with { Cycles = 3 - View.Cycles } };

    internal FoldSession ChangeZero()
    {
        EpochChoice zero = Zeros[(Array.IndexOf(Zeros, View.EpochChoice) + 1) % Zeros.Length];
        FoldSession changed = Change(View with { EpochChoice = zero });
        return View.IsComputed ? changed : changed with { Message = $"Phase zero at: {zero}" };
    }

    internal FoldSession TellPeriod() => this with
    {
        Message = string.Create(CultureInfo.InvariantCulture, $"{ObjectTitle.IdOf(View.LightCurve)}, {View.Period}"),
    };

    private protected override KeyTable<FoldSession> Keys => Vetting?.Keys ?? FoldKeys;

    private protected override LightCurve LightCurve => View.LightCurve;

    private protected override IReadOnlyList<string> AllBands => View.GetAllBands();

    private protected override IReadOnlyList<string> ShownBands => View.Bands;

    private protected override FoldSession WithBands(IReadOnlyList<string> bands) =>
        this with { View = View with { Bands = bands } };

    private protected override FoldSession Show(int index)
    {
        FoldView fold = FoldAt(index) with { Bins = View.Bins, Statistic = View.Statistic, Cycles = View.Cycles };
        PeakChoice? peaks =
            Peaks is not null && fold.Periodogram is { } periodogram ? new PeakChoice(periodogram) : null;
        return this with { Index = index, View = fold, Chosen = _folds[index].Period, Peaks = peaks };
    }

    private protected override IReadOnlyList<string> DrawView(int width, int height, bool color) =>
        Peaks is not { } peaks || View.Periodogram is not { } periodogram
            ? FoldText.Draw(View, width, height, color)
            : height < 2 * TextFigure.MinHeight
            ? PeriodogramText.Draw(periodogram, peaks.Curve, width, height, color, peaks.Period)
            :
            [
                .. FoldText.Draw(View, width, height - (height / 2), color),
                .. PeriodogramText.Draw(periodogram, peaks.Curve, width, height / 2, color, peaks.Period),
            ];

    private FoldView FoldAt(int index) => Vetting?.Show(_folds[index], index) ?? _folds[index];

    private FoldSession Point(PeakChoice? peaks) => peaks is null
        ? this with { Message = "The key f shows the periodogram." }
        : this with { Peaks = peaks, Message = $"{peaks}: ↵ folds at it" };

    private FoldSession Tune(double period) => period > 0 && double.IsFinite(period)
        ? Change(View with { Period = period })
        : this;

    private FoldSession Change(FoldView view) => View.IsComputed ? Stay() : this with { View = view };

    private FoldSession Stay() =>
        this with { Message = "This fold came computed: its period, bins and phase zero stay." };
}
