using System.Globalization;
using System.Text;

namespace Zvar.Tables;

// A card of a FITS header: 80 characters of ASCII, a keyword and its value (FITS 4.0, section 4).
internal static class FitsCard
{
    internal const int Length = 80;

    // A text goes on in further cards where it is long: the convention of CONTINUE.
    private const int MostText = 67;

    internal static string Of(string keyword, long value) =>
        $"{keyword,-8}= {value.ToString(CultureInfo.InvariantCulture),20}".PadRight(Length);

    internal static string Of(string keyword, bool value) => $"{keyword,-8}= {(value ? "T" : "F"),20}".PadRight(Length);

    internal static IEnumerable<string> Of(string keyword, string value)
    {
        string rest = Ascii(value).Replace("'", "''", StringComparison.Ordinal);
        for (string before = $"{keyword,-8}= "; ; before = "CONTINUE  ")
        {
            if (rest.Length <= MostText)
            {
                yield return $"{before}'{rest,-8}'".PadRight(Length);
                yield break;
            }

            // A pair of quotes is one and stays together.
            int length = MostText - 1;
            if (rest[..length].Reverse().TakeWhile(letter => letter == '\'').Count() % 2 == 1)
            {
                length--;
            }

            yield return $"{before}'{rest[..length]}&'".PadRight(Length);
            rest = rest[length..];
        }
    }

    internal static string End => "END".PadRight(Length);

    // A header has printable ASCII alone.
    internal static string Ascii(string text)
    {
        var ascii = new StringBuilder(text.Length);
        foreach (char letter in text)
        {
            ascii.Append(letter is >= ' ' and <= '~' ? letter.ToString() : $"\\u{(int)letter:x4}");
        }

        return ascii.ToString();
    }
}
