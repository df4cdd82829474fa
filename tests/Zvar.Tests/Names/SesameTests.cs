using System.Globalization;
using Zvar.Http;
using Zvar.Tests.Http;

namespace Zvar.Tests.Names;

public class SesameTests
{
    private const string Text = "text/plain";

    [Theory]
    [InlineData(SesameAnswers.Simbad, "NGC 3642", 170.5750583, 59.0742417, "Simbad")]
    [InlineData(SesameAnswers.SimbadToday, "V* RR Lyr", 291.36630375, 42.78435971, "Simbad")]
    [InlineData(SesameAnswers.VizierThenNed, "{NGC} 224", 10.6846, 41.2692, "VizieR")]
    public async Task The_first_position_counts_with_the_name_beside_it(
        string answer, string resolvedAs, double ra, double dec, string service)
    {
        using var german = new InCulture("de-DE");
        await using var server = new LoopbackServer(call => call.AnswerAsync(200, answer, type: Text));
        using SesameResolver resolver = ResolverOf(server);

        ResolvedName found = await resolver.ResolveAsync("any name", TestContext.Current.CancellationToken);

        Assert.Equal(new ResolvedName("any name", resolvedAs, ra, dec, $"{service} (127.0.0.1:{server.Port})"), found);
    }

    [Theory]
    [InlineData("RR Lyr", "RR%20Lyr")]
    [InlineData("V* b&Per?x=1#y", "V%2A%20b%26Per%3Fx%3D1%23y")]
    [InlineData("../α Cen%", "..%2F%CE%B1%20Cen%25")]
    public async Task It_is_sent_the_name_and_no_credentials(string name, string sent)
    {
        await using var server = new LoopbackServer(call => call.AnswerAsync(200, SesameAnswers.Simbad, type: Text));
        using var resolver = new SesameResolver(Options(server) with
        {
            Credential = () => new System.Net.NetworkCredential("observer", "secret"),
        });

        await resolver.ResolveAsync(name, TestContext.Current.CancellationToken);

        Call call = Assert.Single(server.Calls);
        Assert.Equal($"GET /api/-oI/A?{sent} HTTP/1.1", call.RequestLine);
        Assert.Null(call.Header("Authorization"));
        Assert.Null(call.Header("Cookie"));
    }

    [Theory]
    [InlineData(SesameAnswers.NothingFound, true)]
    [InlineData(SesameAnswers.NothingFoundAndNedAway, false)]
    [InlineData("# x\n#=S=Simbad (via url):    0\n#====Done====\n", true)]
    public async Task What_is_not_found_is_told_and_whether_all_were_asked(string answer, bool isFinal)
    {
        NameException failure = await FailAsync(call => call.AnswerAsync(200, answer, type: Text));

        Assert.Equal(NameError.NameNotResolved, failure.Error);
        Assert.Equal(isFinal, failure.IsFinal);
        Assert.Contains("'RR Lyr'", failure.Message, StringComparison.Ordinal);
        Assert.Equal(!isFinal, failure.Message.Contains("NED", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("#=S=Simbad:    1\n%J NaN NaN\n")]
    [InlineData("#=S=Simbad:    1\n%J 360.5 +10\n")]
    [InlineData("#=S=Simbad:    1\n%J 10 -90.5\n")]
    [InlineData("#=S=Simbad:    1\n%J 1e999 0\n")]
    [InlineData("#=S=Simbad:    1\n%J 10\n")]
    public async Task What_is_no_answer_is_not_believed(string answer)
    {
        NameException failure = await FailAsync(call => call.AnswerAsync(200, answer, type: Text));

        Assert.Equal(NameError.ResolverNotReached, failure.Error);
        Assert.Contains("no answer of a Sesame", failure.Message, StringComparison.Ordinal);
        Assert.False(failure.IsFinal);
    }

    [Fact]
    public async Task A_page_is_named_by_its_title()
    {
        NameException failure = await FailAsync(call => call.AnswerAsync(
            200, "<html><title>Log in to the\u001b[2J hotel</title>%J 1 2</html>", type: "text/html"));

        Assert.Equal(NameError.ResolverNotReached, failure.Error);
        Assert.Contains("'Log in to the␛[2J hotel'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endless_answer_ends()
    {
        string line = "#! *** Nothing found ***\n" + new string('x', 60_000) + "\n";
        NameException failure = await FailAsync(async call =>
        {
            await call.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\n");
            while (!call.IsOver)
            {
                await call.SendAsync(line);
            }
        });

        Assert.Equal(NameError.ResolverNotReached, failure.Error);
        Assert.Contains("too long", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404, "no Sesame")]
    [InlineData(401, "user and a password")]
    [InlineData(403, "user and a password")]
    [InlineData(400, "400")]
    [InlineData(503, "503")]
    public async Task A_status_is_told(int status, string words)
    {
        NameException failure = await FailAsync(call => call.AnswerAsync(status, "", type: Text));

        Assert.Equal(NameError.ResolverNotReached, failure.Error);
        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_failed_in_passing_is_tried_again()
    {
        await using var server = new LoopbackServer(
            call => call.AnswerAsync(503, "", type: Text),
            call => call.AnswerAsync(200, SesameAnswers.Simbad, type: Text));
        using SesameResolver resolver = ResolverOf(server);

        Assert.Equal(
            "NGC 3642", (await resolver.ResolveAsync("x1", TestContext.Current.CancellationToken)).ResolvedAs);
        Assert.Equal(2, server.Calls.Count);
    }

    [Fact]
    public async Task A_redirect_to_another_host_is_refused()
    {
        await using var other = new LoopbackServer(call => call.AnswerAsync(200, SesameAnswers.Simbad, type: Text));
        NameException failure = await FailAsync(
            call => call.AnswerAsync(302, "", $"Location: {other.Address}/x\r\n"));

        Assert.Equal(NameError.ResolverNotReached, failure.Error);
        Assert.Contains("another host", failure.Message, StringComparison.Ordinal);
        Assert.Empty(other.Calls);
    }

    [Fact]
    public async Task Nobody_there_is_told()
    {
        int port;
        await using (var server = new LoopbackServer())
        {
            port = server.Port;
        }

        using var resolver = new SesameResolver(new HttpSourceOptions
        {
            BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/api")),
            MaximumRetryCount = 0,
        });
        NameException failure = await Assert.ThrowsAsync<NameException>(
            () => resolver.ResolveAsync("RR Lyr", TestContext.Current.CancellationToken));

        Assert.Equal(NameError.ResolverNotReached, failure.Error);
        Assert.Contains("takes no connection", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_look_up_is_stopped_while_it_waits()
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new LoopbackServer(async call =>
        {
            reached.SetResult();
            await call.WaitForHangUpAsync();
        });
        using SesameResolver resolver = ResolverOf(server);
        using var cancel = new CancellationTokenSource();

        Task<ResolvedName> asking = resolver.ResolveAsync("RR Lyr", cancel.Token);
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    private static async Task<NameException> FailAsync(Func<Call, Task> answer)
    {
        await using var server = new LoopbackServer(answer);
        using SesameResolver resolver = ResolverOf(server);
        return await Assert.ThrowsAsync<NameException>(
            () => resolver.ResolveAsync("RR Lyr", TestContext.Current.CancellationToken));
    }

    private static SesameResolver ResolverOf(LoopbackServer server) => new(Options(server));

    private static HttpSourceOptions Options(LoopbackServer server) => new()
    {
        BaseAddress = server.Address,
        MaximumRetryCount = 1,
        RetryInterval = TimeSpan.Zero,
    };
}
