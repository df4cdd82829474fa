namespace Zvar.Tables;

// A text in a cell of comma-separated values.
internal static class CsvText
{
    // RFC 4180; and quoted is what many readers would change: blanks at an end, an empty text, which is no null, and a
    // text that looks like a number or a word for none.
    internal static string Quote(string text) =>
        text.Length == 0 || text[0] == ' ' || text[^1] == ' '
            || text.AsSpan().ContainsAny("\",\r\n#") || LooksTyped(text)
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;

    private static bool LooksTyped(string text) =>
        char.IsAsciiDigit(text[0]) || text[0] is '+' or '-' or '.'
            || Number.IsMissing(text) || bool.TryParse(text, out _);
}
