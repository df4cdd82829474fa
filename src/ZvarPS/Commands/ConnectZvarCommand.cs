using System.Management.Automation;
using System.Management.Automation.Host;
using System.Net;
using Zvar;
using Zvar.Demo;
using Zvar.Http;

namespace ZvarPS.Commands;

/// <summary>
/// <para type="synopsis">Connects the session to a ZVAR service, an archive, a HATS catalogue or the demo sky.</para>
/// </summary>
[Cmdlet(VerbsCommunications.Connect, "Zvar", DefaultParameterSetName = ServiceSet)]
[OutputType(typeof(ZvarConnection))]
public sealed class ConnectZvarCommand : ZvarCommand
{
    private const string ServiceSet = "Service";
    private const string DemoSet = "Demo";
    private const string ConnectionSet = "Connection";
    private const string ArchiveSet = "Archive";
    private const string HatsSet = "HatsPath";

    // A century, in days: before it nobody asked.
    private const double LongestAge = 36_525;

    [Parameter(
        ParameterSetName = ServiceSet,
        Position = 0,
        HelpMessage = "User and password, as from Get-Credential or Get-Secret; else ZVAR_USERNAME and ZVAR_PASSWORD.")]
    [Credential]
    public PSCredential? Credential { get; set; }

    [Parameter(
        ParameterSetName = ServiceSet,
        Position = 1,
        HelpMessage = "The address of the service; else ZVAR_URI, else https://hypernova.caltech.edu/api.")]
    [Uri, ArgumentCompleter(typeof(UriAttribute))]
    public string? Uri { get; set; }

    [Parameter(
        ParameterSetName = ServiceSet,
        HelpMessage = "Send user and password unencrypted, over plain http to another machine.")]
    public SwitchParameter AllowUnencryptedAuthentication { get; set; }

    [Parameter(
        ParameterSetName = ServiceSet,
        HelpMessage = "How often a failed request is tried again. Default: 3.")]
    [WholeNumber, ArgumentCompleter(typeof(WholeNumberAttribute))]
    [ValidateRange(0, 20)]
    public int? MaximumRetryCount { get; set; }

    [Parameter(
        ParameterSetName = ServiceSet,
        HelpMessage = "Seconds before the first retry, each further one waits twice as long. Default: 1.")]
    [Number, ArgumentCompleter(typeof(NumberAttribute))]
    [ValidateRange(0.0, 600.0)]
    public double? RetryIntervalSec { get; set; }

    [Parameter(ParameterSetName = ServiceSet, HelpMessage = "Seconds a connection may take. Default: 15.")]
    [Alias("TimeoutSec")]
    [Number, ArgumentCompleter(typeof(NumberAttribute))]
    [ValidateRange(0.001, 86400.0)]
    public double? ConnectionTimeoutSeconds { get; set; }

    [Parameter(
        ParameterSetName = ServiceSet,
        HelpMessage = "Seconds the service may be silent, before its answer and within it. Default: 120.")]
    [Number, ArgumentCompleter(typeof(NumberAttribute))]
    [ValidateRange(0.001, 86400.0)]
    public double? OperationTimeoutSeconds { get; set; }

    [Parameter(
        ParameterSetName = ServiceSet,
        HelpMessage = "Seconds a request may take in all, with its retries. Default: 3600.")]
    [Number, ArgumentCompleter(typeof(NumberAttribute))]
    [ValidateRange(0.001, 86400.0)]
    public double? TotalTimeoutSeconds { get; set; }

    [Parameter(
        ParameterSetName = ServiceSet,
        HelpMessage = "Bytes an answer of the service may have, as in 512MB. Default: 256MB.")]
    [ByteSize, ArgumentCompleter(typeof(ByteSizeAttribute))]
    [ValidateRange(1L, long.MaxValue)]
    public long? MaximumResponseSize { get; set; }

    [Parameter(ParameterSetName = DemoSet, Mandatory = true, HelpMessage = "A synthetic sky: no network, no account.")]
    public SwitchParameter Demo { get; set; }

    [Parameter(
        ParameterSetName = ArchiveSet,
        Mandatory = true,
        HelpMessage = "A file that Save-ZvarArchive has made: it answers without a network. With -Through it may be new.")]
    [Path, ValidateNotNullOrEmpty]
    public string Archive { get; set; } = "";

    [Parameter(
        ParameterSetName = ArchiveSet,
        HelpMessage = "A connection to ask for what the archive does not hold; what it answers is kept.")]
    [Connection, ArgumentCompleter(typeof(ConnectionAttribute))]
    public ZvarConnection? Through { get; set; }

    [Parameter(
        ParameterSetName = ArchiveSet,
        HelpMessage = "With -Through, ask again for what was asked longer ago: " + Duration.Forms + ". Default: never.")]
    [Duration, ArgumentCompleter(typeof(DurationAttribute))]
    public double? MaximumAge { get; set; }

    [Parameter(
        ParameterSetName = ArchiveSet,
        HelpMessage = "Answer also where the archive may not hold all there is, with a warning.")]
    public SwitchParameter Partial { get; set; }

    [Parameter(
        ParameterSetName = HatsSet,
        Mandatory = true,
        HelpMessage = "The folder of a HATS catalogue that Export-ZvarCatalog has made.")]
    [Path, ValidateNotNullOrEmpty]
    public string HatsPath { get; set; } = "";

    [Parameter(
        ParameterSetName = ConnectionSet,
        Mandatory = true,
        ValueFromPipeline = true,
        HelpMessage = "A connection kept from -PassThru or Get-ZvarConnection: the session asks it again.")]
    [Connection, ArgumentCompleter(typeof(ConnectionAttribute))]
    public ZvarConnection? Connection { get; set; }

    [Parameter(HelpMessage = "Give the connection, for the -Connection of other cmdlets.")]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        ZvarConnection connection = ParameterSetName switch
        {
            ConnectionSet => Connection!,
            ArchiveSet => ConnectToArchive(),
            HatsSet => ConnectToCatalog(),
            DemoSet => new ZvarConnection(ConnectionKind.Demo, uri: null, userName: null, new DemoSky()),
            _ => ConnectToService(),
        };
        SessionConnection.Current = connection;
        if (connection.Synthetic)
        {
            WriteVerbose($"Connected to {connection.Source.Description}. Its stars are synthetic.");
        }

        if (PassThru)
        {
            WriteObject(connection);
        }
    }

    private ZvarConnection ConnectToArchive()
    {
        if (MaximumAge is not null && Through is null)
        {
            ThrowTerminatingError(ErrorRecords.ParametersExcludeEachOther(
                "-MaximumAge says when to ask again, and an archive alone asks nobody: give -Through too."));
        }

        if (Partial && Through is not null)
        {
            ThrowTerminatingError(ErrorRecords.ParametersExcludeEachOther(
                "-Partial takes what an archive happens to hold, and -Through asks for the rest: give one of them."));
        }

        try
        {
            string path = FilePath.Resolve(this, Archive);
            if (Through is null)
            {
                return ArchiveConnection.Open(path, Partial);
            }

            TimeSpan? age = MaximumAge is { } days ? TimeSpan.FromDays(Math.Min(days, LongestAge)) : null;
            ZvarConnection connection = ArchiveConnection.OpenThrough(path, Through, age);
            WarnIfOnNetwork(path);
            return connection;
        }
        catch (ArchiveException error)
        {
            ThrowTerminatingError(ErrorRecords.Archive(error, Archive));
            throw;
        }
        catch (NotSupportedException error)
        {
            ThrowTerminatingError(ErrorRecords.PathNotSupported(error, Archive));
            throw;
        }
    }

    private ZvarConnection ConnectToCatalog()
    {
        try
        {
            return HatsConnection.Open(FilePath.Resolve(this, HatsPath));
        }
        catch (TableException error)
        {
            ThrowTerminatingError(ErrorRecords.Table(error, HatsPath));
            throw;
        }
        catch (NotSupportedException error)
        {
            ThrowTerminatingError(ErrorRecords.PathNotSupported(error, HatsPath));
            throw;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(ErrorRecords.CannotRead(error, HatsPath));
            throw;
        }
    }

    private ZvarConnection ConnectToService()
    {
        try
        {
            Uri environmentAddress = ServiceEnvironment.Address;
            Uri address = Uri is null ? environmentAddress : ServiceEnvironment.ReadUri(Uri, "-Uri");
            (Func<NetworkCredential> credential, string userName) = FindCredential(address, environmentAddress);
            var options = new HttpSourceOptions
            {
                BaseAddress = address,
                Credential = credential,
                AllowUnencryptedAuthentication = AllowUnencryptedAuthentication,
            };
            return ServiceConnection.Open(
                options with
                {
                    MaximumRetryCount = MaximumRetryCount ?? options.MaximumRetryCount,
                    RetryInterval = Seconds(RetryIntervalSec) ?? options.RetryInterval,
                    ConnectionTimeout = Seconds(ConnectionTimeoutSeconds) ?? options.ConnectionTimeout,
                    OperationTimeout = Seconds(OperationTimeoutSeconds) ?? options.OperationTimeout,
                    TotalTimeout = Seconds(TotalTimeoutSeconds) ?? options.TotalTimeout,
                    MaximumResponseSize = MaximumResponseSize ?? options.MaximumResponseSize,
                },
                userName);
        }
        catch (Exception error) when (error is FormatException or ArgumentException)
        {
            ThrowTerminatingError(ErrorRecords.InvalidConnection(error, Uri));
            throw;
        }
    }

    private static TimeSpan? Seconds(double? seconds) => seconds is { } given ? TimeSpan.FromSeconds(given) : null;

    // The password stays in the PSCredential: whoever sends a request takes it out for that request.
    private (Func<NetworkCredential> Credential, string UserName) FindCredential(Uri address, Uri environmentAddress)
    {
        if (Credential is null && address == environmentAddress && ServiceEnvironment.Credential is { } fromEnvironment)
        {
            return (() => fromEnvironment, fromEnvironment.UserName);
        }

        PSCredential credential = Credential ?? Prompt(address);
        if (credential == PSCredential.Empty)
        {
            ThrowTerminatingError(ErrorRecords.CredentialRequired(address));
        }

        return (credential.GetNetworkCredential, credential.UserName);
    }

    private PSCredential Prompt(Uri address)
    {
        try
        {
            if (Host.UI.PromptForCredential("ZVAR", $"User and password for {address}", "", address.Host) is { } given)
            {
                return given;
            }
        }
        catch (Exception error) when (error is HostException or NotImplementedException or PSInvalidOperationException)
        {
            WriteVerbose($"This host cannot ask for a credential: {error.Message}");
        }

        ThrowTerminatingError(ErrorRecords.CredentialRequired(address));
        throw new InvalidOperationException();
    }
}
