using System.Security.Cryptography.X509Certificates;
using Zvar.Http;

namespace Zvar.Tests.Http;

public class RedirectTests
{
    private const string Found = """[{"psid": "1", "ra": 1, "dec": 2}]""";

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task On_the_same_host_the_question_goes_on_unchanged_and_with_its_credentials(int status)
    {
        await using var server = new LoopbackServer(
            call => call.AnswerAsync(status, "", "Location: /new/objects\r\n"), call => call.AnswerAsync(200, Found));
        await using HttpSource source = server.Connect();

        Assert.Single(await source.AskAsync());

        Call[] calls = [.. server.Calls];
        Assert.Equal("POST /new/objects HTTP/1.1", calls[1].RequestLine);
        Assert.Equal(calls[0].Body, calls[1].Body);
        Assert.NotNull(calls[0].Header("Authorization"));
        Assert.Equal(calls[0].Header("Authorization"), calls[1].Header("Authorization"));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(307)]
    public async Task To_another_host_nothing_is_sent(int status)
    {
        await using var other = new LoopbackServer(call => call.AnswerAsync(200, Found));
        await using var server = new LoopbackServer(
            call => call.AnswerAsync(status, "", $"Location: {other.Address}/objects?token=1\r\n"));
        await using HttpSource source = server.Connect();

        ZvarException failure = await source.FailAsync();

        Assert.Equal(ZvarError.RedirectRefused, failure.Error);
        Assert.Equal(
            $"127.0.0.1:{server.Port} redirects to another host: http://127.0.0.1:{other.Port}. "
            + "Credentials do not follow: if that is where the service is now, connect to it by its address.",
            failure.Message);
        Assert.Single(server.Calls);
        Assert.Empty(other.Calls);
    }

    [Fact]
    public async Task The_same_machine_by_another_name_is_another_host()
    {
        await using var server = new LoopbackServer(
            call => call.AnswerAsync(302, "", $"Location: http://localhost:{call.Port}/api/objects\r\n"));
        await using HttpSource source = server.Connect();

        Assert.Equal(ZvarError.RedirectRefused, (await source.FailAsync()).Error);
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task From_https_to_http_nothing_is_sent()
    {
        using X509Certificate2 certificate = LoopbackServer.MakeCertificate();
        await using var open = new LoopbackServer(call => call.AnswerAsync(200, Found));
        await using var server = new LoopbackServer(
            certificate, call => call.AnswerAsync(307, "", $"Location: {open.Address}/objects\r\n"));
        await using var source = new HttpSource(server.Options() with
        {
            CertificateValidation = (_, shown, _, _) => certificate.Equals(shown),
        });

        ZvarException failure = await source.FailAsync();

        Assert.Equal(ZvarError.RedirectRefused, failure.Error);
        Assert.Contains(
            $"redirects from https to http: http://127.0.0.1:{open.Port}.", failure.Message, StringComparison.Ordinal);
        Assert.Single(server.Calls);
        Assert.Empty(open.Calls);
    }

    [Fact]
    public async Task A_certificate_nobody_trusts_is_told_at_once()
    {
        using X509Certificate2 certificate = LoopbackServer.MakeCertificate();
        await using var server = new LoopbackServer(certificate, call => call.AnswerAsync(200, Found));
        var clock = new HurriedClock();
        await using var source = new HttpSource(server.Options() with { TimeProvider = clock });

        ZvarException failure = await source.FailAsync();

        Assert.Equal(ZvarError.RequestFailed, failure.Error);
        Assert.Contains("no secure connection", failure.Message, StringComparison.Ordinal);
        Assert.Empty(clock.Waits);
        Assert.Empty(server.Calls);
    }

    [Fact]
    public async Task A_redirect_in_circles_ends()
    {
        await using var server = new LoopbackServer(call => call.AnswerAsync(307, "", "Location: /api/objects\r\n"));
        await using HttpSource source = server.Connect();

        ZvarException failure = await source.FailAsync();

        Assert.Equal(ZvarError.RequestFailed, failure.Error);
        Assert.Contains("in circles", failure.Message, StringComparison.Ordinal);
        Assert.Equal(6, server.Calls.Count);
    }

    [Theory]
    [InlineData("http://[", ZvarError.RequestFailed, "302")]
    [InlineData("//", ZvarError.InvalidResponse, "redirects to what is no address")]
    [InlineData("mailto:someone@example.org", ZvarError.RedirectRefused, "redirects to another host")]
    public async Task A_redirect_to_what_is_no_address_is_told(string location, ZvarError error, string words)
    {
        await using var server = new LoopbackServer(call => call.AnswerAsync(302, "", $"Location: {location}\r\n"));
        await using HttpSource source = server.Connect();

        ZvarException failure = await source.FailAsync();

        Assert.Equal(error, failure.Error);
        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task A_redirect_to_nowhere_is_no_response()
    {
        await using var server = new LoopbackServer(call => call.AnswerAsync(302, ""));
        await using HttpSource source = server.Connect();

        ZvarException failure = await source.FailAsync();

        Assert.Equal(ZvarError.RequestFailed, failure.Error);
        Assert.Contains("302", failure.Message, StringComparison.Ordinal);
    }
}
