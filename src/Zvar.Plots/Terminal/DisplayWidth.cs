using System.Globalization;
using System.Text;

namespace Zvar.Plots;

// How many columns of a terminal text takes: letters of East Asia and pictograms take two, accents over a letter none.
internal static class DisplayWidth
{
    // Those that Unicode's East Asian Width (UAX #11) has as wide, in blocks.
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x2E80, 0xA4CF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF00, 0xFF60),
        (0xFFE0, 0xFFE6), (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F900, 0x1FAFF), (0x20000, 0x3FFFD),
    ];

    // The end of a text that takes no more columns, an ellipsis before it where some is missing.
    internal static string FitEnd(string text, int columns)
    {
        int[] starts = StringInfo.ParseCombiningCharacters(text);
        int from = text.Length;
        int taken = 0;
        for (int i = starts.Length - 1; i >= 0; i--)
        {
            taken += Of(text.AsSpan(starts[i]..from));
            if (taken > (i == 0 ? columns : columns - 1))
            {
                return columns > 0 ? $"…{text.AsSpan(from)}" : "";
            }

            from = starts[i];
        }

        return text;
    }

    private static int Of(ReadOnlySpan<char> element)
    {
        int widest = 0;
        foreach (Rune rune in element.EnumerateRunes())
        {
            widest = Math.Max(widest, Of(rune));
        }

        return widest;
    }

    private static int Of(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
        _ => Array.Exists(Wide, block => rune.Value >= block.First && rune.Value <= block.Last) ? 2 : 1,
    };
}
