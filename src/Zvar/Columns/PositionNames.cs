namespace Zvar;

/// <summary>What tables call the columns of a position, the best names first.</summary>
public static class PositionNames
{
    /// <summary>Right ascension. The last is what a match from a file or a job has.</summary>
    public static IReadOnlyList<string> Ra { get; } =
    [
        "Ra", "RAJ2000", "_RAJ2000", "RA_ICRS", "_RA_ICRS", "RightAscension", "ra_deg", "RAdeg", "RA (deg)", "RA(deg)",
        "CatalogRa",
    ];

    /// <summary>Declination.</summary>
    public static IReadOnlyList<string> Dec { get; } =
    [
        "Dec", "DEJ2000", "_DEJ2000", "DE_ICRS", "_DE_ICRS", "Declination", "dec_deg", "DEdeg", "Dec (deg)", "Dec(deg)",
        "CatalogDec",
    ];
}
