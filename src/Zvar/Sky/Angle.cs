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
        string clean = NumberText.Clean(text);
        NumberText.RefuseDecimalComma(clean);
        return NumberText.TryReadWithUnit(clean, Units, out double value, out double arcseconds)
            ? value * arcseconds
            : throw new FormatException($"'{text}' is not an angle. Write one of: {Forms}.");
    }
}
