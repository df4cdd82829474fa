using System.Globalization;
using System.Text;

namespace Zvar.Http;

// Reads the escapes of JSON strings wherever they stand, in JSON or in what is none.
internal static class JsonEscapes
{
    private const string Letters = "bfnrt\"\\/";
    private const string Meanings = "\b\f\n\r\t\"\\/";

    internal static string Decode(string text)
    {
        var decoded = new StringBuilder(text.Length);
        int at = 0;
        while (at < text.Length)
        {
            if (text[at] == '\\' && at + 1 < text.Length && Letters.IndexOf(text[at + 1]) is >= 0 and var letter)
            {
                decoded.Append(Meanings[letter]);
                at += 2;
            }
            else if (text[at] == '\\'
                && text.AsSpan(at) is [_, 'u', _, _, _, _, ..]
                && ushort.TryParse(
                    text.AsSpan(at + 2, 4),
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture,
                    out ushort unit))
            {
                decoded.Append((char)unit);
                at += 6;
            }
            else
            {
                decoded.Append(text[at++]);
            }
        }

        return decoded.ToString();
    }
}
