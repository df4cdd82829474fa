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
        LightCurve kept = KeepsAll ? lightCurve : lightCurve.Where(Keep(lightCurve));
        if (MinPoints is not { } points)
        {
            return kept;
        }

        HashSet<string> thin = [.. kept.Band.CountBy(band => band).Where(n => n.Value < points).Select(n => n.Key)];
        return thin.Count == 0 ? kept : kept.Where(i => !thin.Contains(kept.Band[i]));
    }

    private bool KeepsAll =>
        !DetectionsOnly && MinSnr is null && Fields.Count == 0 && Ccds.Count == 0 && Quads.Count == 0;

    // Half a million points go through this for every batch: what does not change from one to the next is looked up once.
    private Func<int, bool> Keep(LightCurve lightCurve)
    {
        (double[] mag, double[] snr) = (lightCurve.Mag, lightCurve.Snr);
        (int[] field, int[] ccd, int[] quad) = (lightCurve.Field, lightCurve.Ccd, lightCurve.Quad);
        (bool anyMag, bool anySnr, double minSnr) = (!DetectionsOnly, MinSnr is null, MinSnr ?? 0);
        (bool anyField, bool anyCcd, bool anyQuad) = (Fields.Count == 0, Ccds.Count == 0, Quads.Count == 0);
        return i => (anyMag || !double.IsNaN(mag[i]))
            && (anySnr || snr[i] >= minSnr)
            && (anyField || Fields.Contains(field[i]))
            && (anyCcd || Ccds.Contains(ccd[i]))
            && (anyQuad || Quads.Contains(quad[i]));
    }
}
