using System.Net.Http.Headers;

namespace Zvar.Http;

// A call of the API. Its body is written for each attempt: what has come by then need not be asked for again. The
// summary says in a few words how much is asked for.
internal sealed class ApiRequest(string path, string summary = "", Func<ReadOnlyMemory<byte>>? writeBody = null)
{
    internal string Path => path;

    // A 404 says that there is no such thing, not that there is no such call.
    internal bool MayBeAbsent { get; init; }

    private HttpMethod Method => writeBody is null ? HttpMethod.Get : HttpMethod.Post;

    public override string ToString() => $"{Method} {path}";

    internal string Describe() => summary.Length == 0 ? ToString() : $"{this}: {summary}";

    internal HttpRequestMessage ToMessage(Uri address)
    {
        var message = new HttpRequestMessage(Method, address);
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (writeBody is not null)
        {
            message.Content = new ReadOnlyMemoryContent(writeBody());
            message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        return message;
    }
}
