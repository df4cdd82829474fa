using System.Globalization;
using System.Text;

namespace Zvar;

/// <summary>
/// What somebody else wrote, as a person may see it: with a visible symbol for each character that a terminal obeys or
/// that turns the order of letters around, and on one line. Data keep their text.
/// </summary>
public static class VisibleText
{
    /// <summary>The whole text in visible characters; empty for null.</summary>
    public static string Of(string? text)
    {
        // Nearly all there is.
        if (text is null || !text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text ?? "";
        }

        var shown = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            shown.Append(SymbolOf(rune));
        }

        return shown.ToString();
    }

    /// <summary>Whether a character is shown as it is.</summary>
    public static bool IsVisible(Rune rune) => SymbolOf(rune) == rune;

    // The symbols for control characters are in their order from U+2400 on.
    private static Rune SymbolOf(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        _ when rune.Value < 0x20 => new Rune(0x2400 + rune.Value),
        _ when rune.Value == 0x7F => new Rune(0x2421),
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator => Rune.ReplacementChar,
        _ when IsNoncharacter(rune) => Rune.ReplacementChar,
        _ => rune,
    };

    // No XML holds them.
    private static bool IsNoncharacter(Rune rune) =>
        (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;
}
