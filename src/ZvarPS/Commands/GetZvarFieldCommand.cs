using System.Management.Automation;
using Zvar;

namespace ZvarPS.Commands;

/// <summary>
/// <para type="synopsis">Lists the survey's fields that have been processed, and how much of each.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ZvarField")]
[OutputType(typeof(ZvarField))]
public sealed class GetZvarFieldCommand : SourceCommand
{
    private protected override void Process()
    {
        ZvarField[] fields = [.. ZvarField.Count(Stream(Source.GetProcessingLogsAsync(StopToken)))];
        RecentObjects.OfSession.Fields = [.. fields.Select(one => one.Field)];
        WriteObject(fields, enumerateCollection: true);
    }
}
