using System.Net;

namespace Zvar.Tables.Samp;

/// <summary>
/// Calls the hub: one HTTP request a call, to this machine, through no proxy and no redirect, and with an answer within
/// bounds. What the hub says is told without its secrets.
/// </summary>
internal sealed class SampHub : IDisposable
{
    private const int LongestAnswer = 8 << 20;
    private const string Withheld = "(not shown: it repeats a secret)";

    private readonly SampLockFile _file;
    private readonly TimeSpan _patience;
    private readonly HttpClient _client;
    private string? _key;

    internal SampHub(SampLockFile file, TimeSpan patience)
    {
        (_file, _patience) = (file, patience);
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            ConnectTimeout = patience,

            // Hubs close connections without a word, which a call that reuses one would find out.
            PooledConnectionLifetime = TimeSpan.Zero,
        };
        _client = new HttpClient(handler)
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = LongestAnswer,
        };
    }

    /// <summary>Whether it is there.</summary>
    /// <exception cref="SampException">It is not.</exception>
    internal async Task PingAsync(CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync("samp.hub.ping", _patience, cancellationToken).ConfigureAwait(false);
        }
        catch (SampException failure)
        {
            throw new SampException(
                SampError.NoSampHub,
                $"There is a file of a SAMP hub, '{Excerpt.Of(_file.Path, 200)}', and no hub answers where it says:"
                + $" {failure.Message} {SampLockFile.Advice}",
                failure);
        }
    }

    /// <summary>Registers, and keeps the key that all other calls begin with.</summary>
    /// <returns>What the hub calls us.</returns>
    internal async Task<string> RegisterAsync(CancellationToken cancellationToken)
    {
        object answer = await SendAsync("samp.hub.register", _patience, cancellationToken, _file.Secret)
            .ConfigureAwait(false);
        var map = answer as IReadOnlyDictionary<string, object>;
        _key = map?.GetValueOrDefault("samp.private-key") as string;
        return !string.IsNullOrEmpty(_key)
            ? map!.GetValueOrDefault("samp.self-id") as string ?? ""
            : throw new SampException(SampError.SampCallFailed, "The SAMP hub registered us without a key.");
    }

    /// <summary>Whether a call of the hub begins with our key.</summary>
    internal bool IsKey(object key) => key is string text && _key is not null && CryptographicEquals(text, _key);

    /// <summary>Calls a method of the hub as the program that we registered.</summary>
    internal Task<object> CallAsync(string method, CancellationToken cancellationToken, params object[] parameters) =>
        SendAsync(method, _patience, cancellationToken, [_key!, .. parameters]);

    /// <summary>The same where the hub answers when another program has.</summary>
    internal Task<object> CallAsync(
        string method, TimeSpan patience, CancellationToken cancellationToken, params object[] parameters) =>
        SendAsync(method, patience, cancellationToken, [_key!, .. parameters]);

    public void Dispose() => _client.Dispose();

    private static bool CryptographicEquals(string one, string other) =>
        System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(
            System.Text.Encoding.UTF8.GetBytes(one), System.Text.Encoding.UTF8.GetBytes(other));

    private async Task<object> SendAsync(
        string method, TimeSpan patience, CancellationToken cancellationToken, params object[] parameters)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timer.CancelAfter(patience);
        try
        {
            using var content = new ByteArrayContent(XmlRpc.Call(method, parameters));
            content.Headers.ContentType = new("text/xml");
            using HttpResponseMessage response =
                await _client.PostAsync(_file.Hub, content, timer.Token).ConfigureAwait(false);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                throw Failed(method, $"it answered {(int)response.StatusCode}");
            }

            Stream body = await response.Content.ReadAsStreamAsync(timer.Token).ConfigureAwait(false);
            (object? value, string? fault) = XmlRpc.ReadResponse(body);
            return fault is null ? value! : throw Failed(method, $"'{Excerpt.Of(Redact(fault), 200)}'");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failed(method, FormattableString.Invariant($"it said nothing for {patience.TotalSeconds:0.#} s"));
        }
        catch (HttpRequestException failure)
        {
            throw Failed(method, failure.HttpRequestError switch
            {
                HttpRequestError.ConnectionError => "it takes no connection",
                HttpRequestError.ConfigurationLimitExceeded => "its answer is too long",
                _ => "it answered with no HTTP, or broke off",
            });
        }
        catch (FormatException)
        {
            throw Failed(method, "its answer is no XML-RPC");
        }
    }

    private SampException Failed(string method, string why) => new(
        SampError.SampCallFailed, $"The SAMP hub at {_file.Hub.Authority} did not do {method}: {why}.");

    private string Redact(string text) =>
        text.Contains(_file.Secret, StringComparison.Ordinal)
            || (_key is not null && text.Contains(_key, StringComparison.Ordinal))
            ? Withheld
            : text;
}
