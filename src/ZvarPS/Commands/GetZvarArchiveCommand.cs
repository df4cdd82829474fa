using System.Management.Automation;
using Zvar;
using Zvar.Archive;

namespace ZvarPS.Commands;

/// <summary>
/// <para type="synopsis">Tells what an archive holds.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ZvarArchive")]
[OutputType(typeof(ArchiveContents))]
public sealed class GetZvarArchiveCommand : ArchiveCommand
{
    private protected override void Read(ZvarArchive archive) => WriteObject(archive.GetContents());
}
