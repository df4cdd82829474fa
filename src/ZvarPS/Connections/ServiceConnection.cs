using Zvar.Http;

namespace ZvarPS;

/// <summary>Makes connections to a service.</summary>
internal static class ServiceConnection
{
    /// <summary>Makes one; nothing is sent before the first question.</summary>
    /// <exception cref="ArgumentException">The user cannot be sent, or an option is out of its range.</exception>
    internal static ZvarConnection Open(HttpSourceOptions options, string userName)
    {
        var source = new HttpSource(options with { Log = SourceLog.Write });
        return new ZvarConnection(ConnectionKind.Service, options.BaseAddress, userName, source);
    }
}
