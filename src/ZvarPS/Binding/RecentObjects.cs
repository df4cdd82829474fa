using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using Zvar;

namespace ZvarPS;

/// <summary>
/// The stars a session was shown last, for Tab to offer again. A cone may have thousands: keeping one costs a write to
/// an array, and what is said of it is put into words when somebody presses Tab.
/// </summary>
internal sealed class RecentObjects
{
    private const int Capacity = 1000;

    private static readonly ConditionalWeakTable<Runspace, RecentObjects> Sessions = [];

    private readonly ZvarObject[] _stars = new ZvarObject[Capacity];
    private long _seen;

    /// <summary>Those of this runspace.</summary>
    internal static RecentObjects OfSession => Sessions.GetValue(Runspace.DefaultRunspace, _ => new RecentObjects());

    /// <summary>Each star once, as it was last seen, the latest first.</summary>
    internal IEnumerable<ZvarObject> Latest => LatestFirst().DistinctBy(star => star.Psid);

    /// <summary>Forgets the stars of this runspace.</summary>
    internal static void Forget() => Sessions.Remove(Runspace.DefaultRunspace);

    internal void Add(ZvarObject star) => _stars[_seen++ % Capacity] = star;

    private IEnumerable<ZvarObject> LatestFirst()
    {
        for (long i = _seen - 1; i >= Math.Max(0, _seen - Capacity); i--)
        {
            yield return _stars[i % Capacity];
        }
    }
}
