using System.Net;
using System.Net.Sockets;
using Zvar.Http;

namespace Zvar.Tests.Http;

public class CancelTests
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n";

    // Only a failing test waits for it.
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task While_it_connects()
    {
        // Accepts, and never answers the greeting of TLS.
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var source = new HttpSource(new HttpSourceOptions
        {
            BaseAddress = new Uri($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/api"),
        });
        using var cancel = new CancellationTokenSource();

        Task asking = Ask(source, cancel.Token);
        using Socket connection = await listener.AcceptSocketAsync(TestContext.Current.CancellationToken);
        await cancel.CancelAsync();

        await AssertStoppedAsync(asking);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\n")]
    [InlineData(Head)]
    [InlineData(Head + """[{"psid": "1", "ra": 1, "dec": 2},""")]
    public async Task While_it_waits_for_the_head_or_the_body(string sent)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var hungUp = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new LoopbackServer(async call =>
        {
            await call.SendAsync(sent);
            reached.SetResult();
            await call.WaitForHangUpAsync();
            hungUp.SetResult();
        });
        await using HttpSource source = server.Connect();
        using var cancel = new CancellationTokenSource();

        Task asking = Ask(source, cancel.Token);
        await reached.Task.WaitAsync(Generous, TestContext.Current.CancellationToken);
        await cancel.CancelAsync();

        Assert.Equal(cancel.Token, await AssertStoppedAsync(asking));
        await hungUp.Task.WaitAsync(Generous, TestContext.Current.CancellationToken);
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task While_light_curves_come()
    {
        var hungUp = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new LoopbackServer(async call =>
        {
            await call.SendAsync(Head + """{"1":[{"time":2458263.5,"mag":17.5,"band":"g"}],""");
            await call.WaitForHangUpAsync();
            hungUp.SetResult();
        });
        await using HttpSource source = server.Connect();
        using var cancel = new CancellationTokenSource();
        await using IAsyncEnumerator<LightCurve> lightCurves = source
            .GetLightCurvesAsync(new PhotometryRequest([1, 2], Band.All), cancel.Token)
            .GetAsyncEnumerator(cancel.Token);

        Task<bool> first = lightCurves.MoveNextAsync().AsTask();
        Assert.True(await first.WaitAsync(Generous, TestContext.Current.CancellationToken));
        Task next = lightCurves.MoveNextAsync().AsTask();
        await cancel.CancelAsync();

        Assert.Equal(cancel.Token, await AssertStoppedAsync(next));
        await hungUp.Task.WaitAsync(Generous, TestContext.Current.CancellationToken);
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task While_it_waits_to_ask_again()
    {
        var clock = new StoppedClock();
        await using var server = new LoopbackServer(call => call.AnswerAsync(503, ""));
        await using var source = new HttpSource(server.Options() with { TimeProvider = clock });
        using var cancel = new CancellationTokenSource();

        Task asking = Ask(source, cancel.Token);
        await clock.Waiting.WaitAsync(Generous, TestContext.Current.CancellationToken);
        await cancel.CancelAsync();

        Assert.Equal(cancel.Token, await AssertStoppedAsync(asking));
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task Before_it_begins()
    {
        await using var server = new LoopbackServer();
        await using HttpSource source = server.Connect();

        await AssertStoppedAsync(Ask(source, new CancellationToken(canceled: true)));
        Assert.Empty(server.Calls);
    }

    [Fact]
    public async Task By_closing_the_source()
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new LoopbackServer(async call =>
        {
            reached.SetResult();
            await call.WaitForHangUpAsync();
        });
        HttpSource source = server.Connect();

        Task asking = Ask(source, CancellationToken.None);
        await reached.Task.WaitAsync(Generous, TestContext.Current.CancellationToken);
        await source.DisposeAsync();

        await AssertStoppedAsync(asking);
    }

    private static async Task<CancellationToken> AssertStoppedAsync(Task asking) =>
        (await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => asking.WaitAsync(Generous, TestContext.Current.CancellationToken))).CancellationToken;

    private static Task<List<ZvarObject>> Ask(HttpSource source, CancellationToken cancellationToken) =>
        source.GetObjectsAsync([1], cancellationToken).ToListAsync(cancellationToken).AsTask();

    /// <summary>A clock whose timers never fire; it tells when the first is set.</summary>
    private sealed class StoppedClock : TimeProvider
    {
        private readonly TaskCompletionSource _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal Task Waiting => _waiting.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _waiting.TrySetResult();
            return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
