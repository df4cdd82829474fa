using System.Net.Sockets;
using System.Text;
using Zvar.Tests.Server;

namespace Zvar.Tests.Hostile;

// Callers say that they have much to ask, and then take their time.
public class SlowUploadTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_that_has_not_come_takes_nobodys_turn()
    {
        await using RunningServer server = await RunningServer.StartAsync(
            new SmallSky(), RunningServer.Options with { HeavyRequests = 1, WaitingRequests = 0 });
        using TcpClient first = await BeginAsync(server);
        using TcpClient second = await BeginAsync(server);
        Assert.NotEmpty(await server.AskAsync(
            "cone_search", """{"positions":[{"name":"a","ra":1,"dec":1}],"radius":5}"""));
    }

    // A request whose body the server has begun to wait for: it says so where it is asked to.
    private static async Task<TcpClient> BeginAsync(RunningServer server)
    {
        var caller = new TcpClient();
        await caller.ConnectAsync(server.Address.Host, server.Address.Port, Token);
        string head =
            $"POST {server.Address.AbsolutePath}cone_search HTTP/1.1\r\nHost: {server.Address.Authority}\r\n"
            + $"Authorization: {RunningServer.Basic(RunningServer.Username, RunningServer.Password)}\r\n"
            + "Expect: 100-continue\r\nContent-Length: 62000\r\n\r\n";
        await caller.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), Token);
        byte[] said = new byte["HTTP/1.1 100 Continue\r\n\r\n".Length];
        await caller.GetStream().ReadExactlyAsync(said, Token);
        Assert.Equal("HTTP/1.1 100 Continue\r\n\r\n", Encoding.ASCII.GetString(said));
        return caller;
    }
}
