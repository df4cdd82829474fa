namespace Zvar;

/// <summary>How much a source takes in one request; null where it has no limit, as a source on this machine.</summary>
/// <param name="Positions">Positions of a cone search.</param>
/// <param name="ConeRadius">The widest cone in arcseconds.</param>
/// <param name="Objects">Ids of objects, or of a cross-match.</param>
/// <param name="LightCurves">Ids of light curves.</param>
public sealed record SourceLimits(int? Positions, double? ConeRadius, int? Objects, int? LightCurves)
{
    /// <summary>No limits.</summary>
    public static SourceLimits None { get; } = new(null, null, null, null);

    /// <summary>The limits of the ZVAR API v0.2.1.</summary>
    public static SourceLimits Service { get; } =
        new(Positions: 1000, ConeRadius: 600, Objects: 1000, LightCurves: 500);
}
