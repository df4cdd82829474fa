using Microsoft.Extensions.DependencyInjection;

namespace Zvar.Http;

// Sends requests to the service, with the credentials and through the redirects there may be. One client for as long as
// the source lives, made at the first request: a client costs some fifty milliseconds, which neither an import nor a
// session that sends nothing should pay. PooledConnectionLifetime looks names up afresh, so its handler need not be
// exchanged. Nothing is logged but what we log ourselves.
internal sealed class ServiceClient : IDisposable
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private readonly HttpSourceOptions _options;
    private readonly BasicAuthentication? _authentication;
    private readonly Uri? _proxy;
    private readonly Lazy<ServiceProvider> _services;
    private readonly Lazy<HttpClient> _client;

    internal ServiceClient(HttpSourceOptions options)
    {
        _options = options;
        _authentication = options.Credential is { } credential
            ? new BasicAuthentication(credential, options.AllowUnencryptedAuthentication)
            : null;
        Foreign = new ForeignText(_authentication);
        _proxy = Proxy.To(options.BaseAddress);
        _services = new Lazy<ServiceProvider>(MakeServices);
        _client = new Lazy<HttpClient>(
            () => _services.Value.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(Zvar)));
    }

    public void Dispose()
    {
        if (_services.IsValueCreated)
        {
            // The factory keeps handlers alive after a client is gone; the connections end with the client here.
            _client.Value.CancelPendingRequests();
            _services.Value.Dispose();
        }
    }

    internal Uri AddressOf(ApiRequest request) =>
        new($"{_options.BaseAddress.AbsoluteUri.TrimEnd('/')}/{request.Path}");

    // How requests go there, without the user and the password that a proxy may want.
    internal string Route => _proxy is null
        ? ""
        : $" (through the proxy {_proxy.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)})";

    internal void CheckTransport() => _authentication?.CheckTransport(_options.BaseAddress);

    // Sends it once, through the redirects there may be, as far as the headers of the response.
    internal async Task<HttpResponseMessage> SendAsync(
        ApiRequest request, Uri address, CancellationToken cancellationToken)
    {
        for (int hop = 0; ; hop++)
        {
            using HttpRequestMessage message = request.ToMessage(address);
            Compression.Accept(message.Headers);
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
                address = Redirect.Next(address, response, hop, Foreign);
            }
        }
    }

    // What a service says, without what it was sent.
    internal ForeignText Foreign { get; }

    private ServiceProvider MakeServices()
    {
        var services = new ServiceCollection();
        services.AddHttpClient(nameof(Zvar), client => client.Timeout = Timeout.InfiniteTimeSpan)
            .UseSocketsHttpHandler((handler, _) =>
            {
                handler.AllowAutoRedirect = false;
                handler.ConnectTimeout = _options.ConnectionTimeout;
                handler.PooledConnectionLifetime = ConnectionLifetime;
                handler.SslOptions.RemoteCertificateValidationCallback = _options.CertificateValidation;
                handler.UseCookies = false;
                handler.UseProxy = _proxy is not null;
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        return services.BuildServiceProvider();
    }
}
