using System.Globalization;
using System.Text;

namespace Zvar.Plots;

// Foreign words where they are shown: what would move a terminal's cursor, or turn a line around, has a symbol instead,
// and what is longer than a line is cut.
internal static class VisibleText
{
    private const int Longest = 120;
    private const char FirstControlPicture = '\u2400';
    private const char DeletePicture = '\u2421';

    internal static string Of(string text)
    {
        string begin = Cut(text, Longest);
        var visible = new StringBuilder(begin.Length);
        foreach (Rune rune in begin.EnumerateRunes())
        {
            visible.Append(Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.Control when rune.Value < ' ' => new Rune(FirstControlPicture + rune.Value),
                UnicodeCategory.Control => new Rune(DeletePicture),
                UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator =>
                    Rune.ReplacementChar,
                _ => rune,
            });
        }

        return visible.ToString();
    }

    // As much of the text as has so many letters, the last of them an ellipsis where some is missing.
    internal static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        int end = Math.Max(0, length - 1);
        return text[..(end > 0 && char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }
}
