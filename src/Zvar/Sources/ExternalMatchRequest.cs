namespace Zvar;

/// <summary>A question for the objects near sources of another catalogue.</summary>
/// <param name="Ids">The sources' ids in that catalogue, at most as many as the source's limits allow.</param>
/// <param name="Catalog">gaia, ps1, galex, 2mass, allwise, or what the service has learnt since.</param>
/// <param name="Radius">How far, in arcseconds.</param>
/// <param name="ClosestOnly">The nearest object of each source, or all.</param>
public sealed record ExternalMatchRequest(
    IReadOnlyList<string> Ids, string Catalog, double Radius, bool ClosestOnly = true);
