using System.Text.RegularExpressions;

namespace Zvar;

/// <summary>
/// Reads the position in a name made of it, as the IAU recommends: <c>J000320.77+305613.9</c>, with a survey's acronym
/// before it or none, as 2MASS writes it without points, or in degrees, as in <c>PSO J334.2028+01.4075</c>. Such names
/// are cut, not rounded, and the position is as good as its digits. A name with fewer digits than seconds, that of a
/// pulsar say, tells no more than about where its star is, and is read as no position.
/// </summary>
public static partial class IauName
{
    private const int Longest = 100;

    /// <summary>Reads the position in a name.</summary>
    /// <param name="text">The name.</param>
    /// <param name="position">Where it is.</param>
    /// <returns>Whether it has one.</returns>
    /// <exception cref="FormatException">It has the form, and no place on the sky.</exception>
    public static bool TryRead(string text, out SkyPosition position)
    {
        ArgumentNullException.ThrowIfNull(text);
        position = default;
        if (text.Length > Longest)
        {
            return false;
        }

        string clean = Number.Clean(text);
        if (InDegrees().Match(clean) is { Success: true } degrees)
        {
            position = Place(text, Digits(degrees, "ra"), Digits(degrees, "dec"));
            return true;
        }

        if (InHours().Match(clean) is not { Success: true } hours)
        {
            return false;
        }

        double size = Sexagesimal(text, hours, "d");
        position = Place(
            text, 15 * Sexagesimal(text, hours, "h"), hours.Groups["sign"].Value == "-" ? -size : size);
        return true;
    }

    private static double Sexagesimal(string text, Match match, string name)
    {
        double minutes = Digits(match, $"{name}m");
        double seconds = Digits(match, $"{name}s") + Digits(match, $"{name}f");
        return minutes < 60 && seconds < 60 ? Digits(match, name) + (minutes / 60) + (seconds / 3600) : throw Off(text);
    }

    // The digits behind the seconds, with a point or without.
    private static double Digits(Match match, string group)
    {
        string digits = match.Groups[group].Value;
        string number = group.EndsWith('f') ? $"0.{digits.TrimStart('.')}0" : digits;
        return Number.TryRead(number, out double read) ? read : 0;
    }

    private static SkyPosition Place(string text, double ra, double dec) =>
        ra < 360 && dec is >= -90 and <= 90 ? new SkyPosition(ra, dec) : throw Off(text);

    private static FormatException Off(string text) => new(
        $"'{Excerpt.Of(text)}' is made like a name of a position, JHHMMSS.ss+DDMMSS.s, and has no place on the sky.");

    [GeneratedRegex(
        Acronym + @"J(?<h>[0-9]{2})(?<hm>[0-9]{2})(?<hs>[0-9]{2})(?<hf>\.?[0-9]{0,8})"
        + @"(?<sign>[+-])(?<d>[0-9]{2})(?<dm>[0-9]{2})(?<ds>[0-9]{2})(?<df>\.?[0-9]{0,8})$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InHours();

    [GeneratedRegex(
        Acronym + @"J(?<ra>[0-9]{3}\.[0-9]{3,8})(?<dec>[+-][0-9]{2}\.[0-9]{3,8})$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InDegrees();

    // SDSS, ASASSN-V, 1SWASP, CSS_, MASTER OT.
    private const string Acronym = @"^(?:[A-Z0-9][A-Z0-9_./\-]*\s*){0,3}?";
}
