using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace Zvar.Http;

// One client for as long as the source lives, made at the first request: a client costs some fifty milliseconds, which
// neither an import nor a session that never asks should pay. PooledConnectionLifetime looks names up afresh, so its
// handler need not be exchanged. Nothing is logged but what we log ourselves.
internal sealed class ServiceClient : IDisposable
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private readonly BasicAuthentication? _authentication;
    private readonly Lazy<ServiceProvider> _services;
    private readonly Lazy<HttpClient> _client;
    private readonly Lazy<Retries> _retries;

    internal ServiceClient(HttpSourceOptions options)
    {
        Options = options;
        _authentication = options.Credential is { } credential
            ? new BasicAuthentication(credential, options.AllowUnencryptedAuthentication)
            : null;
        _services = new Lazy<ServiceProvider>(MakeServices);
        _client = new Lazy<HttpClient>(
            () => _services.Value.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(Zvar)));
        _retries = new Lazy<Retries>(() => new Retries(options));
    }

    internal HttpSourceOptions Options { get; }

    public void Dispose()
    {
        if (_services.IsValueCreated)
        {
            // The factory keeps handlers alive after a client is gone; the connections end with the client here.
            _client.Value.CancelPendingRequests();
            _services.Value.Dispose();
        }
    }

    // The whole answer, however often it takes; default where the request may be about something absent and it is.
    internal Task<T?> AskAsync<T>(
        ApiRequest request, ResponseReader<T> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var address = new Uri($"{Options.BaseAddress.AbsoluteUri.TrimEnd('/')}/{request.Path}");
        _authentication?.CheckTransport(address);
        Options.Log?.Invoke($"{request}{(request.Asks.Length == 0 ? "" : $": {request.Asks}")}");
        return new Exchange<T>(this, request, address, read).RunAsync(_retries.Value, cancellationToken);
    }

    // Sends it once, through the redirects there may be, as far as the head of the answer.
    internal async Task<HttpResponseMessage> SendAsync(
        ApiRequest request, Uri address, CancellationToken cancellationToken)
    {
        for (int hop = 0; ; hop++)
        {
            using HttpRequestMessage message = request.ToMessage(address);
            message.Headers.Authorization = _authentication?.MakeHeader();
            HttpResponseMessage response = await _client.Value
                .SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
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

    // What a service says, without what it was sent.
    internal ErrorBody Words => new(Redact);

    internal string Redact(string text) => _authentication?.Redact(text) ?? text;

    private ServiceProvider MakeServices()
    {
        var services = new ServiceCollection();
        services.AddHttpClient(nameof(Zvar), client => client.Timeout = Timeout.InfiniteTimeSpan)
            .UseSocketsHttpHandler((handler, _) =>
            {
                handler.AllowAutoRedirect = false;
                handler.AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli;
                handler.ConnectTimeout = Options.ConnectionTimeout;
                handler.PooledConnectionLifetime = ConnectionLifetime;
                handler.SslOptions.RemoteCertificateValidationCallback = Options.CertificateValidation;
                handler.UseCookies = false;
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        return services.BuildServiceProvider();
    }
}
