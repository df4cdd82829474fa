namespace Zvar.Plots;

/// <summary>A light curve against time as somebody wants to look at it.</summary>
public sealed record LightCurveView
{
    /// <summary>A light curve, all its bands.</summary>
    /// <param name="lightCurve">
    /// Cleaned as wished; its non-detections are drawn at their limiting magnitudes. What no axis holds is not drawn:
    /// what is not finite, or beyond 1e10.
    /// </param>
    public LightCurveView(LightCurve lightCurve)
    {
        ArgumentNullException.ThrowIfNull(lightCurve);
        LightCurve = lightCurve;
        Bands = lightCurve.GetBands();
    }

    /// <summary>What is shown.</summary>
    public LightCurve LightCurve { get; }

    /// <summary>Magnitudes, or difference fluxes in the survey's own units.</summary>
    public PhotometryFormat Quantity { get; init; }

    /// <summary>Whether exposures that did not detect the star are left out.</summary>
    public bool DetectionsOnly { get; init; }

    /// <summary>The bands shown; at first all there are.</summary>
    public IReadOnlyList<string> Bands { get; init; }

    /// <summary>How many exposures are left out because no axis holds them.</summary>
    public int LeftOut =>
        Enumerable.Range(0, LightCurve.Points).Count(i => Read(i) is { } exposure && !IsHeld(exposure));

    /// <summary>Whether there is nothing to draw.</summary>
    public bool IsEmpty => !GetExposures().Any();

    /// <summary>The star in a word: its psid, and the name of the position it was found around.</summary>
    public string GetTitle() => ObjectTitle.Of(LightCurve);

    /// <summary>How many exposures are shown, and of what kind, in a line.</summary>
    public string GetSubtitle()
    {
        ILookup<bool, ShownExposure> shown = GetExposures().ToLookup(exposure => exposure.IsLimit);
        int limits = shown[true].Count();
        string counts = limits > 0
            ? $"{shown[false].Count()} detections; {limits} non-detections, at their limiting magnitudes"
            : $"{shown[false].Count()} points";
        return counts + AxisLimit.Note(LeftOut);
    }

    /// <summary>
    /// The name of a file for the light curve, without ending: the psid, else the name of the position, as far as all
    /// file systems take it, and a word.
    /// </summary>
    public string GetFileName() => $"{ObjectFileName.Of(LightCurve)}-time";

    // What is drawn, by time.
    internal IEnumerable<ShownExposure> GetExposures() =>
        Enumerable.Range(0, LightCurve.Points).Select(Read).OfType<ShownExposure>().Where(IsHeld);

    private static bool IsHeld(ShownExposure exposure) =>
        AxisLimit.Holds(exposure.Time) && AxisLimit.Holds(exposure.Value);

    // Null for an exposure that has nothing to show.
    private ShownExposure? Read(int i)
    {
        LightCurve curve = LightCurve;
        bool detected = !double.IsNaN(curve.Mag[i]);
        if (!Bands.Contains(curve.Band[i]) || (DetectionsOnly && !detected))
        {
            return null;
        }

        ShownExposure exposure = (Quantity, detected) switch
        {
            (PhotometryFormat.Flux, _) => new(curve.Band[i], curve.Time[i], curve.Flux[i], curve.FluxErr[i], false),
            (_, true) => new(curve.Band[i], curve.Time[i], curve.Mag[i], curve.MagErr[i], false),
            _ => new(curve.Band[i], curve.Time[i], curve.LimitingMag[i], double.NaN, IsLimit: true),
        };
        return double.IsNaN(exposure.Value) ? null : exposure;
    }
}
