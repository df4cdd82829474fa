using System.Globalization;
using System.Threading.RateLimiting;

namespace Zvar.Server;

// Requests about many objects, or about a part of the sky, cost seconds of a processor. A few are answered at once,
// some wait for their turn in the order they came, and the rest are told to come again. The turn comes after the
// request has been read: who sends its body slowly holds nobody up.
internal sealed class HeavyRequests(ServerOptions options) : IDisposable
{
    // The longest a heavy request takes of a processor, about: by then one of those before has been answered.
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(20);

    private readonly ConcurrencyLimiter _limiter = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = options.HeavyRequests,
        QueueLimit = options.WaitingRequests,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    // The turn lasts until it is disposed of.
    internal async Task<RateLimitLease> WaitForTurnAsync(HttpContext context)
    {
        RateLimitLease turn = await _limiter.AcquireAsync(permitCount: 1, context.RequestAborted);
        if (turn.IsAcquired)
        {
            return turn;
        }

        string seconds = RetryAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.RetryAfter = seconds;
        throw new BadHttpRequestException(
            $"Too many requests are waiting already. Ask again in {seconds} seconds.",
            StatusCodes.Status429TooManyRequests);
    }

    public void Dispose() => _limiter.Dispose();
}
