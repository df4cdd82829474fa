using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Zvar;

/// <summary>
/// Reads numbers as people write them: always in the invariant culture, so that a script means the same under every
/// locale, and with the minus signs people paste from papers.
/// </summary>
public static partial class Number
{
    private const NumberStyles Style =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    // Hyphens, dashes and minus signs of all widths.
    private static readonly SearchValues<char> Dashes =
        SearchValues.Create("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63\uFF0D");

    private static readonly HashSet<string> WordsOfMissing = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "-", "--", "nan", "-nan", "null", "none", "n/a", "na", "<na>", "inf", "+inf", "-inf", "infinity",
        "-infinity", "\u221E", "-\u221E",
    };

    /// <summary>The forms <see cref="Parse"/> reads, for error messages and help.</summary>
    public const string Forms = "1.5, 15, 2e-3";

    /// <summary>Reads a number that somebody gives: it is finite.</summary>
    /// <param name="text">One of <see cref="Forms"/>.</param>
    /// <exception cref="FormatException">Not a finite number; the message names the accepted forms.</exception>
    public static double Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string clean = Clean(text);
        RefuseDecimalComma(clean);
        return TryRead(clean, out double number)
            ? number
            : throw new FormatException($"'{Excerpt.Of(text)}' is not a number. Write one of: {Forms}.");
    }

    /// <summary>Reads a finite number where there is one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out double number)
    {
        number = double.NaN;
        return text is not null && TryRead(Clean(text), out number);
    }

    /// <summary>Reads a whole number that somebody gives.</summary>
    /// <param name="text">Digits, with a sign if need be; <c>648.0</c>, as pandas writes it, is whole too.</param>
    /// <exception cref="FormatException">Not a whole number, or one beyond an <see cref="int"/>.</exception>
    public static int ParseWhole(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string clean = Clean(text);
        RefuseDecimalComma(clean);
        return TryRead(clean, out double number) && number == Math.Floor(number) && Math.Abs(number) <= int.MaxValue
            ? (int)number
            : throw new FormatException($"'{Excerpt.Of(text)}' is not a whole number, such as 15.");
    }

    /// <summary>Reads the number in a cell of a table.</summary>
    /// <param name="cell">
    /// A number, or what programs write where none was measured: see <see cref="IsMissing"/>.
    /// </param>
    /// <returns>The number; NaN where none was measured.</returns>
    /// <exception cref="FormatException">There is something in the cell, and it is no number.</exception>
    public static double ParseCell(string? cell) =>
        TryRead(cell, out double number) ? number : IsMissing(cell) ? double.NaN : Parse(cell);

    /// <summary>Reads the number in a cell of a table that knows numbers from text.</summary>
    /// <param name="cell">A number, its text, or what stands where none was measured.</param>
    /// <returns>The number; NaN where none was measured.</returns>
    /// <exception cref="FormatException">There is something in the cell, and it is no number.</exception>
    public static double OfCell(object? cell) => cell switch
    {
        double number => double.IsFinite(number) ? number : double.NaN,
        int number => number,
        string text => ParseCell(text),
        _ => ParseCell(Convert.ToString(cell, CultureInfo.InvariantCulture)),
    };

    /// <summary>
    /// Whether a cell of a table says that nothing was measured: it is empty, or has one of the words that databases,
    /// pandas and astropy write there. An infinity is no measurement.
    /// </summary>
    public static bool IsMissing([NotNullWhen(false)] string? cell) =>
        cell is null || WordsOfMissing.Contains(Clean(cell));

    // Without spaces around it, and with the one minus sign that is read.
    internal static string Clean(string text)
    {
        string trimmed = text.Trim();
        return trimmed.AsSpan().ContainsAny(Dashes)
            ? string.Create(trimmed.Length, trimmed, (clean, from) => from.AsSpan().ReplaceAny(clean, Dashes, '-'))
            : trimmed;
    }

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
            string shown = Excerpt.Of(text);
            throw new FormatException(DecimalComma().IsMatch(text)
                ? $"'{shown}' has a comma: write decimals with a point, as in '{shown.Replace(',', '.')}'."
                : $"'{shown}' has a comma: decimals have a point, and two numbers a space between them.");
        }
    }

    // The only comma, between digits where no point is: 1,5 or -2,5e3 or 1,5deg.
    [GeneratedRegex("^[^,.]*[0-9],[0-9][^,.]*$")]
    private static partial Regex DecimalComma();
}
