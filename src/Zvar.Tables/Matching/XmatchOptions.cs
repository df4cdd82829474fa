namespace Zvar.Tables;

/// <summary>How stars are matched with the sources of another catalogue.</summary>
public sealed record XmatchOptions
{
    /// <summary>How far apart the two of a pair may be, in arcseconds: 0 and more.</summary>
    public required double Radius { get; init; }

    /// <summary>Whether all pairs are wanted, not only the closest of each star.</summary>
    public bool All { get; init; }

    /// <summary>Whether stars without a partner are wanted too, with nothing beside them.</summary>
    public bool IncludeUnmatched { get; init; }
}
