namespace Zvar;

/// <summary>What somebody else wrote, as it can stand in a message: visible, on one line, and not long.</summary>
public static class Excerpt
{
    private const int Longest = 60;

    /// <summary>
    /// The text as <see cref="VisibleText"/> has it, cut after sixty characters and never within a letter. For messages
    /// alone: data keep their text.
    /// </summary>
    public static string Of(string? text) => Of(text, Longest);

    /// <summary>The same of a text that may be longer.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">After how many characters it is cut.</param>
    public static string Of(string? text, int longest)
    {
        text ??= "";

        // A symbol has one char, and what it stands for no more than two.
        string shown = VisibleText.Of(text.Length <= 2 * (longest + 1) ? text : text[..(2 * (longest + 1))]);
        return shown.Length <= longest ? shown : $"{shown.AsSpan(0, TextElements.Fit(shown, longest))}…";
    }

    /// <summary>The first of several texts, with commas between them.</summary>
    public static string Of(IEnumerable<string?> texts) =>
        Of(string.Join(',', texts.Take(Longest).Select(text => Of(text))));
}
