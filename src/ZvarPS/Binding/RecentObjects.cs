using System.Collections;
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

    /// <summary>The fields the survey has, as far as this runspace was told.</summary>
    internal IReadOnlyList<int> Fields { get; set; } = [];

    /// <summary>
    /// The stars that a command line is about: those it gives already, as far as they were seen; where it gives none,
    /// the one that was seen last.
    /// </summary>
    /// <param name="bound">What is given at its parameters.</param>
    internal IEnumerable<ZvarObject> InQuestion(IDictionary bound)
    {
        if ((bound["Psid"] ?? bound["InputObject"]) is not { } given)
        {
            return Latest.Take(1);
        }

        ILookup<long, ZvarObject> seen = Latest.ToLookup(star => star.Psid);
        return Argument.Elements(given).SelectMany(one => Argument.Unwrap(one) is ZvarObject star
            ? [star]
            : TryReadPsid(one) is { } psid ? seen[psid] : []);
    }

    internal void Add(ZvarObject star) => _stars[_seen++ % Capacity] = star;

    private static long? TryReadPsid(object? given)
    {
        try
        {
            return PsidAttribute.ReadOne(given);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private IEnumerable<ZvarObject> LatestFirst()
    {
        for (long i = _seen - 1; i >= Math.Max(0, _seen - Capacity); i--)
        {
            yield return _stars[i % Capacity];
        }
    }
}
