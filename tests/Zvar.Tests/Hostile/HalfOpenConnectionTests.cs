using System.Net.Sockets;
using System.Text;
using Zvar.Tests.Server;

namespace Zvar.Tests.Hostile;

// Callers open connections, begin to say something, and never end.
public class HalfOpenConnectionTests
{
    private static readonly TimeSpan Generous = TimeSpan.FromMinutes(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET /api/object/1 HTTP/1.1\r\nHost: here\r\n")]
    [InlineData(
        "POST /api/objects HTTP/1.1\r\nHost: here\r\nAuthorization: AUTHORIZATION\r\nContent-Length: 30\r\n\r\n{")]
    [InlineData(
        "POST /api/objects HTTP/1.1\r\nHost: here\r\nAuthorization: AUTHORIZATION\r\n"
        + "Transfer-Encoding: chunked\r\n\r\nff\r\n{")]
    public async Task A_request_that_does_not_end_is_ended_by_the_server(string beginning)
    {
        await using RunningServer server = await RunningServer.StartAsync(new SmallSky());
        using var caller = new TcpClient();
        await caller.ConnectAsync(server.Address.Host, server.Address.Port, Token);
        string authorization = RunningServer.Basic(RunningServer.Username, RunningServer.Password).ToString();
        string said = beginning.Replace("AUTHORIZATION", authorization, StringComparison.Ordinal);
        await caller.GetStream().WriteAsync(Encoding.ASCII.GetBytes(said), Token);
        using var reader = new StreamReader(caller.GetStream(), Encoding.ASCII);
        string response = await reader.ReadToEndAsync(Token).WaitAsync(Generous, Token);
        Assert.StartsWith("HTTP/1.1 408 Request Timeout\r\n", response, StringComparison.Ordinal);
    }
}
