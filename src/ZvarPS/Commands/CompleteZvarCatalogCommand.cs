using System.Management.Automation;
using Zvar;
using Zvar.Tables;

namespace ZvarPS.Commands;

/// <summary>
/// <para type="synopsis">Completes a HATS catalogue, when all shares of the work are done.</para>
/// </summary>
[Cmdlet(VerbsLifecycle.Complete, "ZvarCatalog", SupportsShouldProcess = true)]
[OutputType(typeof(CompletedCatalog))]
public sealed class CompleteZvarCatalogCommand : ZvarCommand
{
    [Parameter(
        Mandatory = true,
        Position = 0,
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true,
        HelpMessage = "The folder of the catalogue, as -Destination of the shares named it.")]
    [Alias("FullName", "LiteralPath", "PSPath")]
    [Path, ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    private protected override void Process()
    {
        try
        {
            string path = FilePath.Resolve(this, Path);
            if (ShouldProcess(path, "Write what HATS has of all partitions together"))
            {
                WriteObject(WaitFor(() => HatsCompletion.Complete(path, StopToken)));
            }
        }
        catch (TableException error)
        {
            WriteError(ErrorRecords.Table(error, Path));
        }
        catch (NotSupportedException error)
        {
            WriteError(ErrorRecords.PathNotSupported(error, Path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            WriteError(ErrorRecords.CannotWrite(error, Path));
        }
    }
}
