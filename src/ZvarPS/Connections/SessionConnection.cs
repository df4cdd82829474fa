using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace ZvarPS;

/// <summary>The connection of each runspace: what one session connects to is no business of another.</summary>
internal static class SessionConnection
{
    private static readonly ConditionalWeakTable<Runspace, ZvarConnection> Connections = [];

    internal static ZvarConnection? Current
    {
        get => Connections.TryGetValue(Runspace.DefaultRunspace, out ZvarConnection? connection) ? connection : null;
        set
        {
            Connections.Remove(Runspace.DefaultRunspace);
            if (value is not null)
            {
                Connections.Add(Runspace.DefaultRunspace, value);
            }
        }
    }
}
