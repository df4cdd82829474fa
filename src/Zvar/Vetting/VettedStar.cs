namespace Zvar;

/// <summary>
/// The star a verdict is about, whatever it is shown for: one of a psid, else one of a name. What is said of a star that
/// is made up is not said of the real one with its psid.
/// </summary>
public readonly record struct VettedStar
{
    /// <summary>Says which star.</summary>
    /// <param name="psid">Its id; 0 where it has none.</param>
    /// <param name="targetName">Its name, which counts where it has no id.</param>
    /// <param name="synthetic">Whether it is made up.</param>
    public VettedStar(long psid, string? targetName, bool synthetic) =>
        (Psid, TargetName, Synthetic) = (psid, psid > 0 ? "" : targetName ?? "", synthetic);

    /// <summary>Its id; 0 where it has none.</summary>
    public long Psid { get; }

    /// <summary>Its name; empty where it has an id.</summary>
    public string TargetName { get; }

    /// <summary>Whether it is made up.</summary>
    public bool Synthetic { get; }

    /// <summary>The star of a light curve.</summary>
    public static VettedStar Of(LightCurve lightCurve)
    {
        ArgumentNullException.ThrowIfNull(lightCurve);
        return new VettedStar(lightCurve.Psid, lightCurve.TargetName, lightCurve.Synthetic);
    }
}
