using System.Net;
using System.Text;

namespace Zvar.Http;

// A password and the header it goes in, to be found in what a service says however it is written there: escaped as in
// JSON, HTML or an address, once or more; in UTF-8 that was read as Latin-1; without its padding; with anything between
// its letters that is none; or a good part of it, from its beginning or to its end.
internal sealed class Secrets
{
    private const string Redacted = "***";
    private const int MostEscapes = 3;

    // How much of one is too much, at a cut or anywhere. Many texts would have some of fewer letters and digits.
    private const int ShortestAtCut = 3;
    private const int ShortestPart = 6;

    private static readonly Func<string, string>[] Unescape =
        [JsonEscapes.Decode, WebUtility.HtmlDecode, WebUtility.UrlDecode, Uri.UnescapeDataString];

    private readonly string[] _secrets;
    private readonly string[] _parts;
    private readonly string[] _letters;

    internal Secrets(string password, string encoded)
    {
        string unpadded = encoded.TrimEnd('=');
        string alone = Convert.ToBase64String(Encoding.UTF8.GetBytes(password)).TrimEnd('=');
        string[] secrets =
        [
            encoded, unpadded, UrlSafe(unpadded), alone, UrlSafe(alone), password,
            Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(password)),
        ];
        _secrets = [.. secrets.Where(secret => secret.Length > 0).Distinct()];
        _parts = [.. _secrets.SelectMany(PartsOf).Distinct()];
        _letters = [.. _secrets.Select(LettersOf).Where(letters => letters.Length >= ShortestPart).Distinct()];
    }

    // The text without them; null where they are in it in a way that cannot be taken out.
    internal string? Redact(string text)
    {
        foreach (string secret in _secrets)
        {
            text = text.Replace(secret, Redacted, StringComparison.Ordinal);
        }

        return Readings(text).Any(Has) ? null : text;
    }

    // The text itself, and all that it may be when escapes in it are read.
    private static HashSet<string> Readings(string text)
    {
        HashSet<string> readings = [text];
        string[] latest = [text];
        for (int round = 0; round < MostEscapes; round++)
        {
            latest = [.. latest.SelectMany(reading => Unescape.Select(decode => decode(reading))).Where(readings.Add)];
        }

        return readings;
    }

    private bool Has(string reading)
    {
        string letters = LettersOf(reading);
        return Array.Exists(_parts, part => reading.Contains(part, StringComparison.Ordinal))
            || Array.Exists(_secrets, secret => EndsInBeginning(reading, secret))
            || Array.Exists(_letters, secret => letters.Contains(secret, StringComparison.Ordinal));
    }

    private static string[] PartsOf(string secret)
    {
        int length = Math.Min(secret.Length, Math.Clamp(secret.Length / 2, ShortestAtCut, ShortestPart));
        return [secret[..length], secret[^length..]];
    }

    // Where it was cut, by whoever said it or by us.
    private static bool EndsInBeginning(string text, string secret)
    {
        ReadOnlySpan<char> rest = text;
        while (true)
        {
            for (int length = ShortestAtCut; length < secret.Length; length++)
            {
                if (rest.EndsWith(secret.AsSpan(0, length), StringComparison.Ordinal))
                {
                    return true;
                }
            }

            int cut = rest.LastIndexOf('…');
            if (cut < 0)
            {
                return false;
            }

            rest = rest[..cut];
        }
    }

    private static string LettersOf(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static string UrlSafe(string base64) => base64.Replace('+', '-').Replace('/', '_');
}
