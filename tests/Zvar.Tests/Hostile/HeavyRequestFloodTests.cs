using System.Net;
using System.Runtime.CompilerServices;
using Zvar.Http;
using Zvar.Server;
using Zvar.Tests.Http;
using Zvar.Tests.Server;

namespace Zvar.Tests.Hostile;

// Many callers ask at once for what takes long.
public class HeavyRequestFloodTests
{
    private const string Cone = """{"positions":[{"name":"a","ra":0.8365,"dec":30.9372}],"radius":5}""";
    private const string Refusal = """{"detail":"Too many requests are waiting already. Ask again in 20 seconds."}""";

    private static readonly TimeSpan Generous = TimeSpan.FromMinutes(2);

    private static readonly ServerOptions OneAndTwoWaiting =
        RunningServer.Options with { HeavyRequests = 1, WaitingRequests = 2 };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Some_wait_for_their_turn_and_the_rest_are_told_when_to_ask_again()
    {
        var searches = new HeldSearches();
        await using RunningServer server =
            await RunningServer.StartAsync(new SmallSky { Cones = searches.FindAsync }, OneAndTwoWaiting);
        (List<Task<HttpResponseMessage>> waiting, List<HttpResponseMessage> refused) = await FloodAsync(server, Token);
        foreach (HttpResponseMessage response in refused)
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(20), response.Headers.RetryAfter?.Delta);
            Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
            Assert.Equal(Refusal, await response.Content.ReadAsStringAsync(Token));
        }

        searches.Release();
        foreach (HttpResponseMessage response in await Task.WhenAll(waiting).WaitAsync(Generous, Token))
        {
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        Assert.Equal(1, searches.MostAtOnce);
    }

    [Theory]
    [InlineData("photometry", """{"psids":[145120008365555264,126541217361397171]}""")]
    [InlineData("objects", """{"psids":[145120008365555264,126541217361397171]}""")]
    [InlineData("xmatch", """{"psids":[145120008365555264],"catalog":"gaia","radius":3}""")]
    [InlineData("external_xmatch", """{"ids":[7],"catalog":"gaia","radius":3}""")]
    [InlineData("processing_logs", null)]
    public async Task Whatever_is_about_many_objects_waits_in_the_same_queue(string path, string? body)
    {
        var searches = new HeldSearches();
        await using RunningServer server =
            await RunningServer.StartAsync(new SmallSky { Cones = searches.FindAsync }, OneAndTwoWaiting);
        await FloodAsync(server, Token);
        using HttpResponseMessage response = body is null
            ? await server.Client.GetAsync(path, Token)
            : await server.PostAsync(path, body);
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        searches.Release();
    }

    [Fact]
    public async Task What_is_about_one_object_is_answered_while_they_wait()
    {
        var searches = new HeldSearches();
        await using RunningServer server =
            await RunningServer.StartAsync(new SmallSky { Cones = searches.FindAsync }, OneAndTwoWaiting);
        (List<Task<HttpResponseMessage>> waiting, _) = await FloodAsync(server, Token);
        Assert.NotEmpty(await server.GetAsync("object/145120008365555264"));
        Assert.NotEmpty(await server.AskAsync("objects", """{"psids":[145120008365555264]}"""));
        Assert.NotEmpty(await server.AskAsync("photometry", """{"psids":[145120008365555264]}"""));
        Assert.DoesNotContain(waiting, response => response.IsCompleted);
        searches.Release();
    }

    [Fact]
    public async Task Who_hangs_up_leaves_the_place_to_another()
    {
        var searches = new HeldSearches(held: 1);
        await using RunningServer server =
            await RunningServer.StartAsync(new SmallSky { Cones = searches.FindAsync }, OneAndTwoWaiting);
        using (var impatient = new CancellationTokenSource())
        {
            await FloodAsync(server, impatient.Token);
            await impatient.CancelAsync();
        }

        // The server sees them leave one by one.
        using var timeout = new CancellationTokenSource(Generous);
        HttpStatusCode status;
        do
        {
            using HttpResponseMessage response =
                await server.Client.PostAsync("cone_search", RunningServer.Json(Cone), timeout.Token);
            status = response.StatusCode;
        }
        while (status == HttpStatusCode.TooManyRequests);
        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Fact]
    public async Task Our_own_client_asks_again_when_it_is_told_to()
    {
        var searches = new HeldSearches();
        await using RunningServer server =
            await RunningServer.StartAsync(new SmallSky { Cones = searches.FindAsync }, OneAndTwoWaiting);
        await FloodAsync(server, Token);
        var clock = new HurriedClock();
        await using var source = new HttpSource(new HttpSourceOptions
        {
            BaseAddress = server.Address,
            Credential = () => new NetworkCredential(RunningServer.Username, RunningServer.Password),
            TimeProvider = clock,
            MaximumRetryCount = 1000,
            Log = said =>
            {
                if (said.Contains("429", StringComparison.Ordinal))
                {
                    searches.Release();
                }
            },
        });
        var target = new ConeTarget("a", new SkyPosition(0.8365, 30.9372), 5);
        var search = new ConeSearch([target], ConeFilter.None);
        Assert.Equal(1, await source.FindConesAsync(search, Token).CountAsync(Token));
        Assert.NotEmpty(clock.Waits);
        Assert.All(clock.Waits, wait => Assert.Equal(TimeSpan.FromSeconds(20), wait));
    }

    // Ten cones at once, for a server that searches one and lets two wait: gives these, and the responses to the rest.
    private static async Task<(List<Task<HttpResponseMessage>> Waiting, List<HttpResponseMessage> Refused)> FloodAsync(
        RunningServer server, CancellationToken cancellationToken)
    {
        List<Task<HttpResponseMessage>> waiting =
        [
            .. Enumerable.Range(0, 10).Select(
                _ => server.Client.PostAsync("cone_search", RunningServer.Json(Cone), cancellationToken)),
        ];
        List<HttpResponseMessage> refused = [];
        while (waiting.Count > 3)
        {
            Task<HttpResponseMessage> done =
                await Task.WhenAny(waiting).WaitAsync(Generous, Token);
            waiting.Remove(done);
            refused.Add(await done);
        }

        return (waiting, refused);
    }

    // Searches that find the notebook's star; the first of them when they are let go.
    private sealed class HeldSearches(int held = int.MaxValue)
    {
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _begun;
        private int _atOnce;

        internal int MostAtOnce { get; private set; }

        internal void Release() => _released.TrySetResult();

        internal async IAsyncEnumerable<ConeResult> FindAsync(
            ConeSearch search, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _atOnce));
            if (Interlocked.Increment(ref _begun) <= held)
            {
                await _released.Task.WaitAsync(cancellationToken);
            }

            Interlocked.Decrement(ref _atOnce);
            yield return new ConeResult(0, SmallSky.CurveOf(SmallSky.NotebookStar).Object!);
        }
    }
}
