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
