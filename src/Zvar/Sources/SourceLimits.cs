namespace Zvar;

/// <summary>How much a source takes in one request.</summary>
/// <param name="Positions">Positions of a cone search.</param>
/// <param name="ConeRadius">The widest cone in arcseconds.</param>
/// <param name="Objects">Ids of objects, or of a cross-match.</param>
/// <param name="LightCurves">Ids of light curves.</param>
public sealed record SourceLimits(int Positions, double ConeRadius, int Objects, int LightCurves)
{
    /// <summary>The limits of the ZVAR API v0.2.1, which every source keeps unless it says otherwise.</summary>
    public static SourceLimits Service { get; } =
        new(Positions: 1000, ConeRadius: 600, Objects: 1000, LightCurves: 500);
}
