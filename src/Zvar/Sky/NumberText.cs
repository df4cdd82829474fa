using System.Globalization;

namespace Zvar;

// Reads the numbers inside positions, angles and durations: always in the invariant culture, so that a script means
// the same under every locale, and with the minus signs people paste from papers.
internal static class NumberText
{
    private const NumberStyles Style =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    internal static string Clean(string text) => text.Trim()
        .Replace('\u2212', '-').Replace('\u2013', '-')
        .Replace('\u2032', '\'').Replace('\u2019', '\'')
        .Replace('\u2033', '"').Replace('\u201D', '"')
        .Replace("''", "\"", StringComparison.Ordinal);

    internal static bool TryRead(ReadOnlySpan<char> text, out double number) =>
        double.TryParse(text.Trim(), Style, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    // A number with one of some units behind it, or with none, which counts as 1. The first unit that fits is taken,
    // so a unit comes before those it ends with.
    internal static bool TryReadWithUnit(
        string text, ReadOnlySpan<(string Name, double Size)> units, out double number, out double unit)
    {
        foreach ((string name, double size) in units)
        {
            if (text.EndsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                unit = size;
                return TryRead(text.AsSpan(..^name.Length), out number);
            }
        }

        unit = 1;
        return TryRead(text, out number);
    }

    internal static void RefuseDecimalComma(string text)
    {
        if (text.Contains(',', StringComparison.Ordinal))
        {
            // A comma among points is no decimal comma.
            throw new FormatException(
                text.Contains('.', StringComparison.Ordinal) || text.Count(',') > 1
                    ? $"'{text}' has a comma: decimals have a point, and two numbers a space between them."
                    : $"'{text}' has a comma: write decimals with a point, as in '{text.Replace(',', '.')}'.");
        }
    }
}
