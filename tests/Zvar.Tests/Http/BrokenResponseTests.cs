using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Zvar.Http;

namespace Zvar.Tests.Http;

public class BrokenResponseTests
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private const string Found = """[{"psid": "1", "ra": 1, "dec": 2}]""";

    /// <summary>What a service may do instead of answering, and what is told when it does nothing else.</summary>
    public static TheoryData<string, string> Breaks => new()
    {
        { "reset at once", "broke the connection off" },
        { "reset in the head", "broke the connection off" },
        { "closed in the head", "broke the connection off" },
        { "reset in the body", "the answer was cut short after " },
        { "cut with a length", "the answer was cut short after " },
        { "cut without a length", "the answer was cut short after 20 bytes" },
        { "cut between chunks", "the answer was cut short after 20 bytes" },
        { "nothing at all", "the answer was cut short after 0 bytes" },
        { "cut gzip", "the answer was cut short after " },
        { "silent before the head", "was silent for 1 s" },
        { "silent in the body", "was silent for 1 s" },
    };

    public static TheoryData<string> Ways => [.. Breaks.Select(one => one.Data.Item1)];

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task A_broken_response_is_asked_for_again_until_the_tries_are_used_up(string how, string reason)
    {
        await using var server = new LoopbackServer(call => BreakAsync(call, how));
        await using HttpSource source = Connect(server);

        ZvarException failure = await source.FailAsync();

        Assert.Equal(ZvarError.RequestFailed, failure.Error);
        Assert.StartsWith("POST objects failed after 3 attempts: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
        Assert.Equal(3, server.Calls.Count);
        Assert.Empty(server.Mishaps);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Nothing_of_a_broken_response_is_in_the_whole_one(string how)
    {
        await using var server = new LoopbackServer(
            call => BreakAsync(call, how), call => BreakAsync(call, how), call => call.AnswerAsync(200, Found));
        await using HttpSource source = Connect(server);

        Assert.Equal(1, Assert.Single(await source.AskAsync(1, 2)).Psid);
        Assert.Equal(3, server.Calls.Count);
        Assert.Empty(server.Mishaps);
    }

    [Fact]
    public async Task A_refused_connection_is_tried_again()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        int port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        await using var source = new HttpSource(new HttpSourceOptions
        {
            BaseAddress = new Uri($"http://127.0.0.1:{port}/api"),
            TimeProvider = new HurriedClock(),
        });

        ZvarException failure = await source.FailAsync();

        Assert.Equal(ZvarError.RequestFailed, failure.Error);
        Assert.Equal(
            $"POST objects failed after 4 attempts: 127.0.0.1:{port} takes no connection.", failure.Message);
    }

    [Theory]
    [InlineData("<!DOCTYPE html>\n<html><title>Log in</title>", "'[' was expected, not '<'")]
    [InlineData("""{"detail": "not a list"}""", "'[' was expected, not '{'")]
    [InlineData("""[{"psid": "1", "ra": NaN, "dec": 2}]""", "'N' is an invalid")]
    [InlineData("""[{"psid": "2", "ra": 1, "dec": 2}]""", "2, which was not asked for")]
    [InlineData("""[{"psid": 1.0, "ra": 1, "dec": 2}]""", "'1.0' is not a psid")]
    [InlineData("""[{"ra": 1, "dec": 2}]""", "an object has no psid")]
    [InlineData("""[{"psid": 1, "ra": 1}]""", "the object 1 has no position")]
    [InlineData("""[{"psid": 1, "ra": 1, "dec": 92}]""", "is no position on the sky")]
    [InlineData("[null]", "'{' was expected, not 'n'")]
    [InlineData("[]\ngarbage", "there is more after its end")]
    public async Task What_is_not_the_response_promised_is_told_with_its_first_line(string body, string reason)
    {
        await using var server = new LoopbackServer(call => call.AnswerAsync(200, body));
        await using HttpSource source = Connect(server);

        ZvarException failure = await source.FailAsync();

        Assert.Equal(ZvarError.InvalidResponse, failure.Error);
        Assert.StartsWith(
            $"The answer of 127.0.0.1:{server.Port} to POST objects is not what the ZVAR API promises: ",
            failure.Message,
            StringComparison.Ordinal);
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
        Assert.Equal(body.Split('\n')[0], failure.Details);
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task What_is_not_HTTP_is_no_response()
    {
        await using var server = new LoopbackServer(async call =>
        {
            await call.SendAsync("220 mail.example ESMTP\r\n");
            call.Close();
        });
        await using HttpSource source = Connect(server);

        Assert.Equal(ZvarError.InvalidResponse, (await source.FailAsync()).Error);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_compressed_response_is_asked_for_and_read(string encoding)
    {
        await using var server = new LoopbackServer(call => SendCompressedAsync(call, encoding, cut: 0));
        await using HttpSource source = Connect(server);

        Assert.Equal(1, Assert.Single(await source.AskAsync()).Psid);
        Assert.Contains(encoding, Assert.Single(server.Calls).Header("Accept-Encoding"), StringComparison.Ordinal);
    }

    private static HttpSource Connect(LoopbackServer server) =>
        new(server.Options() with { OperationTimeout = TimeSpan.FromSeconds(1) });

    private static async Task CutAsync(Call call, string text)
    {
        await call.SendAsync($"{Head}\r\n{text}");
        call.Close();
    }

    private static async Task SendCompressedAsync(Call call, string encoding, int cut)
    {
        using var packed = new MemoryStream();
        await using (Stream packer = encoding == "br"
            ? new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true)
            : new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await packer.WriteAsync(Encoding.UTF8.GetBytes(Found), call.Stopping);
        }

        await call.SendAsync($"{Head}Content-Encoding: {encoding}\r\n\r\n");
        await call.SendAsync(packed.ToArray().AsMemory(..^cut));
        call.Close();
    }

    private static async Task BreakAsync(Call call, string how)
    {
        switch (how)
        {
            case "reset at once":
                call.Reset();
                break;
            case "reset in the head":
                await call.SendAsync(Head);
                call.Reset();
                break;
            case "closed in the head":
                await call.SendAsync(Head);
                call.Close();
                break;
            case "reset in the body":
                await call.SendAsync($"{Head}Content-Length: {Found.Length}\r\n\r\n{Found[..20]}");
                call.Reset();
                break;
            case "cut with a length":
                await call.SendAsync($"{Head}Content-Length: {Found.Length}\r\n\r\n{Found[..20]}");
                call.Close();
                break;
            case "cut without a length":
                await CutAsync(call, Found[..20]);
                break;
            case "cut between chunks":
                await call.SendAsync($"{Head}Transfer-Encoding: chunked\r\n\r\n14\r\n{Found[..20]}\r\n");
                call.Close();
                break;
            case "nothing at all":
                await call.AnswerAsync(200, "");
                break;
            case "cut gzip":
                await SendCompressedAsync(call, "gzip", cut: 12);
                break;
            case "silent before the head":
                await call.WaitForHangUpAsync();
                break;
            case "silent in the body":
                await call.SendAsync($"{Head}Content-Length: {Found.Length}\r\n\r\n{Found[..20]}");
                await call.WaitForHangUpAsync();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(how), how);
        }
    }
}
