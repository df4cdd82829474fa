namespace Zvar.Plots;

/// <summary>A light curve against time as somebody wants to look at it.</summary>
public sealed record LightCurveView
{
    /// <summary>A light curve, all its bands.</summary>
    /// <param name="lightCurve">Cleaned as wished; its non-detections are drawn at their limiting magnitudes.</param>
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

    /// <summary>The bands shown; at first all there are.</summary>
    public IReadOnlyList<string> Bands { get; init; }
}
