using System.Management.Automation;
using Zvar;

namespace ZvarPS.Commands;

/// <summary>
/// <para type="synopsis">Lists the files the catalogue's makers have processed.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ZvarProcessingLog")]
[OutputType(typeof(ProcessingLog))]
public sealed class GetZvarProcessingLogCommand : SourceCommand
{
    private protected override void Process()
    {
        foreach (ProcessingLog log in Stream(Source.GetProcessingLogsAsync(StopToken)))
        {
            WriteObject(log.WithColumnsShown());
        }
    }
}
