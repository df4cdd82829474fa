namespace Zvar.Archive;

/// <summary>The key of what is not ZVAR's own: what a survey calls a star.</summary>
/// <param name="Name">The star's name, or its psid in digits where it is one of the catalogue's.</param>
/// <param name="Survey">The light curve's <see cref="LightCurve.Source"/>; empty where it has none.</param>
internal sealed record SurveyStar(string Name, string Survey)
{
    /// <summary>What the checksum of a blob begins with.</summary>
    internal long Key { get; } = Checksum.KeyOf(Name, Survey);

    /// <summary>The key of a light curve; null where it is ZVAR's own, whose key is the psid.</summary>
    /// <exception cref="ArgumentException">It has neither a psid nor a name.</exception>
    internal static SurveyStar? Of(LightCurve lightCurve)
    {
        string survey = lightCurve.Source ?? "";
        return (lightCurve.Psid > 0, lightCurve.TargetName) switch
        {
            (true, _) when lightCurve.Origin == PhotometryOrigin.Zvar => null,
            (true, _) => new SurveyStar(FormattableString.Invariant($"{lightCurve.Psid}"), survey),
            (false, { Length: > 0 } name) => new SurveyStar(name, survey),
            _ => throw new ArgumentException("The light curve has neither a psid nor a name.", nameof(lightCurve)),
        };
    }
}
