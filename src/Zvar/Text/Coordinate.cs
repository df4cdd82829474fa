using System.Text.RegularExpressions;

namespace Zvar;

/// <summary>Reads right ascensions, declinations and whole positions as people write them.</summary>
public static partial class Coordinate
{
    // With spaces all three numbers are asked for: two numbers are more likely a position.
    private const string ColonsOrSpaces =
        @"^(?<sign>[+-]?)(?<whole>[0-9]{1,3})(?::(?<minutes>[0-9]{1,2})(?::(?<seconds>[0-9]{1,2}(?:\.[0-9]*)?))?"
        + @"|\s+(?<minutes>[0-9]{1,2})\s+(?<seconds>[0-9]{1,2}(?:\.[0-9]*)?))$";

    // What is longer is no coordinate; where spaces and numbers go on and on a pattern has no end.
    private const int Longest = 200;

    /// <summary>The forms <see cref="ParseRa"/> reads.</summary>
    public const string RaForms = "0.8365 (degrees), 0.8365deg, 00:03:20.77 (hours), 00h03m20.77s, '00 03 20.77'";

    /// <summary>The forms <see cref="ParseDec"/> reads.</summary>
    public const string DecForms = "30.9372 (degrees), 30.9372deg, +30:56:13.9, +30d56m13.9s, '+30 56 13.9'";

    /// <summary>The forms <see cref="ParsePosition"/> reads.</summary>
    public const string PositionForms =
        "'0.8365 30.9372' (degrees), '00:03:20.77 +30:56:13.9', '00h03m20.77s +30d56m13.9s', J000320.77+305613.9";

    /// <summary>Reads a right ascension.</summary>
    /// <param name="text">One of <see cref="RaForms"/>; a bare number is degrees, colons and h mean hours.</param>
    /// <returns>Degrees, 0 up to 360.</returns>
    /// <exception cref="FormatException">Not a right ascension; the message names the accepted forms.</exception>
    public static double ParseRa(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string clean = Angle.Clean(text);
        Number.RefuseDecimalComma(clean);
        double degrees = TryReadDegrees(clean, out double read) ? read
            : TryReadSexagesimal(HoursPattern(), clean, out read) ? read * 15
            : TryReadSexagesimal(DegreesPattern(), clean, out read) ? read
            : throw new FormatException($"'{Excerpt.Of(text)}' is not a right ascension. Write one of: {RaForms}.");

        return degrees is >= 0 and <= 360
            ? degrees % 360
            : throw new FormatException(
                $"The right ascension '{Excerpt.Of(text)}' is outside 0 to 360 degrees (0h to 24h).");
    }

    /// <summary>Reads a declination.</summary>
    /// <param name="text">One of <see cref="DecForms"/>; a bare number and colons are degrees.</param>
    /// <returns>Degrees, -90 to 90.</returns>
    /// <exception cref="FormatException">Not a declination; the message names the accepted forms.</exception>
    public static double ParseDec(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string clean = Angle.Clean(text);
        Number.RefuseDecimalComma(clean);
        if (!TryReadDegrees(clean, out double degrees)
            && !TryReadSexagesimal(ColonPattern(), clean, out degrees)
            && !TryReadSexagesimal(DegreesPattern(), clean, out degrees))
        {
            throw new FormatException($"'{Excerpt.Of(text)}' is not a declination. Write one of: {DecForms}.");
        }

        return degrees is >= -90 and <= 90
            ? degrees
            : throw new FormatException($"The declination '{Excerpt.Of(text)}' is outside -90 to 90 degrees.");
    }

    /// <summary>
    /// Reads a position: a right ascension and a declination with a space between them, or a name made of both.
    /// </summary>
    /// <param name="text">One of <see cref="PositionForms"/>.</param>
    /// <exception cref="FormatException">Not a position; the message names the accepted forms.</exception>
    public static SkyPosition ParsePosition(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string clean = Angle.Clean(text);
        if (IauName.TryRead(clean, out SkyPosition named))
        {
            return named;
        }

        Match pair = clean.Length <= Longest ? PairPattern().Match(clean) : Match.Empty;
        if (pair.Success)
        {
            return new SkyPosition(ParseRa(pair.Groups["ra"].Value), ParseDec(pair.Groups["dec"].Value));
        }

        throw new FormatException(
            clean.Contains(',', StringComparison.Ordinal)
                ? $"'{Excerpt.Of(text)}' is not a position: a comma without a space could be a decimal comma. Write two"
                    + " numbers with a decimal point and a space between them, as in '0.8365 30.9372'."
                : $"'{Excerpt.Of(text)}' is not a position. Write one of: {PositionForms}.");
    }

    private static bool TryReadDegrees(string text, out double degrees)
    {
        string number = text;
        foreach (string unit in (ReadOnlySpan<string>)["degrees", "deg", "\u00B0"])
        {
            if (text.EndsWith(unit, StringComparison.OrdinalIgnoreCase))
            {
                number = text[..^unit.Length];
                break;
            }
        }

        return Number.TryRead(number, out degrees);
    }

    private static bool TryReadSexagesimal(Regex pattern, string text, out double value)
    {
        value = double.NaN;
        Match match = text.Length <= Longest ? pattern.Match(text) : Match.Empty;
        if (!match.Success)
        {
            return false;
        }

        double whole = Read(match, "whole");
        double minutes = Read(match, "minutes");
        double seconds = Read(match, "seconds");
        if (minutes >= 60 || seconds >= 60)
        {
            return false;
        }

        double size = whole + (minutes / 60) + (seconds / 3600);
        value = match.Groups["sign"].Value == "-" ? -size : size;
        return true;
    }

    private static double Read(Match match, string group) =>
        match.Groups[group].Success && Number.TryRead(match.Groups[group].Value, out double number) ? number : 0;

    // 00:03:20.77, 00 03 20.77 or 00h03m20.77s: hours.
    [GeneratedRegex(
        ColonsOrSpaces
        + @"|^(?<sign>[+-]?)(?<whole>[0-9]{1,2}(?:\.[0-9]*)?)\s*h(?:\s*(?<minutes>[0-9]{1,2}(?:\.[0-9]*)?)\s*m)?"
        + @"(?:\s*(?<seconds>[0-9]{1,2}(?:\.[0-9]*)?)\s*s)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HoursPattern();

    // +30:56:13.9 or +30 56 13.9: degrees, for a declination.
    [GeneratedRegex(ColonsOrSpaces, RegexOptions.CultureInvariant)]
    private static partial Regex ColonPattern();

    // +30d56m13.9s or 30°56'13.9": degrees.
    [GeneratedRegex(
        @"^(?<sign>[+-]?)(?<whole>[0-9]{1,3})\s*[d\u00B0]\s*(?<minutes>[0-9]{1,2}(?:\.[0-9]*)?)\s*[m']"
        + @"(?:\s*(?<seconds>[0-9]{1,2}(?:\.[0-9]*)?)\s*[s""])?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DegreesPattern();

    // Two words, six numbers, or hours with units and a declination. A comma between them is read only where it can be
    // no decimal comma: beside a space, before a sign, or between two decimal points.
    [GeneratedRegex(
        @"^(?<ra>[^\s,]+)(?:\s+,?\s*|,\s+)(?<dec>[^\s,]+)$"
        + @"|^(?<ra>[^\s,]+),(?<dec>[+-][^\s,]+)$"
        + @"|^(?<ra>[0-9]+\.[0-9]+),(?<dec>[0-9]+\.[0-9]+)$"
        + @"|^(?<ra>[0-9]{1,2}\s+[0-9]{1,2}\s+[0-9.]+)[\s,]+(?<dec>[+-]?[0-9]{1,2}\s+[0-9]{1,2}\s+[0-9.]+)$"
        + @"|^(?<ra>[0-9][0-9.hms\s]*[hms])[\s,]+(?<dec>[+-]?[0-9][^,]*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PairPattern();
}
