using System.Management.Automation;
using Zvar;
using Zvar.Archive;

namespace ZvarPS.Commands;

/// <summary>
/// <para type="synopsis">Compares all checksums of an archive, and says what is damaged.</para>
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "ZvarArchive")]
[OutputType(typeof(bool), typeof(ArchiveDamage))]
public sealed class TestZvarArchiveCommand : ArchiveCommand
{
    [Parameter(HelpMessage = "Give what is damaged, a row each, instead of $true or $false.")]
    public SwitchParameter Detailed { get; set; }

    private protected override void Read(ZvarArchive archive)
    {
        IReadOnlyList<ArchiveDamage> damage = WaitFor(() => archive.FindDamage(StopToken));
        if (Detailed)
        {
            WriteObject(damage, enumerateCollection: true);
        }
        else
        {
            WriteObject(damage.Count == 0);
        }
    }
}
