namespace Zvar;

/// <summary>A cone search: positions, and what the objects around them must be.</summary>
/// <param name="Targets">Where to search, at most as many as the source's limits allow.</param>
/// <param name="Filter">What to keep.</param>
public sealed record ConeSearch(IReadOnlyList<ConeTarget> Targets, ConeFilter Filter)
{
    /// <summary>The question in a word: where, and within how many arcseconds.</summary>
    public override string ToString() => string.Join(
        ", ", Targets.Select(target => FormattableString.Invariant($"{target.Radius} arcsec around {target.Position}")));
}
