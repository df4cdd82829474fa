using System.Globalization;

namespace Zvar.Tables.Samp;

/// <summary>
/// Us at the hub of SAMP, by its Standard Profile: sends messages to the other programs there, and hears theirs.
/// </summary>
public sealed class SampClient : IAsyncDisposable
{
    private const string Name = "ZvarPS";

    // What the hub itself tells: that it ends, and that it has shown us the door.
    private const string Shutdown = "samp.hub.event.shutdown";
    private const string Disconnect = "samp.hub.disconnect";

    private static readonly TimeSpan DefaultPatience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan PatienceAtLeaving = TimeSpan.FromSeconds(2);

    private readonly SampHub _hub;
    private readonly CallbackListener _listener;
    private readonly Lock _lock = new();
    private readonly List<Action<SampMessage>> _heard = [];
    private bool _isGone;

    private SampClient(SampHub hub)
    {
        _hub = hub;
        _listener = new CallbackListener(Answer);
    }

    /// <summary>Joins the hub that the environment or the user's home names.</summary>
    /// <param name="mtypes">Which messages to hear.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="patience">How long the hub may take for a call; null for 20 s.</param>
    /// <exception cref="SampException">There is no hub, or it would not have us.</exception>
    public static async Task<SampClient> JoinAsync(
        IReadOnlyCollection<string> mtypes, CancellationToken cancellationToken, TimeSpan? patience = null)
    {
        var hub = new SampHub(SampLockFile.Read(), patience ?? DefaultPatience);
        SampClient? client = null;
        try
        {
            await hub.PingAsync(cancellationToken).ConfigureAwait(false);
            client = new SampClient(hub);
            await client.RegisterAsync(mtypes, cancellationToken).ConfigureAwait(false);
            return client;
        }
        catch
        {
            if (client is null)
            {
                hub.Dispose();
            }
            else
            {
                await client.DisposeAsync().ConfigureAwait(false);
            }

            throw;
        }
    }

    /// <summary>What the hub calls us.</summary>
    public string Id { get; private set; } = "";

    /// <summary>Whether the hub still knows us.</summary>
    public async Task<bool> IsRegisteredAsync(CancellationToken cancellationToken)
    {
        if (_isGone)
        {
            return false;
        }

        try
        {
            await _hub.CallAsync("samp.hub.getRegisteredClients", cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (SampException)
        {
            return false;
        }
    }

    /// <summary>The programs that take a message, by name.</summary>
    /// <exception cref="SampException">The hub does not say.</exception>
    public async Task<IReadOnlyList<SampPeer>> GetSubscribersAsync(string mtype, CancellationToken cancellationToken)
    {
        object answer = await _hub.CallAsync("samp.hub.getSubscribedClients", cancellationToken, mtype)
            .ConfigureAwait(false);
        var peers = new List<SampPeer>();
        foreach (string id in (answer as IReadOnlyDictionary<string, object>)?.Keys ?? [])
        {
            object metadata = await _hub.CallAsync("samp.hub.getMetadata", cancellationToken, id).ConfigureAwait(false);
            string? name = (metadata as IReadOnlyDictionary<string, object>)?.GetValueOrDefault("samp.name") as string;
            peers.Add(new SampPeer(id, string.IsNullOrWhiteSpace(name) ? id : name));
        }

        return [.. peers.OrderBy(peer => peer.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Tells one program something, without waiting for what it does.</summary>
    /// <exception cref="SampException">The hub refuses.</exception>
    public Task NotifyAsync(SampPeer peer, SampMessage message, CancellationToken cancellationToken) =>
        _hub.CallAsync("samp.hub.notify", cancellationToken, peer.Id, message.ToMap());

    /// <summary>Tells everybody who takes such a message.</summary>
    /// <returns>The ids of those who were told.</returns>
    /// <exception cref="SampException">The hub refuses.</exception>
    public async Task<IReadOnlyList<string>> NotifyAllAsync(SampMessage message, CancellationToken cancellationToken) =>
        await _hub.CallAsync("samp.hub.notifyAll", cancellationToken, message.ToMap()).ConfigureAwait(false)
            is IReadOnlyList<object> told ? [.. told.OfType<string>()] : [];

    /// <summary>Asks one program for something, and waits until it has done it.</summary>
    /// <returns>What it gives.</returns>
    /// <exception cref="SampException">It did not do it, or not in time; its own words say why.</exception>
    public async Task<IReadOnlyDictionary<string, object>> CallAndWaitAsync(
        SampPeer peer, SampMessage message, TimeSpan patience, CancellationToken cancellationToken)
    {
        string seconds = Math.Ceiling(patience.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        object answer = await _hub.CallAsync(
            "samp.hub.callAndWait", patience + DefaultPatience, cancellationToken, peer.Id, message.ToMap(), seconds)
            .ConfigureAwait(false);
        var response = answer as IReadOnlyDictionary<string, object>;
        if (response?.GetValueOrDefault("samp.status") is "samp.ok" or "samp.warning")
        {
            return response.GetValueOrDefault("samp.result") as IReadOnlyDictionary<string, object>
                ?? new Dictionary<string, object>();
        }

        string? said = (response?.GetValueOrDefault("samp.error") as IReadOnlyDictionary<string, object>)
            ?.GetValueOrDefault("samp.errortxt") as string;
        throw new SampException(
            SampError.SampCallFailed,
            $"{Excerpt.Of(peer.Name)} did not do {message.MType}: '{Excerpt.Of(said ?? "no reason given", 200)}'.");
    }

    /// <summary>Hears the messages of the other programs until it is disposed of.</summary>
    /// <param name="hear">Is told each, from any thread.</param>
    public IDisposable Listen(Action<SampMessage> hear)
    {
        lock (_lock)
        {
            _heard.Add(hear);
        }

        return new Listening(this, hear);
    }

    /// <summary>Leaves the hub.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Id.Length > 0 && !_isGone)
        {
            _isGone = true;
            try
            {
                await _hub.CallAsync("samp.hub.unregister", PatienceAtLeaving, CancellationToken.None)
                    .ConfigureAwait(false);
            }
            catch (SampException)
            {
                // The hub has gone before us.
            }
        }

        await _listener.DisposeAsync().ConfigureAwait(false);
        _hub.Dispose();
    }

    private async Task RegisterAsync(IReadOnlyCollection<string> mtypes, CancellationToken cancellationToken)
    {
        Id = await _hub.RegisterAsync(cancellationToken).ConfigureAwait(false);
        await _hub.CallAsync("samp.hub.setXmlrpcCallback", cancellationToken, _listener.Address.AbsoluteUri)
            .ConfigureAwait(false);
        await _hub.CallAsync(
            "samp.hub.declareMetadata",
            cancellationToken,
            new Dictionary<string, object>
            {
                ["samp.name"] = Name,
                ["samp.description.text"] = "The variable stars of ZVAR in a PowerShell session",
            }).ConfigureAwait(false);
        await _hub.CallAsync(
            "samp.hub.declareSubscriptions",
            cancellationToken,
            mtypes.Append(Shutdown).Append(Disconnect).ToDictionary(
                mtype => mtype, _ => (object)new Dictionary<string, object>()))
            .ConfigureAwait(false);
    }

    // What the hub is answered that calls us; whoever is not the hub does not know the key.
    private byte[] Answer(Stream request)
    {
        try
        {
            (string method, IReadOnlyList<object> parameters) = XmlRpc.ReadCall(request);
            if (parameters.Count == 0 || !_hub.IsKey(parameters[0]))
            {
                return XmlRpc.Fault("The key is not ours.");
            }

            switch (method, parameters)
            {
                case ("samp.client.receiveNotification", [_, _, var message]):
                    Hear(SampMessage.Of(message));
                    return XmlRpc.Response("");
                case ("samp.client.receiveCall", [_, _, string id, var message]):
                    Hear(SampMessage.Of(message));
                    _ = ReplyAsync(id);
                    return XmlRpc.Response("");
                case ("samp.client.receiveResponse", [_, _, _, _]):
                    return XmlRpc.Response("");
                default:
                    return XmlRpc.Fault("There is no such method.");
            }
        }
        catch (FormatException)
        {
            return XmlRpc.Fault("That is no call.");
        }
    }

    private void Hear(SampMessage message)
    {
        if (message.MType is Shutdown or Disconnect)
        {
            _isGone = true;
        }

        Action<SampMessage>[] listeners;
        lock (_lock)
        {
            listeners = [.. _heard];
        }

        foreach (Action<SampMessage> hear in listeners)
        {
            hear(message);
        }
    }

    private async Task ReplyAsync(string messageId)
    {
        try
        {
            await _hub.CallAsync(
                "samp.hub.reply",
                CancellationToken.None,
                messageId,
                new Dictionary<string, object>
                {
                    ["samp.status"] = "samp.ok",
                    ["samp.result"] = new Dictionary<string, object>(),
                }).ConfigureAwait(false);
        }
        catch (Exception end) when (end is SampException or ObjectDisposedException)
        {
            // Who called no longer waits.
        }
    }

    private sealed class Listening(SampClient client, Action<SampMessage> hear) : IDisposable
    {
        public void Dispose()
        {
            lock (client._lock)
            {
                client._heard.Remove(hear);
            }
        }
    }
}
