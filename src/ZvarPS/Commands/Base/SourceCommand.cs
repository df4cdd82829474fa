using System.Management.Automation;
using Zvar;
using Zvar.Http;

namespace ZvarPS.Commands;

/// <summary>A cmdlet that asks a source: the session's connection, or the one it is given.</summary>
public abstract class SourceCommand : ZvarCommand
{
    [Parameter(HelpMessage = "A connection from Connect-Zvar -PassThru; without it the session's.")]
    [Connection, ArgumentCompleter(typeof(ConnectionAttribute))]
    public ZvarConnection? Connection { get; set; }

    /// <summary>Who answers. Resolved when it is first needed: data in the pipeline needs nobody.</summary>
    internal IZvarSource Source => AskedConnection.Source;

    /// <summary>The connection that is asked. Resolved when it is first needed.</summary>
    internal ZvarConnection AskedConnection => Connection ??= ResolveConnection();

    /// <summary>Whether there is anybody to ask.</summary>
    internal bool CanAsk =>
        Connection is not null || SessionConnection.Current is not null || ServiceEnvironment.Credential is not null
        || ServiceEnvironment.Archive is not null;

    private ZvarConnection ResolveConnection()
    {
        if (SessionConnection.Current is { } connection)
        {
            return connection;
        }

        try
        {
            if (ConnectByEnvironment() is { } found)
            {
                return SessionConnection.Current = found;
            }
        }
        catch (Exception error) when (error is FormatException or ArgumentException)
        {
            ThrowTerminatingError(ErrorRecords.InvalidConnection(error, target: null));
        }
        catch (ArchiveException error)
        {
            ThrowTerminatingError(ErrorRecords.Archive(error, ServiceEnvironment.Archive));
        }
        catch (NotSupportedException error)
        {
            ThrowTerminatingError(ErrorRecords.PathNotSupported(error, ServiceEnvironment.Archive!));
        }

        ThrowTerminatingError(ErrorRecords.NotConnected());
        throw new InvalidOperationException();
    }

    // An archive that the environment names stands before the service that it names.
    private ZvarConnection? ConnectByEnvironment()
    {
        string? archive = ServiceEnvironment.Archive is { } path ? FilePath.Resolve(this, path) : null;
        if (ServiceEnvironment.Credential is not { } credential)
        {
            return archive is null ? null : ArchiveConnection.Open(archive);
        }

        Uri address = ServiceEnvironment.Address;
        WriteVerbose($"Connecting to {address} as ZVAR_USERNAME says.");
        var options = new HttpSourceOptions { BaseAddress = address, Credential = () => credential };
        ZvarConnection service = ServiceConnection.Open(options, credential.UserName);
        return archive is null ? service : ArchiveConnection.OpenThrough(archive, service, maximumAge: null);
    }
}
