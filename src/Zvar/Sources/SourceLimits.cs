namespace Zvar;

/// <summary>How much a source takes in one request; null where it has no limit, as a source on this machine.</summary>
/// <param name="Positions">Positions of a cone search.</param>
/// <param name="ConeRadius">The widest cone in arcseconds.</param>
/// <param name="Objects">Ids of objects, or of a cross-match.</param>
/// <param name="LightCurves">Ids of light curves.</param>
public sealed record SourceLimits(int? Positions, double? ConeRadius, int? Objects, int? LightCurves)
{
    // Of a thousand exposures each: some megabytes.
    private const int Few = 100;

    /// <summary>No limits: a source on this machine.</summary>
    public static SourceLimits None { get; } = new SourceLimits(null, null, null, null).OnThisMachine();

    /// <summary>The limits of the ZVAR API v0.2.1.</summary>
    public static SourceLimits Service { get; } =
        new(Positions: 1000, ConeRadius: 600, Objects: 1000, LightCurves: 500);

    /// <summary>
    /// How many light curves are best asked for together: as many as it takes, if it takes time to ask. A source on
    /// this machine answers faster than its light curves are used, and those that wait take memory.
    /// </summary>
    public int? LightCurvesTogether
    {
        get => field ?? LightCurves;
        private init;
    }

    /// <summary>The same limits of a source that takes no time to ask.</summary>
    public SourceLimits OnThisMachine() => this with { LightCurvesTogether = Few };
}
