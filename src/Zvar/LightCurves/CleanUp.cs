namespace Zvar;

/// <summary>What to leave out of a light curve before it is looked at.</summary>
public sealed record CleanUp
{
    /// <summary>Leave out exposures that did not detect the star.</summary>
    public bool DetectionsOnly { get; init; }

    /// <summary>
    /// Leave out exposures below this signal-to-noise ratio of the total flux, and those whose ratio is not known; null
    /// to keep them.
    /// </summary>
    public double? MinSnr { get; init; }

    /// <summary>
    /// Leave out bands with fewer points than this, counted after the other cuts; null to keep them.
    /// </summary>
    public int? MinPoints { get; init; }

    /// <summary>Only these fields of the survey; empty for all.</summary>
    public IReadOnlyList<int> Fields { get; init; } = [];

    /// <summary>Only these CCDs; empty for all.</summary>
    public IReadOnlyList<int> Ccds { get; init; } = [];

    /// <summary>Only these quadrants; empty for all.</summary>
    public IReadOnlyList<int> Quads { get; init; } = [];

    /// <summary>What remains of a light curve.</summary>
    public LightCurve Apply(LightCurve lightCurve)
    {
        ArgumentNullException.ThrowIfNull(lightCurve);
        LightCurve kept = lightCurve.Where(i =>
            (!DetectionsOnly || !double.IsNaN(lightCurve.Mag[i]))
            && (MinSnr is not { } snr || lightCurve.Snr[i] >= snr)
            && (Fields.Count == 0 || Fields.Contains(lightCurve.Field[i]))
            && (Ccds.Count == 0 || Ccds.Contains(lightCurve.Ccd[i]))
            && (Quads.Count == 0 || Quads.Contains(lightCurve.Quad[i])));
        if (MinPoints is not { } points)
        {
            return kept;
        }

        HashSet<string> full = [.. kept.Band.CountBy(band => band).Where(n => n.Value >= points).Select(n => n.Key)];
        return kept.Where(i => full.Contains(kept.Band[i]));
    }
}
