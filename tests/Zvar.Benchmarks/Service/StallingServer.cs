using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Zvar.Benchmarks.Service;

/// <summary>A server that makes its client wait, always at the same place.</summary>
internal sealed partial class StallingServer : IDisposable
{
    private static readonly TimeSpan TakenAtOnce = TimeSpan.FromMilliseconds(300);

    private static readonly string FirstPsid = $"{PreparedStars.Psids(1).Single()}";

    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly List<Socket> _connections = [];
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly WaitingPlace _place;

    private StallingServer(WaitingPlace place)
    {
        _place = place;
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(backlog: place == WaitingPlace.Connection ? 0 : 16);
        Address = new Uri($"http://{_listener.LocalEndPoint}/api");
    }

    /// <summary>The address of its API.</summary>
    internal Uri Address { get; }

    /// <summary>Done when the client has been brought where it is to wait, as far as a server can tell.</summary>
    internal Task Asked => _asked.Task;

    internal static async Task<StallingServer> StartAsync(WaitingPlace place)
    {
        var server = new StallingServer(place);
        if (place == WaitingPlace.Connection)
        {
            await server.FillUpAsync();
        }
        else
        {
            _ = server.AcceptAsync();
        }

        return server;
    }

    public void Dispose()
    {
        _listener.Dispose();
        foreach (Socket connection in _connections)
        {
            connection.Dispose();
        }
    }

    // Connects to itself and accepts nothing, until there is no room for another connection.
    private async Task FillUpAsync()
    {
        Task connecting;
        do
        {
            var connection = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            _connections.Add(connection);
            connecting = connection.ConnectAsync(_listener.LocalEndPoint!);
        }
        while (await Task.WhenAny(connecting, Task.Delay(TakenAtOnce)) == connecting);
        _asked.SetResult();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                Socket connection = await _listener.AcceptAsync();
                _connections.Add(connection);
                _ = RespondAsync(connection);
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task RespondAsync(Socket connection)
    {
        try
        {
            string question = await ReadAsync(connection);
            if (MakeResponse(question) is { } response)
            {
                await connection.SendAsync(Encoding.ASCII.GetBytes(response));
            }

            _asked.TrySetResult();
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
        }
    }

    private static async Task<string> ReadAsync(Socket connection)
    {
        var question = new StringBuilder();
        byte[] buffer = new byte[64 * 1024];
        do
        {
            int read = await connection.ReceiveAsync(buffer);
            question.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }
        while (!question.ToString().EndsWith('}'));
        return question.ToString();
    }

    private string? MakeResponse(string question) => _place switch
    {
        WaitingPlace.Head => null,
        WaitingPlace.Body => Response(MakePhotometry(question), missing: 1000),
        WaitingPlace.Backoff => "HTTP/1.1 503 Busy\r\nRetry-After: 60\r\nContent-Length: 0\r\n\r\n",
        WaitingPlace.SecondResponse when !question.Contains(FirstPsid, StringComparison.Ordinal) => null,
        _ => Response(MakePhotometry(question), missing: 0),
    };

    private static string Response(string json, int missing) =>
        $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {json.Length + missing}\r\n\r\n{json}";

    // One point for each star asked for.
    private static string MakePhotometry(string question)
    {
        const string Point = """{"time":2458263.981924,"mag":17.41657,"snr":29.828255,"band":"g"}""";
        return $"{{{string.Join(',', Psid().Matches(question).Select(psid => $"\"{psid}\":[{Point}]"))}}}";
    }

    [GeneratedRegex(@"\d{17,18}")]
    private static partial Regex Psid();
}
