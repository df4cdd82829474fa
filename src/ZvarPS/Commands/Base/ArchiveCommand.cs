using System.Management.Automation;
using Zvar;
using Zvar.Archive;

namespace ZvarPS.Commands;

/// <summary>A cmdlet that reads an archive's file.</summary>
public abstract class ArchiveCommand : ZvarCommand
{
    [Parameter(
        Mandatory = true,
        Position = 0,
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true,
        HelpMessage = "The archive's file, as Save-ZvarArchive has made it.")]
    [Alias("FullName", "LiteralPath", "PSPath")]
    [Path, ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>Reads the archive.</summary>
    private protected abstract void Read(ZvarArchive archive);

    private protected sealed override void Process()
    {
        try
        {
            using var archive = ZvarArchive.OpenRead(FilePath.Resolve(this, Path));
            Read(archive);
        }
        catch (ArchiveException error)
        {
            WriteError(ErrorRecords.Archive(error, Path));
        }
        catch (NotSupportedException error)
        {
            WriteError(ErrorRecords.PathNotSupported(error, Path));
        }
    }
}
