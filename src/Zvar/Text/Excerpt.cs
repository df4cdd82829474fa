using System.Globalization;
using System.Text;

namespace Zvar;

/// <summary>What somebody else wrote, as it can stand in a message: visible, on one line, and not long.</summary>
public static class Excerpt
{
    private const int Longest = 60;

    /// <summary>
    /// The text with a visible symbol for each control character, cut after sixty characters. For messages alone: data
    /// keep their text.
    /// </summary>
    public static string Of(string? text) => Of(text, Longest);

    /// <summary>The same of a text that may be longer.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">After how many characters it is cut.</param>
    public static string Of(string? text, int longest)
    {
        var shown = new StringBuilder(Math.Min(text?.Length ?? 0, longest) + 1);
        foreach (Rune rune in (text ?? "").EnumerateRunes())
        {
            if (shown.Length >= longest)
            {
                return shown.Append('…').ToString();
            }

            shown.Append(Visible(rune));
        }

        return shown.ToString();
    }

    /// <summary>The first of several texts, with commas between them.</summary>
    public static string Of(IEnumerable<string?> texts) => Of(string.Join(',', texts.Take(Longest)));

    // The symbols for control characters are in their order from U+2400 on.
    private static Rune Visible(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        _ when rune.Value < 0x20 => new Rune(0x2400 + rune.Value),
        _ when rune.Value == 0x7F => new Rune(0x2421),
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator => Rune.ReplacementChar,
        _ => rune,
    };
}
