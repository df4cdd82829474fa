namespace Zvar;

/// <summary>A question for the sources of another catalogue near objects.</summary>
/// <param name="Psids">The objects, at most as many as the source's limits allow.</param>
/// <param name="Catalog">gaia, ps1, galex, 2mass, allwise, or what the service has learnt since.</param>
/// <param name="Radius">How far, in arcseconds.</param>
/// <param name="ClosestOnly">The nearest source of each object, or all.</param>
public sealed record ObjectMatchRequest(
    IReadOnlyList<long> Psids, string Catalog, double Radius, bool ClosestOnly = true);
