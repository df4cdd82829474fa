using System.Text;
using System.Text.RegularExpressions;

namespace Zvar.Tables;

// Texts in a binary table, which is ASCII and takes blanks off their ends: what else there is is written as \u and four
// digits, and a backslash before such as \u005c.
internal static partial class FitsText
{
    // The card that says so.
    internal const string Keyword = "TEXTESC";

    internal static int LengthOf(string text) => (IsPlain(text) ? text : Escape(text)).Length;

    internal static void Encode(string text, Span<byte> to) =>
        Encoding.ASCII.GetBytes(IsPlain(text) ? text : Escape(text), to);

    internal static string Decode(string text) => text.Contains("\\u", StringComparison.Ordinal)
        ? Escaped().Replace(text, found => ((char)Convert.ToInt32(found.Groups[1].Value, 16)).ToString())
        : text;

    private static bool IsPlain(string text) =>
        !text.AsSpan().ContainsAnyExceptInRange(' ', '~')
        && !text.Contains("\\u", StringComparison.Ordinal)
        && (text.Length == 0 || text[^1] != ' ');

    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        for (int i = 0; i < text.Length; i++)
        {
            bool plain = text[i] is >= ' ' and <= '~' and not '\\' && !(text[i] == ' ' && i == text.Length - 1);
            escaped.Append(plain ? text[i].ToString() : $"\\u{(int)text[i]:x4}");
        }

        return escaped.ToString();
    }

    [GeneratedRegex(@"\\u([0-9a-f]{4})")]
    private static partial Regex Escaped();
}
