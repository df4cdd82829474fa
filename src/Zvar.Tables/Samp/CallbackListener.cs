using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Zvar.Tables.Samp;

/// <summary>
/// The smallest HTTP server that a hub can call: on loopback, at a path that cannot be guessed, one request a
/// connection, a few at a time, within bounds of size and time.
/// </summary>
internal sealed class CallbackListener : IAsyncDisposable
{
    private const int LongestHead = 16 * 1024;
    private const int LongestBody = 64 << 20;
    private const int MostConnections = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly SemaphoreSlim _connections = new(MostConnections);
    private readonly string _path = $"/{Convert.ToHexString(RandomNumberGenerator.GetBytes(16))}";
    private readonly Func<Stream, byte[]> _answer;
    private readonly Task _accepting;

    /// <summary>Listens from now on.</summary>
    /// <param name="answer">Makes an answer of the body of a request; called from any thread.</param>
    internal CallbackListener(Func<Stream, byte[]> answer)
    {
        _answer = answer;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}{_path}");
        _accepting = Task.Run(AcceptAsync);
    }

    /// <summary>Where a hub calls.</summary>
    internal Uri Address { get; }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        _listener.Stop();
        await _accepting.ConfigureAwait(false);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                await _connections.WaitAsync(_stopping.Token).ConfigureAwait(false);
                Socket socket = await _listener.AcceptSocketAsync(_stopping.Token).ConfigureAwait(false);
                _ = ServeAsync(socket);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // It is over.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
        timer.CancelAfter(Patience);
        try
        {
            using (socket)
            {
                var stream = new NetworkStream(socket);
                await using (stream.ConfigureAwait(false))
                {
                    (string status, byte[] body) = await AnswerAsync(stream, timer.Token).ConfigureAwait(false);
                    byte[] head = Encoding.ASCII.GetBytes(
                        $"HTTP/1.1 {status}\r\nContent-Type: text/xml\r\nContent-Length: {body.Length}\r\n"
                        + "Connection: close\r\n\r\n");
                    await stream.WriteAsync((byte[])[.. head, .. body], timer.Token).ConfigureAwait(false);
                    socket.Shutdown(SocketShutdown.Send);
                }
            }
        }
        catch (Exception end) when (end is OperationCanceledException or IOException or SocketException
            or ObjectDisposedException)
        {
            // The hub went away, or took too long.
        }
        finally
        {
            _connections.Release();
        }
    }

    private async Task<(string Status, byte[] Body)> AnswerAsync(Stream stream, CancellationToken cancellationToken)
    {
        byte[] head = new byte[LongestHead];
        int read = 0;
        int end;
        while ((end = head.AsSpan(0, read).IndexOf("\r\n\r\n"u8)) < 0)
        {
            int more = read < head.Length
                ? await stream.ReadAsync(head.AsMemory(read), cancellationToken).ConfigureAwait(false)
                : 0;
            if (more == 0)
            {
                return ("400 Bad Request", []);
            }

            read += more;
        }

        string[] lines = Encoding.Latin1.GetString(head, 0, end).Split("\r\n");
        if (!lines[0].StartsWith($"POST {_path} HTTP/1.", StringComparison.Ordinal))
        {
            return ("404 Not Found", []);
        }

        if (!long.TryParse(HeaderIn(lines, "Content-Length"), out long length) || length < 0)
        {
            return ("411 Length Required", []);
        }

        if (length > LongestBody)
        {
            return ("413 Content Too Large", []);
        }

        if (HeaderIn(lines, "Expect") is not null)
        {
            await stream.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray(), cancellationToken)
                .ConfigureAwait(false);
        }

        byte[] body = new byte[length];
        int begun = (int)Math.Min(read - end - 4, length);
        head.AsSpan(end + 4, begun).CopyTo(body);
        await stream.ReadExactlyAsync(body.AsMemory(begun), cancellationToken).ConfigureAwait(false);
        using var request = new MemoryStream(body);
        return ("200 OK", _answer(request));
    }

    private static string? HeaderIn(string[] lines, string name) => lines
        .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
        .FirstOrDefault(pair => pair.Length == 2 && pair[0].Equals(name, StringComparison.OrdinalIgnoreCase))?[1];
}
