namespace Zvar.Server;

/// <summary>How to serve.</summary>
public sealed class ServerOptions
{
    /// <summary>Where to listen by default: on this machine alone.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5000";

    /// <summary>What a caller has to know.</summary>
    public required Credentials Credentials { get; init; }

    /// <summary>Where to listen, plain http; port 0 takes a free one.</summary>
    public IReadOnlyList<string> Urls { get; init; } = [DefaultUrl];
}
