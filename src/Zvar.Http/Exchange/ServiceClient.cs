using System.Net;

namespace Zvar.Http;

// One client for as long as the source lives, made at the first request. The factory of Microsoft.Extensions.Http would
// double what that costs, and the one thing it is for, fresh name look-ups, PooledConnectionLifetime does as well.
internal sealed class ServiceClient : IDisposable
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private readonly BasicAuthentication? _authentication;
    private readonly Lazy<HttpClient> _client;
    private readonly Lazy<Retries> _retries;

    internal ServiceClient(HttpSourceOptions options)
    {
        Options = options;
        _authentication = options.Credential is { } credential
            ? new BasicAuthentication(credential, options.AllowUnencryptedAuthentication)
            : null;
        _client = new Lazy<HttpClient>(MakeClient);
        _retries = new Lazy<Retries>(() => new Retries(options));
    }

    internal HttpSourceOptions Options { get; }

    public void Dispose()
    {
        if (_client.IsValueCreated)
        {
            _client.Value.Dispose();
        }
    }

    // The whole answer, however often it takes; default where the question may be about something absent and it is.
    internal Task<T?> AskAsync<T>(
        Question question, AnswerReader<T> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var address = new Uri($"{Options.BaseAddress.AbsoluteUri.TrimEnd('/')}/{question.Path}");
        _authentication?.CheckTransport(address);
        Options.Log?.Invoke($"{question}{(question.Asks.Length == 0 ? "" : $": {question.Asks}")}");
        return new Exchange<T>(this, question, address, read).RunAsync(_retries.Value, cancellationToken);
    }

    // Sends it once, through the redirects there may be, as far as the head of the answer.
    internal async Task<HttpResponseMessage> SendAsync(
        Question question, Uri address, CancellationToken cancellationToken)
    {
        for (int hop = 0; ; hop++)
        {
            using HttpRequestMessage request = question.ToRequest(address);
            request.Headers.Authorization = _authentication?.MakeHeader();
            HttpResponseMessage response = await _client.Value
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
                .ConfigureAwait(false);
            if (!Redirect.IsRedirect(response))
            {
                return response;
            }

            using (response)
            {
                address = Redirect.Next(address, response, hop);
            }
        }
    }

    internal string Redact(string text) => _authentication?.Redact(text) ?? text;

    private HttpClient MakeClient() => new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli,
            ConnectTimeout = Options.ConnectionTimeout,
            PooledConnectionLifetime = ConnectionLifetime,
            SslOptions = { RemoteCertificateValidationCallback = Options.CertificateValidation },
            UseCookies = false,
        })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
