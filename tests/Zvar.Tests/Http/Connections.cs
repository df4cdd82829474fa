using System.Collections.Concurrent;
using System.Net;
using Zvar.Http;

namespace Zvar.Tests.Http;

internal static class Connections
{
    internal const string Password = "pässwörd:with colon";

    internal static HttpSourceOptions Options(this LoopbackServer server) => new()
    {
        BaseAddress = server.Address,
        Credential = () => new NetworkCredential("user", Password),
        MaximumRetryCount = 2,
        TimeProvider = new HurriedClock(),
    };

    internal static HttpSource Connect(this LoopbackServer server) => new(server.Options());

    /// <summary>Asks for one object, and expects to be told why there is none.</summary>
    internal static async Task<ZvarException> FailAsync(this HttpSource source, params long[] psids) =>
        await Assert.ThrowsAsync<ZvarException>(async () => await source.AskAsync(psids));

    internal static async Task<List<ZvarObject>> AskAsync(this HttpSource source, params long[] psids)
    {
        CancellationToken stop = TestContext.Current.CancellationToken;
        return await source.GetObjectsAsync(psids.Length == 0 ? [1] : psids, stop).ToListAsync(stop);
    }
}

/// <summary>A clock whose timers are due at once; it remembers for how long they were set.</summary>
internal sealed class HurriedClock : TimeProvider
{
    internal ConcurrentQueue<TimeSpan> Waits { get; } = new();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero)
        {
            Waits.Enqueue(dueTime);
        }

        return base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? TimeSpan.Zero : dueTime, period);
    }
}
