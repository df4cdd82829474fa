using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Zvar.Http;

// What an error's body says, in a line or a few: the detail of the service's own JSON in either of its forms, the title
// of a proxy's page, else the first line. It is redacted before it is cut: half a password is one too many.
internal sealed partial class ErrorBody(Func<string, string> redact)
{
    private const int LongestBody = 64 * 1024;
    private const int LongestLine = 300;
    private const int MostLines = 10;

    // As far as it comes: that it is cut short is not worth another failure.
    internal async Task<string?> ReadAsync(ResponseBody body, CancellationToken cancellationToken)
    {
        byte[] text = new byte[LongestBody];
        int length = 0;
        try
        {
            int read;
            do
            {
                read = await body.ReadAsync(text.AsMemory(length), cancellationToken).ConfigureAwait(false);
                length += read;
            }
            while (read > 0 && length < text.Length);
        }
        catch (TransientFailure)
        {
        }

        return Read(text.AsSpan(0, length));
    }

    internal string Redact(string text) => redact(text);

    internal string FirstLine(string text)
    {
        ReadOnlySpan<char> line = redact(text).AsSpan().Trim();
        int end = line.IndexOfAny('\r', '\n');
        return Excerpt.Of((end < 0 ? line : line[..end].TrimEnd()).ToString(), LongestLine);
    }

    private string? Read(ReadOnlySpan<byte> body)
    {
        string text = Encoding.UTF8.GetString(body).Trim();
        return text switch
        {
            "" => null,
            ['<', ..] => PageTitle(text) ?? FirstLine(text),
            ['{', ..] => Detail(text) ?? FirstLine(text),
            _ => FirstLine(text),
        };
    }

    private string? PageTitle(string page)
    {
        Match match = TitlePattern().Match(page);
        return match.Success
            ? FirstLine(SpacePattern().Replace(WebUtility.HtmlDecode(match.Groups["text"].Value), " "))
            : null;
    }

    private string? Detail(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.TryGetProperty(Fields.Detail, out JsonElement detail)
                ? detail.ValueKind switch
                {
                    JsonValueKind.String => FirstLine(detail.GetString()!),
                    JsonValueKind.Array => string.Join(
                        Environment.NewLine, detail.EnumerateArray().Take(MostLines).Select(Complaint)),
                    _ => FirstLine(detail.GetRawText()),
                }
                : null;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    // One field of the request and what is wrong with it, as in "body.psids.0: Input should be a valid integer".
    private string Complaint(JsonElement complaint)
    {
        if (complaint.ValueKind != JsonValueKind.Object
            || !complaint.TryGetProperty(Fields.Message, out JsonElement message))
        {
            return FirstLine(complaint.ToString());
        }

        string where = complaint.TryGetProperty(Fields.Location, out JsonElement location)
            && location.ValueKind == JsonValueKind.Array
                ? string.Join('.', location.EnumerateArray())
                : "";
        return FirstLine(where.Length == 0 ? message.ToString() : $"{where}: {message}");
    }

    [GeneratedRegex(
        @"<(title|h1)[^>]*>\s*(?<text>[^<]+?)\s*<", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TitlePattern();

    [GeneratedRegex(@"\s+")]
    private static partial Regex SpacePattern();
}
