using Zvar;

namespace ZvarPS;

/// <summary>A connection, made by Connect-Zvar. It never shows a password.</summary>
public sealed class ZvarConnection
{
    internal ZvarConnection(ConnectionKind kind, Uri? uri, string? userName, IZvarSource source)
    {
        Kind = kind;
        Uri = uri;
        UserName = userName;
        Source = source;
    }

    /// <summary>What stands behind it.</summary>
    public ConnectionKind Kind { get; }

    /// <summary>The service's address; null where there is none.</summary>
    public Uri? Uri { get; }

    /// <summary>Who asks; null where nobody need say.</summary>
    public string? UserName { get; }

    /// <summary>The archive's file; null where there is none.</summary>
    public string? Archive { get; init; }

    /// <summary>The folder of the HATS catalogue; null where there is none.</summary>
    public string? HatsPath { get; init; }

    /// <summary>
    /// Whether it is the demo sky, or an archive or a catalogue of it. What a service gives says for itself whether it
    /// is made up.
    /// </summary>
    public bool Synthetic
    {
        get => Kind == ConnectionKind.Demo || field;
        init;
    }

    // Not disposed of when the session connects elsewhere: the connection may live on in a variable. What a source of a
    // service holds, it makes at its first question, and lets go of with the connection.
    internal IZvarSource Source { get; }

    /// <summary>The names of the archive; null where there is none.</summary>
    internal ArchiveNames? Names { get; init; }

    /// <summary>The connection in a few words.</summary>
    public override string ToString() => UserName is null ? Source.Description : $"{UserName} at {Uri}";
}
