namespace Zvar.Plots;

/// <summary>
/// Light curves against time being looked at in a terminal: the keys are the page's, where they mean something here.
/// </summary>
public sealed record LightCurveSession : TerminalSession<LightCurveSession>
{
    private static readonly KeyTable<LightCurveSession> LightCurveKeys = new(
        ("f", "magnitudes or fluxes", session => session.ChangeQuantity()),
        ("d", "non-detections on or off", session => session.ToggleDetectionsOnly()),
        ("g", "g on or off", session => session.ToggleBand("g")),
        ("r", "r on or off", session => session.ToggleBand("r")),
        ("i", "i on or off", session => session.ToggleBand("i")),
        ("b", "one band after the other", session => session.NextBand()),
        ("n", "next star", session => session.StepObject(1)),
        ("p", "previous star", session => session.StepObject(-1)),
        ("c", "tell the psid", session => session.TellObject()),
        ("s", "tell the link to SIMBAD", session => session.TellSimbad()),
        ("?", "these keys", session => session.Help()),
        ("q", "quit (Esc too)", session => session.End()));

    private readonly IReadOnlyList<LightCurveView> _views;

    /// <summary>Begins with the first of the light curves.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public LightCurveSession(IReadOnlyList<LightCurveView> views)
        : base((views ?? throw new ArgumentNullException(nameof(views))).Count)
    {
        _views = views;
        View = views[0];
    }

    /// <summary>The light curve as it is shown now.</summary>
    public LightCurveView View { get; private init; }

    /// <inheritdoc/>
    public override Picture ToPicture(PictureStyle style) => Picture.OfLightCurves([View], style);

    internal LightCurveSession ChangeQuantity() => this with
    {
        View = View with
        {
            Quantity = View.Quantity == PhotometryFormat.Mag ? PhotometryFormat.Flux : PhotometryFormat.Mag,
        },
    };

    internal LightCurveSession ToggleDetectionsOnly() =>
        this with { View = View with { DetectionsOnly = !View.DetectionsOnly } };

    internal LightCurveSession TellObject() => this with { Message = ObjectTitle.IdOf(View.LightCurve) };

    private protected override KeyTable<LightCurveSession> Keys => LightCurveKeys;

    private protected override LightCurve LightCurve => View.LightCurve;

    private protected override IReadOnlyList<string> AllBands => View.LightCurve.GetBands();

    private protected override IReadOnlyList<string> ShownBands => View.Bands;

    private protected override LightCurveSession WithBands(IReadOnlyList<string> bands) =>
        this with { View = View with { Bands = bands } };

    private protected override LightCurveSession Show(int index) => this with
    {
        Index = index,
        View = _views[index] with { Quantity = View.Quantity, DetectionsOnly = View.DetectionsOnly },
    };

    private protected override IReadOnlyList<string> DrawView(int width, int height, bool color) =>
        LightCurveText.Draw(View, width, height, color);
}
