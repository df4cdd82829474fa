namespace Zvar;

/// <summary>What a cross-match of a star with another catalogue gave, and what was asked.</summary>
/// <param name="Catalog">The catalogue's name, in small letters.</param>
/// <param name="Radius">How far from the star was looked, in arcseconds; 0 where nobody knows.</param>
/// <param name="ClosestOnly">Whether only the nearest was asked for.</param>
/// <param name="Matches">The sources, the nearest first; none where there is none.</param>
public sealed record StarMatches(
    string Catalog, double Radius, bool ClosestOnly, IReadOnlyList<CatalogMatch> Matches);
