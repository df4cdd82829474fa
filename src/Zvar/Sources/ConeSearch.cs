namespace Zvar;

/// <summary>A cone search: positions, and what the objects around them must be.</summary>
/// <param name="Targets">Where to search, at most <see cref="SourceLimits.Positions"/>.</param>
/// <param name="Filter">What to keep.</param>
public sealed record ConeSearch(IReadOnlyList<ConeTarget> Targets, ConeFilter Filter);
