using System.Globalization;
using System.Text.RegularExpressions;

namespace Zvar.Demo;

// A source's name made of its position: hours, minutes and hundredths of a second, then degrees, minutes and tenths of
// an arcsecond. 2MASS writes the digits alone (00032077+3056139), AllWISE with points (J000320.77+305613.9).
internal static partial class Designation
{
    private const long HundredthsInCircle = 24 * 3600 * 100;

    internal static string Of(SkyPosition position)
    {
        long time = (long)Math.Round(position.Ra / 360 * HundredthsInCircle) % HundredthsInCircle;
        long angle = (long)Math.Round(Math.Abs(position.Dec) * 36_000);
        (long seconds, long hundredths) = Math.DivRem(time, 100);
        (long arcseconds, long tenths) = Math.DivRem(angle, 10);
        char sign = position.Dec < 0 ? '-' : '+';
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Clock(seconds)}{hundredths:00}{sign}{Clock(arcseconds)}{tenths:0}");
    }

    // Null where the text is no designation.
    internal static SkyPosition? ToPosition(string designation)
    {
        Match match = Digits().Match(designation);
        if (!match.Success)
        {
            return null;
        }

        double ra = 15 * Unclock(match.Groups["time"].Value, 100);
        double dec = Unclock(match.Groups["angle"].Value, 10);
        return ra < 360 && dec <= 90 ? new SkyPosition(ra, match.Groups["sign"].Value == "-" ? -dec : dec) : null;
    }

    internal static string WithPoints(string digits) => $"J{digits[..6]}.{digits[6..15]}.{digits[15..]}";

    internal static string WithoutPoints(string designation) =>
        designation.TrimStart('J').Replace(".", "", StringComparison.Ordinal);

    private static string Clock(long seconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:00}{seconds / 60 % 60:00}{seconds % 60:00}");

    // Six digits and those of a fraction of a second, as hours or degrees.
    private static double Unclock(string digits, int parts)
    {
        long number = long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        (long clock, long fraction) = Math.DivRem(number, parts);
        double seconds = (clock % 100) + ((double)fraction / parts);
        return (clock / 10_000) + (clock / 100 % 100 / 60.0) + (seconds / 3600);
    }

    [GeneratedRegex(@"^(?<time>\d{8})(?<sign>[+-])(?<angle>\d{7})$", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
