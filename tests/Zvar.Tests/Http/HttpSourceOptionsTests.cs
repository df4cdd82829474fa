using Zvar.Http;

namespace Zvar.Tests.Http;

public class HttpSourceOptionsTests
{
    public static TheoryData<HttpSourceOptions, string> OutOfRange => new()
    {
        { new HttpSourceOptions { MaximumRetryCount = -1 }, nameof(HttpSourceOptions.MaximumRetryCount) },
        { new HttpSourceOptions { RetryInterval = -TimeSpan.FromDays(1) }, nameof(HttpSourceOptions.RetryInterval) },
        { new HttpSourceOptions { RetryInterval = TimeSpan.FromDays(2) }, nameof(HttpSourceOptions.RetryInterval) },
        {
            new HttpSourceOptions { MaximumRetryAfter = -TimeSpan.FromDays(3) },
            nameof(HttpSourceOptions.MaximumRetryAfter)
        },
        { new HttpSourceOptions { ConnectionTimeout = TimeSpan.Zero }, nameof(HttpSourceOptions.ConnectionTimeout) },
        {
            new HttpSourceOptions { OperationTimeout = TimeSpan.FromSeconds(-2) },
            nameof(HttpSourceOptions.OperationTimeout)
        },
        { new HttpSourceOptions { TotalTimeout = TimeSpan.FromDays(2) }, nameof(HttpSourceOptions.TotalTimeout) },
        { new HttpSourceOptions { MaximumResponseSize = 0 }, nameof(HttpSourceOptions.MaximumResponseSize) },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void What_is_out_of_range_is_refused_by_name(HttpSourceOptions options, string name) =>
        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(() => new HttpSource(options)).ParamName);

    [Fact]
    public async Task Repetitions_may_follow_at_once()
    {
        var clock = new HurriedClock();
        await using var server = new LoopbackServer(
            call => call.AnswerAsync(503, ""), call => call.AnswerAsync(200, "[]"));
        await using var source = new HttpSource(
            server.Options() with { RetryInterval = TimeSpan.Zero, TimeProvider = clock });

        Assert.Empty(await source.AskAsync());
        Assert.Empty(clock.Waits);
    }

    [Fact]
    public async Task Times_may_be_endless()
    {
        await using var server = new LoopbackServer(call => call.AnswerAsync(200, "[]"));
        await using var source = new HttpSource(server.Options() with
        {
            ConnectionTimeout = Timeout.InfiniteTimeSpan,
            OperationTimeout = Timeout.InfiniteTimeSpan,
            TotalTimeout = Timeout.InfiniteTimeSpan,
        });

        Assert.Empty(await source.AskAsync());
    }
}
