using System.Globalization;
using System.Text;
using System.Text.Json;
using Zvar.Http;

namespace Zvar.Tests.Http;

/// <summary>Light curves come one by one while the response is read.</summary>
public class LightCurveStreamTests
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    // Only a failing test waits for it.
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(30);

    private static readonly long[] Psids = [145120008365555264, 126541217361397171, 126541217361397172, 5, 4];

    private static readonly Dictionary<long, string> Stars = MakeStars(new Random(8));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_is_there_while_the_service_holds_back_the_others()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new LoopbackServer(async call =>
        {
            await call.SendAsync($"{Head}\r\n{{{Stars[Psids[0]]}");
            await release.Task.WaitAsync(call.Stopping);
            await call.SendAsync($"{string.Concat(Psids[1..].Select(psid => $",{Stars[psid]}"))}}}");
            call.Close();
        });
        await using HttpSource source = server.Connect();
        await using IAsyncEnumerator<LightCurve> lightCurves = Get(source).GetAsyncEnumerator(Stop);

        Assert.True(await lightCurves.MoveNextAsync().AsTask().WaitAsync(Generous, Stop));
        Assert.Equal(Psids[0], lightCurves.Current.Psid);
        List<LightCurve> all = [lightCurves.Current];
        release.SetResult();
        while (await lightCurves.MoveNextAsync())
        {
            all.Add(lightCurves.Current);
        }

        AssertAre(Psids, all);
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task One_that_comes_before_its_turn_waits_for_it_and_no_longer()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new LoopbackServer(async call =>
        {
            await call.SendAsync($"{Head}\r\n{{{Stars[Psids[2]]},{Stars[Psids[1]]},{Stars[Psids[0]]}");
            await release.Task.WaitAsync(call.Stopping);
            await call.SendAsync($",{Stars[Psids[4]]},{Stars[Psids[3]]}}}");
            call.Close();
        });
        await using HttpSource source = server.Connect();
        await using IAsyncEnumerator<LightCurve> lightCurves = Get(source).GetAsyncEnumerator(Stop);

        List<LightCurve> all = [];
        while (await lightCurves.MoveNextAsync().AsTask().WaitAsync(Generous, Stop))
        {
            all.Add(lightCurves.Current);
            if (all.Count == 3)
            {
                release.SetResult();
            }
        }

        AssertAre(Psids, all);
    }

    [Fact]
    public async Task Those_after_one_that_the_service_does_not_have_come_all_the_same()
    {
        await using var server = new LoopbackServer(
            call => call.AnswerAsync(200, $"{{{Stars[Psids[4]]},\"{Psids[3]}\":null,{Stars[Psids[1]]}}}"));
        await using HttpSource source = server.Connect();

        AssertAre([Psids[1], Psids[4]], await Get(source).ToListAsync(Stop));
    }

    [Theory]
    [InlineData("closed")]
    [InlineData("closed short of its length")]
    [InlineData("silent")]
    public async Task After_a_break_only_those_that_have_not_come_are_asked_for_and_each_comes_once(string how)
    {
        await using var server = new LoopbackServer(
            call => BreakOffAsync(call, whole: 2, how),
            call => BreakOffAsync(call, whole: 1, how),
            call => call.AnswerAsync(200, $"{{{string.Join(',', Requested(call).Select(psid => Stars[psid]))}}}"));
        await using var source = new HttpSource(server.Options() with { OperationTimeout = TimeSpan.FromSeconds(0.3) });

        AssertAre(Psids, await Get(source).ToListAsync(Stop));

        Assert.Equal([Psids, Psids[2..], Psids[3..]], server.Calls.Select(Requested));
        Assert.Empty(server.Mishaps);
    }

    [Theory]
    [InlineData("closed")]
    [InlineData("silent")]
    public async Task When_all_have_come_the_end_of_the_response_is_not_asked_for_again(string how)
    {
        await using var server = new LoopbackServer(call => BreakOffAsync(call, whole: Psids.Length, how));
        await using var source = new HttpSource(server.Options() with { OperationTimeout = TimeSpan.FromSeconds(0.3) });

        AssertAre(Psids, await Get(source).ToListAsync(Stop));

        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task When_the_tries_are_used_up_those_that_are_whole_come_before_the_failure()
    {
        // The second and the third have come, and wait for the first.
        await using var server = new LoopbackServer(
            async call =>
            {
                await call.SendAsync($"{Head}\r\n{{{Stars[Psids[2]]},{Stars[Psids[1]]},{Stars[Psids[0]][..^1]}");
                call.Close();
            },
            call => call.AnswerAsync(503, ""));
        await using HttpSource source = server.Connect();

        (List<LightCurve> came, ZvarException failure) = await FailAsync(Get(source));

        AssertAre(Psids[1..3], came);
        Assert.Equal(ZvarError.RequestFailed, failure.Error);
        Assert.StartsWith("POST photometry failed after 3 attempts: ", failure.Message, StringComparison.Ordinal);
        Assert.Equal([Psids, [Psids[0], .. Psids[3..]], [Psids[0], .. Psids[3..]]], server.Calls.Select(Requested));
    }

    [Theory]
    [InlineData("\"7\":[]}", "it speaks of 7, which was not asked for")]
    [InlineData("\"145120008365555264\":[]}", "it has 145120008365555264 twice")]
    [InlineData("\"126541217361397172\":[{\"time\":NaN", "'N' is an invalid")]
    [InlineData("\"126541217361397172\":17}", "a list was expected, not '1'")]
    public async Task When_a_response_turns_out_malformed_those_that_are_whole_come_before_the_failure(
        string rest, string reason)
    {
        await using var server = new LoopbackServer(
            call => call.AnswerAsync(200, $"{{{Stars[Psids[0]]},{Stars[Psids[1]]},{rest}"));
        await using HttpSource source = server.Connect();

        (List<LightCurve> came, ZvarException failure) = await FailAsync(Get(source));

        AssertAre(Psids[..2], came);
        Assert.Equal(ZvarError.InvalidResponse, failure.Error);
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task What_follows_the_end_of_a_response_is_a_failure_though_all_have_come()
    {
        await using var server = new LoopbackServer(
            call => call.AnswerAsync(200, $"{{{string.Join(',', Stars.Values)}}} and more"));
        await using HttpSource source = server.Connect();

        (List<LightCurve> came, ZvarException failure) = await FailAsync(Get(source));

        AssertAre(Psids, came);
        Assert.Equal(ZvarError.InvalidResponse, failure.Error);
    }

    [Fact]
    public async Task Each_says_whether_the_service_is_synthetic()
    {
        await using var server = new LoopbackServer(
            call => call.AnswerAsync(200, $"{{{Stars[Psids[0]]}}}", "Zvar-Synthetic: true\r\n"),
            call => call.AnswerAsync(200, $"{{{Stars[Psids[0]]}}}"));
        await using HttpSource source = server.Connect();

        Assert.True(Assert.Single(await Get(source).ToListAsync(Stop)).Synthetic);
        Assert.False(Assert.Single(await Get(source).ToListAsync(Stop)).Synthetic);
    }

    [Fact]
    public async Task Who_has_seen_enough_hangs_up()
    {
        var hungUp = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new LoopbackServer(async call =>
        {
            await call.SendAsync($"{Head}\r\n{{{Stars[Psids[0]]},");
            await call.WaitForHangUpAsync();
            hungUp.SetResult();
        });
        await using HttpSource source = server.Connect();

        await using (IAsyncEnumerator<LightCurve> lightCurves = Get(source).GetAsyncEnumerator(Stop))
        {
            Assert.True(await lightCurves.MoveNextAsync().AsTask().WaitAsync(Generous, Stop));
        }

        await hungUp.Task.WaitAsync(Generous, Stop);
        Assert.Single(server.Calls);
    }

    private static Dictionary<long, string> MakeStars(Random random) =>
        Psids.ToDictionary(psid => psid, psid => $"\"{psid}\":{PhotometryResponses.MagPoints(random, 30)}");

    private static IAsyncEnumerable<LightCurve> Get(HttpSource source) =>
        source.GetLightCurvesAsync(new PhotometryRequest(Psids, Band.All), Stop);

    private static long[] Requested(Call call)
    {
        using var json = JsonDocument.Parse(call.Body);
        return
        [
            .. json.RootElement.GetProperty("psids").EnumerateArray()
                .Select(psid => long.Parse(psid.GetString()!, CultureInfo.InvariantCulture)),
        ];
    }

    // Some of the stars it was asked for whole, half of the next, and no more.
    private static async Task BreakOffAsync(Call call, int whole, string how)
    {
        string[] stars = [.. Requested(call).Select(psid => Stars[psid])];
        string length = how == "closed short of its length" ? "Content-Length: 1000000\r\n" : "";
        string half = whole < stars.Length ? $",{stars[whole][..(stars[whole].Length / 2)]}" : "";
        await call.SendAsync($"{Head}{length}\r\n{{{string.Join(',', stars[..whole])}{half}");
        if (how == "silent")
        {
            await call.WaitForHangUpAsync();
        }
        else
        {
            call.Close();
        }
    }

    private static async Task<(List<LightCurve> Came, ZvarException Failure)> FailAsync(
        IAsyncEnumerable<LightCurve> lightCurves)
    {
        List<LightCurve> came = [];
        ZvarException failure = await Assert.ThrowsAsync<ZvarException>(async () =>
        {
            await foreach (LightCurve lightCurve in lightCurves)
            {
                came.Add(lightCurve);
            }
        });
        return (came, failure);
    }

    // In this order, and with every value.
    private static void AssertAre(long[] psids, List<LightCurve> lightCurves)
    {
        Assert.Equal(psids, lightCurves.Select(lightCurve => lightCurve.Psid));
        byte[] json = Encoding.UTF8.GetBytes($"{{{string.Join(',', psids.Select(psid => Stars[psid]))}}}");
        PhotometryReaderTests.Same(
            PhotometryReference.Read(json, PhotometryFormat.Mag, psids)!,
            lightCurves.ToDictionary(lightCurve => lightCurve.Psid));
    }
}
