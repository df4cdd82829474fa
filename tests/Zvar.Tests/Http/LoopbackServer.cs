using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Zvar.Tests.Http;

/// <summary>
/// An HTTP server on bare sockets, so that it can misbehave: each request gets the next of the responses it was given,
/// the last one over and over.
/// </summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentQueue<Func<Call, Task>> _responses;
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly Task _accepting;
    private readonly X509Certificate2? _certificate;

    internal LoopbackServer(X509Certificate2 certificate, params Func<Call, Task>[] responses)
        : this(responses) => _certificate = certificate;

    internal LoopbackServer(params Func<Call, Task>[] responses)
    {
        _responses = new ConcurrentQueue<Func<Call, Task>>(responses);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    internal int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    internal Uri Address => new($"{(_certificate is null ? "http" : "https")}://127.0.0.1:{Port}/api");

    internal ConcurrentQueue<Call> Calls { get; } = new();

    internal ConcurrentQueue<Exception> Mishaps { get; } = new();

    internal static X509Certificate2 MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=loopback", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        DateTimeOffset now = DateTimeOffset.UtcNow;
        using X509Certificate2 made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), password: null);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_connections);
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _connections.Add(ServeAsync(await _listener.AcceptSocketAsync(_stopping.Token)));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or InvalidOperationException)
        {
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            using (socket)
            {
                await using Stream stream = await OpenAsync(socket);
                while (await Call.ReadAsync(socket, stream, _stopping.Token) is { } call)
                {
                    Calls.Enqueue(call);
                    await NextResponse()(call);
                    if (call.IsOver)
                    {
                        return;
                    }
                }
            }
        }
        catch (Exception end) when (end is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The client went away, or the test is over.
        }
        catch (Exception mishap)
        {
            Mishaps.Enqueue(mishap);
        }
    }

    private async Task<Stream> OpenAsync(Socket socket)
    {
        var plain = new NetworkStream(socket);
        if (_certificate is null)
        {
            return plain;
        }

        var secure = new SslStream(plain);
        await secure.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stopping.Token);
        return secure;
    }

    private Func<Call, Task> NextResponse()
    {
        lock (_responses)
        {
            return _responses.Count > 1 && _responses.TryDequeue(out Func<Call, Task>? response)
                ? response
                : _responses.TryPeek(out Func<Call, Task>? last) ? last : call => call.AnswerAsync(404, "");
        }
    }
}

/// <summary>One request to a <see cref="LoopbackServer"/>, and the wire to answer it on.</summary>
internal sealed class Call
{
    private readonly Socket _socket;
    private readonly Stream _stream;

    private Call(Socket socket, Stream stream, string head, string body, CancellationToken stopping)
    {
        (_socket, _stream, Stopping, Head, Body) = (socket, stream, stopping, head, body);
        RequestLine = head[..head.IndexOf("\r\n", StringComparison.Ordinal)];
    }

    internal string RequestLine { get; }

    internal string Head { get; }

    internal string Body { get; }

    internal bool IsOver { get; private set; }

    internal int Port => ((IPEndPoint)_socket.LocalEndPoint!).Port;

    internal CancellationToken Stopping { get; }

    internal string? Header(string name) => Head.Split("\r\n").Skip(1)
        .Select(line => line.Split(": ", 2))
        .FirstOrDefault(pair => pair[0].Equals(name, StringComparison.OrdinalIgnoreCase))?[1];

    internal static async Task<Call?> ReadAsync(Socket socket, Stream stream, CancellationToken stopping)
    {
        var received = new List<byte>();
        byte[] buffer = new byte[64 * 1024];
        while (true)
        {
            string text = Encoding.Latin1.GetString([.. received]);
            int end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0)
            {
                string head = text[..end];
                int announced = head.Split("\r\n")
                    .Where(line => line.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase))
                    .Select(line => int.Parse(line["Content-Length: ".Length..], null))
                    .FirstOrDefault();
                if (received.Count >= end + 4 + announced)
                {
                    string body = Encoding.UTF8.GetString([.. received.Skip(end + 4)]);
                    return new Call(socket, stream, head, body, stopping);
                }
            }

            int read = await stream.ReadAsync(buffer, stopping);
            if (read == 0)
            {
                return null;
            }

            received.AddRange(buffer.AsSpan(0, read));
        }
    }

    /// <summary>Sends bytes as they are.</summary>
    internal async Task SendAsync(string text) => await _stream.WriteAsync(Encoding.UTF8.GetBytes(text), Stopping);

    internal async Task SendAsync(ReadOnlyMemory<byte> bytes) => await _stream.WriteAsync(bytes, Stopping);

    /// <summary>A whole response with its length announced.</summary>
    internal Task AnswerAsync(int status, string body, string headers = "", string type = "application/json") =>
        SendAsync($"HTTP/1.1 {status} {(HttpStatusCode)status}\r\nContent-Type: {type}\r\n{headers}"
        + $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

    /// <summary>Ends the connection as a clean close does.</summary>
    internal void Close()
    {
        IsOver = true;
        _socket.Shutdown(SocketShutdown.Both);
    }

    /// <summary>Ends the connection as a crash does.</summary>
    internal void Reset()
    {
        IsOver = true;
        _socket.LingerState = new LingerOption(true, 0);
        _socket.Close();
    }

    /// <summary>Completes when the client has hung up.</summary>
    internal async Task WaitForHangUpAsync()
    {
        IsOver = true;
        try
        {
            while (await _stream.ReadAsync(new byte[1], Stopping) > 0)
            {
            }
        }
        catch (IOException)
        {
        }
    }
}
