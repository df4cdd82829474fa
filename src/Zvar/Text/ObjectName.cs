using System.Text.RegularExpressions;

namespace Zvar;

/// <summary>
/// Tells the name of a star from a coordinate that was mistyped: a name may be asked about, a mistake is told.
/// </summary>
public static partial class ObjectName
{
    /// <summary>How long a name may be, in characters.</summary>
    public const int Longest = 100;

    /// <summary>What a name looks like, for error messages and help.</summary>
    public const string Forms = "a name: 'RR Lyr', M31, J000320.77+305613.9";

    /// <summary>
    /// Whether a text can be the name of something on the sky: it has a letter that is no unit behind a number, no
    /// comma, no control characters, and is no longer than <see cref="Longest"/>.
    /// </summary>
    public static bool IsName(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string name = text.Trim();
        return name.Length is > 0 and <= Longest
            && !name.Any(letter => char.IsControl(letter) || letter is ',' or ';')
            && !Number.IsMissing(name)
            && OfCoordinates().Replace(name, "").Any(char.IsLetter);
    }

    /// <summary>
    /// One writing of all those that mean one name: with single blanks, and in capitals but for letters that stand
    /// alone, since b Per is another star than B Per.
    /// </summary>
    public static string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Join(' ', text
            .Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Length == 1 ? word : word.ToUpperInvariant()));
    }

    // What letters coordinates have: units behind digits, some of them raised, the exponent of a number, what stands
    // for none, and the words that say which of the two it is.
    [GeneratedRegex(
        @"(?<=[0-9.]\s*)(?:h|hr|hours?|m|min|s|sec|d|deg|degrees?|arcmin|arcsec)(?![a-z])"
        + @"|[\u00BA\u02B0\u1D50\u02E2\u1D48]|(?<=[0-9.])e(?=[+-]?[0-9])|(?<![a-z])(?:nan|null|inf|ra|dec)(?![a-z])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfCoordinates();
}
