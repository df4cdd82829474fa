using System.Buffers;

namespace Zvar.Tables;

// A text that a spreadsheet takes for one: where it would compute it (OWASP, "CSV Injection"), or make a number, a date
// or a time of it and lose digits, an apostrophe stands before it, as it does in the cell of a spreadsheet.
internal static class SpreadsheetText
{
    private static readonly SearchValues<char> NumberLetters = SearchValues.Create("0123456789.,:/+-eE% ");

    internal static string Escape(string text) => IsTaken(text) ? $"'{text}" : text;

    internal static string Unescape(string text) => text is ['\'', .. var rest] && IsTaken(rest) ? rest : text;

    private static bool IsTaken(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\'', ..]
        || (text is [(>= '0' and <= '9') or '.', ..] && !text.AsSpan().ContainsAnyExcept(NumberLetters));
}
