using System.Management.Automation;

namespace ZvarPS.Commands;

/// <summary>
/// <para type="synopsis">Ends the session's connection.</para>
/// </summary>
[Cmdlet(VerbsCommunications.Disconnect, "Zvar")]
public sealed class DisconnectZvarCommand : ZvarCommand
{
    private protected override void Process() => SessionConnection.Current = null;
}
