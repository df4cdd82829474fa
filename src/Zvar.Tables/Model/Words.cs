namespace Zvar.Tables;

// A list of texts as one text, where a format has no such lists that all programs read: words with blanks between them,
// and JSON where one of the texts is no word.
internal static class Words
{
    private const char BeginOfJson = '[';

    internal static string Join(string[] texts) =>
        Array.TrueForAll(texts, IsWord) && texts is not [[BeginOfJson, ..], ..]
            ? string.Join(' ', texts)
            : ListText.Format(texts);

    // Throws a JsonException where it is neither.
    internal static string[] Split(string text) => text.StartsWith(BeginOfJson)
        ? ListText.Parse<string>(text)
        : text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsWord(string text) => text.Length > 0 && !text.Any(char.IsWhiteSpace);
}
