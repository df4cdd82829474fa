using System.Management.Automation;
using System.Net;
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
    internal IZvarSource Source => (Connection ??= ResolveConnection()).Source;

    /// <summary>Whether there is anybody to ask.</summary>
    internal bool CanAsk =>
        Connection is not null || SessionConnection.Current is not null || ServiceEnvironment.Credential is not null;

    private ZvarConnection ResolveConnection()
    {
        if (SessionConnection.Current is { } connection)
        {
            return connection;
        }

        try
        {
            if (ServiceEnvironment.Credential is NetworkCredential credential)
            {
                Uri address = ServiceEnvironment.Address;
                WriteVerbose($"Connecting to {address} as ZVAR_USERNAME says.");
                var options = new HttpSourceOptions { BaseAddress = address, Credential = () => credential };
                return SessionConnection.Current = ServiceConnection.Open(options, credential.UserName);
            }
        }
        catch (Exception error) when (error is FormatException or ArgumentException)
        {
            ThrowTerminatingError(ErrorRecords.InvalidConnection(error, target: null));
        }

        ThrowTerminatingError(ErrorRecords.NotConnected());
        throw new InvalidOperationException();
    }
}
