using System.Globalization;

namespace Zvar.Plots;

/// <summary>Periodograms being looked at in a terminal, a method after the other.</summary>
public sealed record PeriodogramSession : TerminalSession<PeriodogramSession>
{
    private static readonly KeyTable<PeriodogramSession> PeriodogramKeys = new(
        ("m", "next method", session => session.NextMethod()),
        ("←", "peak of a shorter period", session => session.StepPeak(-1)),
        ("→", "peak of a longer period", session => session.StepPeak(1)),
        ("n", "next star", session => session.StepObject(1)),
        ("p", "previous star", session => session.StepObject(-1)),
        ("c", "tell psid and period", session => session.TellPeriod()),
        ("s", "tell the link to SIMBAD", session => session.TellSimbad()),
        ("?", "these keys", session => session.Help()),
        ("q", "quit (Esc too)", session => session.End()));

    private readonly IReadOnlyList<PeriodogramView> _views;

    /// <summary>Begins with the first of the periodograms, at the highest peak of its first method.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public PeriodogramSession(IReadOnlyList<PeriodogramView> views)
        : base((views ?? throw new ArgumentNullException(nameof(views))).Count)
    {
        _views = views;
        Peaks = new PeakChoice(views[0]);
    }

    /// <summary>The periodogram that is shown.</summary>
    public PeriodogramView View => _views[Index];

    /// <summary>The period pointed at, in days.</summary>
    public double Period => Peaks.Period;

    /// <inheritdoc/>
    public override Picture ToPicture(PictureStyle style) => Picture.OfPeriodograms([View], style);

    internal PeriodogramSession NextMethod() => Point(Peaks.NextMethod());

    internal PeriodogramSession StepPeak(int step) => Point(Peaks.Step(step));

    internal PeriodogramSession TellPeriod() => this with
    {
        Message = string.Create(CultureInfo.InvariantCulture, $"{ObjectTitle.IdOf(LightCurve)}, {Period}"),
    };

    private protected override KeyTable<PeriodogramSession> Keys => PeriodogramKeys;

    private protected override LightCurve LightCurve => View.LightCurve;

    // The bands of a star share its one periodogram.
    private protected override IReadOnlyList<string> AllBands => [];

    private protected override IReadOnlyList<string> ShownBands => [];

    private PeakChoice Peaks { get; init; }

    private protected override PeriodogramSession WithBands(IReadOnlyList<string> bands) => this;

    private protected override PeriodogramSession Show(int index) =>
        this with { Index = index, Peaks = new PeakChoice(_views[index]) };

    private protected override IReadOnlyList<string> DrawView(int width, int height, bool color) =>
        PeriodogramText.Draw(View, Peaks.Curve, width, height, color, Period);

    private PeriodogramSession Point(PeakChoice peaks) => this with { Peaks = peaks, Message = peaks.ToString() };
}
