using Zvar;

namespace ZvarPS;

/// <summary>A connection, made by Connect-Zvar. It never shows a password.</summary>
public sealed class ZvarConnection
{
    private readonly Lazy<IZvarSource> _source;

    internal ZvarConnection(ConnectionKind kind, Uri? uri, string? userName, Func<IZvarSource> open)
    {
        Kind = kind;
        Uri = uri;
        UserName = userName;
        _source = new Lazy<IZvarSource>(open);
    }

    /// <summary>What stands behind it.</summary>
    public ConnectionKind Kind { get; }

    /// <summary>The service's address; null for the demo sky.</summary>
    public Uri? Uri { get; }

    /// <summary>Who asks; null for the demo sky.</summary>
    public string? UserName { get; }

    /// <summary>Whether its stars are made up; of a service this is known once it has answered.</summary>
    public bool Synthetic => Kind == ConnectionKind.Demo || (_source.IsValueCreated && _source.Value.IsSynthetic);

    // Opened at the first question: a client costs time, and many sessions never ask.
    internal IZvarSource Source => _source.Value;

    /// <summary>The connection in a few words.</summary>
    public override string ToString() => Kind == ConnectionKind.Demo ? "demo sky (synthetic)" : $"{UserName} at {Uri}";
}
