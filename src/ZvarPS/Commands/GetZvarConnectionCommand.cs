using System.Management.Automation;

namespace ZvarPS.Commands;

/// <summary>
/// <para type="synopsis">Gives the session's connection, if there is one.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ZvarConnection")]
[OutputType(typeof(ZvarConnection))]
public sealed class GetZvarConnectionCommand : ZvarCommand
{
    private protected override void Process()
    {
        if (SessionConnection.Current is { } connection)
        {
            WriteObject(connection);
        }
    }
}
