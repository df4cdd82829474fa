using System.Text.RegularExpressions;

namespace Zvar;

// The psid in a cell of a table; 0 where there is none.
internal static partial class PsidCell
{
    internal static long Read(object? cell) => cell switch
    {
        long psid and >= 0 => psid,
        int psid and >= 0 => psid,
        double.NaN => 0,
        double or float => throw Rounded(cell),
        _ => CellText.Of(cell) is { } text and not "0"
            ? RoundedText().IsMatch(text) ? throw Rounded(text) : Psid.Parse(text)
            : 0,
    };

    private static FormatException Rounded(object cell) => new(
        FormattableString.Invariant($"'{Excerpt.Of(FormattableString.Invariant($"{cell}"))}' is a double, which rounds a psid:")
        + " keep the column as whole numbers or as text.");

    // What other programs make of an id that was a double on the way.
    [GeneratedRegex(@"^\d+(\.\d*)?[eE]\+?\d+$|^\d{15,}\.0*$", RegexOptions.CultureInvariant)]
    private static partial Regex RoundedText();
}
