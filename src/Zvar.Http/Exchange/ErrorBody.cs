using System.Text;
using System.Text.Json;

namespace Zvar.Http;

// What an error's body says, in a line or a few: the detail of the service's own JSON in either of its forms, the title
// of a proxy's page, else the first line.
internal sealed class ErrorBody(ForeignText foreign)
{
    private const int LongestBody = 64 * 1024;
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

    private string? Read(ReadOnlySpan<byte> body)
    {
        string text = foreign.Redact(Encoding.UTF8.GetString(body)).Trim();
        return text switch
        {
            "" => null,
            ['<', ..] => PageTitle(text) ?? foreign.FirstLine(text),
            ['{', ..] => Detail(text) ?? foreign.FirstLine(text),
            _ => foreign.FirstLine(text),
        };
    }

    private string? PageTitle(string page)
    {
        string title = HtmlTitle.Of(page);
        return title.Length > 0 ? foreign.FirstLine(title) : null;
    }

    private string? Detail(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.TryGetProperty(Fields.Detail, out JsonElement detail)
                ? detail.ValueKind switch
                {
                    JsonValueKind.String => foreign.FirstLine(detail.GetString()!),
                    JsonValueKind.Array => string.Join(
                        Environment.NewLine, detail.EnumerateArray().Take(MostLines).Select(Complaint)),
                    _ => foreign.FirstLine(detail.GetRawText()),
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
            return foreign.FirstLine(complaint.ToString());
        }

        string where = complaint.TryGetProperty(Fields.Location, out JsonElement location)
            && location.ValueKind == JsonValueKind.Array
                ? string.Join('.', location.EnumerateArray())
                : "";
        return foreign.FirstLine(where.Length == 0 ? message.ToString() : $"{where}: {message}");
    }
}
