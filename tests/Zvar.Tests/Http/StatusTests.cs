using System.Globalization;
using Zvar.Http;

namespace Zvar.Tests.Http;

public class StatusTests
{
    private const string Found = """[{"psid": "1", "ra": 1, "dec": 2}]""";

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task Credentials_the_service_does_not_know_are_told_once(int status)
    {
        await using var server = new LoopbackServer(
            call => call.AnswerAsync(status, """{"detail":"Not authenticated"}"""));
        await using HttpSource source = server.Connect();

        ZvarException failure = await source.FailAsync();

        Assert.Equal(ZvarError.AuthenticationFailed, failure.Error);
        Assert.StartsWith(
            $"The service at 127.0.0.1:{server.Port} does not accept the user name or the password ({status} ",
            failure.Message,
            StringComparison.Ordinal);
        Assert.Equal("Not authenticated", failure.Details);
        Assert.Single(server.Calls);
    }

    [Theory]
    [InlineData(400, """{"detail": "A cone has 600 arcsec at most."}""", "A cone has 600 arcsec at most.")]
    [InlineData(
        422,
        """
        {"detail": [{"loc": ["body", "psids", 0], "msg": "Input should be a valid integer", "type": "int_parsing"},
                    {"loc": ["body", "format"], "msg": "Input should be 'mag' or 'flux'"}, "and more"]}
        """,
        "body.psids.0: Input should be a valid integer|body.format: Input should be 'mag' or 'flux'|and more")]
    [InlineData(
        400,
        "<!DOCTYPE html>\n<html><head>\n<title>\n 400 Bad  Request &amp; more\n</title></head><body/></html>",
        "400 Bad Request & more")]
    [InlineData(400, "<html>\n<p>no title</p></html>", "<html>")]
    [InlineData(422, "Too many ids.\nAsk for fewer.", "Too many ids.")]
    [InlineData(422, """{"error": "unlike FastAPI"}""", """{"error": "unlike FastAPI"}""")]
    [InlineData(422, """{"detail": "cut off""", """{"detail": "cut off""")]
    [InlineData(422, "", null)]
    [InlineData(413, """{"detail": "Too long."}""", "Too long.")]
    public async Task A_rejected_question_is_told_in_the_words_of_the_service(int status, string body, string? words)
    {
        words = words?.Replace("|", Environment.NewLine, StringComparison.Ordinal);
        await using var server = new LoopbackServer(call => call.AnswerAsync(status, body));
        await using HttpSource source = server.Connect();

        ZvarException failure = await source.FailAsync();

        Assert.Equal(ZvarError.RequestRejected, failure.Error);
        Assert.StartsWith($"The service rejects POST objects ({status} ", failure.Message, StringComparison.Ordinal);
        Assert.Equal(words, failure.Details);
        Assert.EndsWith(").", failure.Message, StringComparison.Ordinal);
        Assert.Single(server.Calls);
    }

    [Theory]
    [InlineData(404, "There is no ZVAR service at")]
    [InlineData(501, "which is no answer")]
    [InlineData(204, "which is no answer")]
    public async Task A_status_that_no_repetition_will_change_is_told_once(int status, string words)
    {
        await using var server = new LoopbackServer(call => call.AnswerAsync(status, ""));
        await using HttpSource source = server.Connect();

        ZvarException failure = await source.FailAsync();

        Assert.Equal(ZvarError.RequestFailed, failure.Error);
        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
        Assert.Single(server.Calls);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_failure_in_passing_is_asked_again_until_the_tries_are_used_up(int status)
    {
        var clock = new HurriedClock();
        await using var server = new LoopbackServer(
            call => call.AnswerAsync(status, "<html><title>upstream is down</title></html>", type: "text/html"));
        await using var source = new HttpSource(server.Options() with { TimeProvider = clock });

        ZvarException failure = await source.FailAsync();

        Assert.Equal(ZvarError.RequestFailed, failure.Error);
        Assert.StartsWith(
            $"POST objects failed after 3 attempts: the service answered {status} ",
            failure.Message,
            StringComparison.Ordinal);
        Assert.Equal("upstream is down", failure.Details);
        Assert.Equal(3, server.Calls.Count);
        Assert.Equal(2, clock.Waits.Count);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_failure_that_passes_leaves_no_trace_in_the_response(int status)
    {
        await using var server = new LoopbackServer(
            call => call.AnswerAsync(status, ""), call => call.AnswerAsync(200, Found));
        await using HttpSource source = server.Connect();

        Assert.Equal(1, Assert.Single(await source.AskAsync()).Psid);
        Assert.Equal(2, server.Calls.Count);
        Assert.Single(server.Calls.Select(call => call.Body).Distinct());
    }

    [Fact]
    public async Task With_no_retries_allowed_a_question_is_sent_once()
    {
        await using var server = new LoopbackServer(call => call.AnswerAsync(503, ""));
        await using var source = new HttpSource(server.Options() with { MaximumRetryCount = 0 });

        ZvarException failure = await source.FailAsync();

        Assert.Equal(
            "POST objects failed after 1 attempt: the service answered 503 ServiceUnavailable.", failure.Message);
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task A_service_that_says_how_many_seconds_to_wait_is_obeyed()
    {
        var clock = new HurriedClock();
        await using var server = new LoopbackServer(
            call => call.AnswerAsync(429, "", "Retry-After: 77\r\n"), call => call.AnswerAsync(200, Found));
        await using var source = new HttpSource(server.Options() with { TimeProvider = clock });

        Assert.Single(await source.AskAsync());
        Assert.Equal(TimeSpan.FromSeconds(77), Assert.Single(clock.Waits));
    }

    [Fact]
    public async Task A_service_that_says_until_when_to_wait_is_obeyed()
    {
        var clock = new HurriedClock();
        string until = clock.GetUtcNow().AddSeconds(90).ToString("R", CultureInfo.InvariantCulture);
        await using var server = new LoopbackServer(
            call => call.AnswerAsync(503, "", $"Retry-After: {until}\r\n"), call => call.AnswerAsync(200, Found));
        await using var source = new HttpSource(server.Options() with { TimeProvider = clock });

        Assert.Single(await source.AskAsync());
        Assert.InRange(Assert.Single(clock.Waits), TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(90));
    }

    [Fact]
    public async Task A_service_that_wants_to_be_left_alone_for_long_is_not_waited_for()
    {
        await using var server = new LoopbackServer(call => call.AnswerAsync(429, "", "Retry-After: 3600\r\n"));
        await using HttpSource source = server.Connect();

        ZvarException failure = await source.FailAsync();

        Assert.Equal(ZvarError.RequestFailed, failure.Error);
        Assert.EndsWith(
            "429 TooManyRequests and asks to be left alone for 3600 s.", failure.Message, StringComparison.Ordinal);
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task The_log_tells_requests_and_retries_with_their_reason_and_wait()
    {
        List<string> log = [];
        await using var server = new LoopbackServer(
            call => call.AnswerAsync(503, "", "Retry-After: 5\r\n"), call => call.AnswerAsync(200, Found));
        await using var source = new HttpSource(server.Options() with { Log = log.Add });

        await source.AskAsync(1, 2, 1);

        Assert.Equal(
            [
                "POST objects: 2 psids",
                "POST objects: the service answered 503 ServiceUnavailable; retry 1 of 2 in 5.0 s.",
            ],
            log);
    }

    [Fact]
    public async Task One_batch_that_fails_does_no_harm_to_the_others()
    {
        await using var server = new LoopbackServer(call => call.Body.Contains("\"3\"", StringComparison.Ordinal)
            ? call.AnswerAsync(500, "")
            : call.AnswerAsync(200, string.Concat("[", string.Join(',', Numbers(call.Body).Select(Entry)), "]")));
        await using HttpSource source = server.Connect();
        List<long> came = [];
        List<(ZvarError Error, long[] Psids)> failed = [];
        var batches = new Batches<long, long, ZvarObject>(
            new BatchQuestion<long, long, ZvarObject>(source.GetObjectsAsync, psid => psid, found => found.Psid)
            {
                BatchSize = 2,
            },
            maxConcurrency: 4,
            answer => came.Add(answer.Results.Single().Psid),
            (failure, psids) => failed.Add((failure.Error, [.. psids])),
            TestContext.Current.CancellationToken);
        foreach (long psid in (long[])[1, 2, 3, 4, 5, 6])
        {
            batches.Add(psid);
        }

        while (batches.HasPending)
        {
            await batches.WaitAsync();
            batches.TryHandOn();
        }

        Assert.Equal([1, 2, 5, 6], came);
        (ZvarError error, long[] lost) = Assert.Single(failed);
        Assert.Equal(ZvarError.RequestFailed, error);
        Assert.Equal([3, 4], lost);
    }

    private static string[] Numbers(string body) =>
        [.. body.Split('"').Where(part => part.Length > 0 && part.All(char.IsAsciiDigit))];

    private static string Entry(string psid) => $$"""{"psid": "{{psid}}", "ra": 1, "dec": 2}""";
}
