using System.Net.Sockets;
using System.Text;
using Zvar.Tests.Server;

namespace Zvar.Tests.Hostile;

// A body in chunks whose sizes are no sizes.
public class BrokenChunkTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ZZZ\r\nabc\r\n")]
    [InlineData("-5\r\nabc\r\n")]
    [InlineData("FFFFFFFF\r\nabc\r\n")]
    [InlineData("FFFFFFFFFFFFFFFFFFFFFFFF\r\nabc\r\n")]
    [InlineData("5\r\n{\"psi\r\nFFFFFFFFF\r\nabc\r\n")]
    [InlineData("5\r\n{\"psiXX\r\n")]
    public async Task It_is_a_bad_request_and_no_event(string chunks)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        using var server = ServerProcess.Start("user", "secret", "--demo", "--urls", "http://127.0.0.1:0");
        var address = new Uri((await server.ReadLineAsync())!.Split(' ')[^1]);
        using var caller = new TcpClient();
        await caller.ConnectAsync(address.Host, address.Port, Token);
        string request =
            $"POST {address.AbsolutePath}/objects HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: close\r\n"
            + $"Authorization: {RunningServer.Basic("user", "secret")}\r\nTransfer-Encoding: chunked\r\n\r\n{chunks}";
        await caller.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), Token);
        using var reader = new StreamReader(caller.GetStream(), Encoding.ASCII);
        string response = await reader.ReadToEndAsync(Token);
        Assert.StartsWith("HTTP/1.1 400 Bad Request\r\n", response, StringComparison.Ordinal);
        Assert.Contains("""{"detail":"Bad chunk s""", response, StringComparison.Ordinal);

        server.Terminate();
        Assert.Equal((0, "", ""), await server.EndAsync());
    }
}
