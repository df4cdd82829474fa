namespace Zvar;

/// <summary>A cone search: positions, and what the objects around them must be.</summary>
/// <param name="Targets">Where to search, at most as many as the source's limits allow.</param>
/// <param name="Filter">What to keep.</param>
public sealed record ConeSearch(IReadOnlyList<ConeTarget> Targets, ConeFilter Filter);
