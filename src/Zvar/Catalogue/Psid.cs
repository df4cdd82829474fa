using System.Globalization;

namespace Zvar;

/// <summary>
/// The Pan-STARRS1 object id by which ZVAR numbers its stars: 17 or 18 digits, held in a <see cref="long"/> and
/// never in a double, which would round it.
/// </summary>
public static class Psid
{
    /// <summary>The height of a declination zone in degrees. The survey's own number: not 1/120.</summary>
    public const double ZoneHeight = 0.0083333;

    private const long ZoneUnit = 10_000_000_000_000;
    private const long PartsOfZone = 10_000;
    private const int MaxDigits = 18;

    // A spreadsheet takes what is more than digits for text, and keeps all of them.
    private const string Survey = "ZVAR ";

    /// <summary>
    /// The name of a star, <c>ZVAR 145120008365555264</c>, whose digits survive where numbers are taken for doubles.
    /// </summary>
    public static string NameOf(long psid) => string.Create(CultureInfo.InvariantCulture, $"{Survey}{psid}");

    /// <summary>Reads a psid from its digits, or from its name as <see cref="NameOf"/> has it.</summary>
    /// <exception cref="FormatException">The text is not a psid; the message says what one looks like.</exception>
    public static long Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // Near the south pole, which the survey does not see and the demo sky does, there are fewer digits.
        string clean = text.Trim();
        clean = clean.StartsWith(Survey, StringComparison.OrdinalIgnoreCase) ? clean[Survey.Length..].TrimStart() : clean;
        if (clean.Length is > 0 and <= MaxDigits
            && long.TryParse(clean, NumberStyles.None, CultureInfo.InvariantCulture, out long psid)
            && psid > 0)
        {
            return psid;
        }

        string why = clean.Length > MaxDigits && clean.All(char.IsAsciiDigit) ? $" (it has {clean.Length})" : "";
        throw new FormatException(
            $"'{Excerpt.Of(text)}' is not a psid: a psid is a whole number of 17 or 18 digits{why}, as in"
            + " 145120008365555264.");
    }

    /// <summary>
    /// The position a psid was made from, good to about an arcsecond: a plausibility check, never a key, because
    /// encoding a star's position does not give its id.
    /// </summary>
    /// <returns>False where the digits are no position.</returns>
    public static bool TryDecode(long psid, out SkyPosition position)
    {
        position = default;
        double ra = psid % ZoneUnit / PartsOfZone / 1e6;
        double dec = (((psid / ZoneUnit) + (psid % PartsOfZone / (double)PartsOfZone)) * ZoneHeight) - 90;
        if (psid <= 0 || ra >= 360 || dec > 90)
        {
            return false;
        }

        position = new SkyPosition(ra, dec);
        return true;
    }

    /// <summary>The psid of a position, to the zone, a micro-degree of right ascension and 10⁻⁴ of a zone.</summary>
    public static long Encode(SkyPosition position)
    {
        long partsOfZones = (long)Math.Round((position.Dec + 90) / ZoneHeight * PartsOfZone);
        long microdegrees = (long)Math.Round(position.Ra * 1e6) % 360_000_000;
        (long zone, long inZone) = Math.DivRem(partsOfZones, PartsOfZone);
        return (zone * ZoneUnit) + (microdegrees * PartsOfZone) + inZone;
    }
}
