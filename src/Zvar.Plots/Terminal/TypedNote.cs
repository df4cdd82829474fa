using System.Globalization;
using System.Text;

namespace Zvar.Plots;

// A note while it is typed, in the last line of a terminal.
internal sealed record TypedNote(string Text)
{
    private const string Cursor = "▏";

    internal TypedNote Press(ConsoleKeyInfo key) => key.Key == ConsoleKey.Backspace ? EraseLast() : Add($"{key.KeyChar}");

    // A note is a line: what is pasted with line ends has blanks for them, and what is no letter is left out.
    internal TypedNote Add(string text)
    {
        var added = new StringBuilder(Text);
        foreach (char letter in text.ReplaceLineEndings(" "))
        {
            added.Append(char.IsControl(letter) ? letter == '\t' ? " " : "" : $"{letter}");
        }

        return new TypedNote(added.ToString());
    }

    // The end of it, where the cursor is.
    internal string Draw(int width)
    {
        const string before = "Note: ";
        const string after = "  ↵ keeps it, Esc drops it";
        int room = width - before.Length - Cursor.Length - after.Length;
        return room >= TextFigure.MinWidth / 2
            ? before + DisplayWidth.FitEnd(VisibleText.Of(Text), room) + Cursor + after
            : DisplayWidth.FitEnd(VisibleText.Of(Text) + Cursor, width);
    }

    private TypedNote EraseLast()
    {
        int[] letters = StringInfo.ParseCombiningCharacters(Text);
        return letters.Length == 0 ? this : new TypedNote(Text[..letters[^1]]);
    }
}
