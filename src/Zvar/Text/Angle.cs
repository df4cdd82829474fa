namespace Zvar;

/// <summary>Reads angles as people write them.</summary>
public static class Angle
{
    /// <summary>The forms <see cref="ParseArcseconds"/> reads, for error messages and help.</summary>
    public const string Forms = "600 (arcseconds), 600arcsec, 10arcmin, \"10'\", 1.5deg";

    private static readonly (string Unit, double Arcseconds)[] Units =
    [
        ("arcseconds", 1), ("arcsecond", 1), ("arcsecs", 1), ("arcsec", 1), ("asec", 1), ("\"", 1),
        ("arcminutes", 60), ("arcminute", 60), ("arcmins", 60), ("arcmin", 60), ("amin", 60), ("'", 60),
        ("degrees", 3600), ("degree", 3600), ("deg", 3600), ("\u00B0", 3600),
        ("mas", 1e-3),
    ];

    /// <summary>Reads an angle such as a search radius.</summary>
    /// <param name="text">One of <see cref="Forms"/>; a bare number is arcseconds.</param>
    /// <returns>The angle in arcseconds.</returns>
    /// <exception cref="FormatException">The text is not an angle; the message names the accepted forms.</exception>
    public static double ParseArcseconds(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string clean = Clean(text);
        Number.RefuseDecimalComma(clean);
        return Number.TryReadWithUnit(clean, Units, out double value, out double arcseconds)
            ? value * arcseconds
            : throw new FormatException($"'{Excerpt.Of(text)}' is not an angle. Write one of: {Forms}.");
    }

    // The marks people paste for minutes and seconds of arc.
    internal static string Clean(string text) => Number.Clean(text)
        .Replace('\u2032', '\'').Replace('\u2019', '\'')
        .Replace('\u2033', '"').Replace('\u201D', '"')
        .Replace("''", "\"", StringComparison.Ordinal);
}
