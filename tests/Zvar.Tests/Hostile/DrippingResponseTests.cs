using Zvar.Http;
using Zvar.Tests.Http;

namespace Zvar.Tests.Hostile;

/// <summary>A service that is never silent for long, and never done.</summary>
public class DrippingResponseTests
{
    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nX: ")]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10000;x=")]
    [InlineData("HTTP/1.1 400 Bad Request\r\n\r\n{")]
    [InlineData("HTTP/1.1 503 Service Unavailable\r\n\r\n{")]
    public async Task It_ends_when_the_time_is_over_that_a_request_may_take_in_all(string start)
    {
        await using var server = new LoopbackServer(async call =>
        {
            await call.SendAsync(start);
            using var drip = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
            while (await drip.WaitForNextTickAsync(call.Stopping))
            {
                await call.SendAsync(" ");
            }
        });
        await using var source = new HttpSource(server.Options() with { TotalTimeout = TimeSpan.FromSeconds(0.5) });

        ZvarException failure = await source.FailAsync();

        Assert.Equal(ZvarError.RequestFailed, failure.Error);
        Assert.Contains("in 0.5 s, the time it may take in all", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waits_between_attempts_count()
    {
        await using var server = new LoopbackServer(call => call.AnswerAsync(503, "", "Retry-After: 60\r\n"));
        await using var source = new HttpSource(server.Options() with
        {
            TotalTimeout = TimeSpan.FromSeconds(0.5),
            TimeProvider = TimeProvider.System,
        });

        ZvarException failure = await source.FailAsync();

        Assert.Equal(ZvarError.RequestFailed, failure.Error);
        Assert.Contains("in all", failure.Message, StringComparison.Ordinal);
        Assert.Single(server.Calls);
    }
}
