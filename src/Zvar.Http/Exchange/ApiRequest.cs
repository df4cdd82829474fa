using System.Net.Http.Headers;

namespace Zvar.Http;

// One request, as often as it has to be sent.
internal sealed record ApiRequest(string Path, string Asks, ReadOnlyMemory<byte>? Body = null)
{
    // A 404 says that there is no such thing, not that there is no such call.
    internal bool MayBeAbsent { get; init; }

    private HttpMethod Method => Body is null ? HttpMethod.Get : HttpMethod.Post;

    public override string ToString() => $"{Method} {Path}";

    internal HttpRequestMessage ToMessage(Uri address)
    {
        var message = new HttpRequestMessage(Method, address);
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (Body is { } body)
        {
            message.Content = new ReadOnlyMemoryContent(body);
            message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        return message;
    }
}
