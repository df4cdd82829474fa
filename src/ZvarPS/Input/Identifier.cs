using System.Globalization;
using System.Text.RegularExpressions;
using Zvar;

namespace ZvarPS;

/// <summary>
/// Reads the id of a star or of another catalogue's source, which has more digits than a double holds: a double is
/// refused, because it rounds.
/// </summary>
internal static partial class Identifier
{
    /// <summary>The id's text.</summary>
    /// <exception cref="FormatException">There is no single value, or one that was a double on the way.</exception>
    internal static string Text(object? argument, string forms)
    {
        string text = Argument.Text(argument, forms);
        object? value = Argument.Unwrap(Argument.Elements(argument)[0]);
        if (value is long && !text.All(char.IsAsciiDigit))
        {
            // As PowerShell's own literals: 145120008365555264L, 0x20391e0f46e3e40.
            return string.Create(CultureInfo.InvariantCulture, $"{value}");
        }

        return value is double or float || RoundedText().IsMatch(text)
            ? throw new FormatException(
                $"'{Excerpt.Of(text)}' is a double, which rounds an id: write all its digits without a point or an"
                + " exponent, or as text (in pandas, read and keep the column as str).")
            : text;
    }

    // What other programs make of an id that was a double on the way.
    [GeneratedRegex(@"^\s*\d+(\.\d*)?[eE]\+?\d+\s*$|^\s*\d{15,}\.0*\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex RoundedText();
}
