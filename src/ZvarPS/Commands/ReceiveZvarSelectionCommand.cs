using System.Management.Automation;
using System.Threading.Channels;
using Zvar.Tables.Samp;

namespace ZvarPS.Commands;

/// <summary>
/// <para type="synopsis">Gives the stars that are selected in TOPCAT, as they were sent there.</para>
/// </summary>
[Cmdlet(VerbsCommunications.Receive, "ZvarSelection")]
[OutputType(typeof(PSObject))]
public sealed class ReceiveZvarSelectionCommand : ZvarCommand
{
    [Parameter(Position = 0, HelpMessage = "How many selections to wait for; without it all until Ctrl+C.")]
    [ValidateRange(1, int.MaxValue)]
    [WholeNumber, ArgumentCompleter(typeof(WholeNumberAttribute))]
    public int Count { get; set; } = int.MaxValue;

    [Parameter(HelpMessage = "How many seconds to wait in all; without it until Ctrl+C.")]
    [ValidateRange(1, 2_000_000)]
    [WholeNumber, ArgumentCompleter(typeof(WholeNumberAttribute))]
    public int TimeoutSec { get; set; }

    private protected override void End()
    {
        SampSession session = SampSession.OfRunspace;
        if (session.Sent.Count == 0)
        {
            ThrowTerminatingError(ErrorRecords.NotSent(
                "This session has sent no table whose rows could be selected: send one with Send-ZvarTable.",
                target: null));
        }

        try
        {
            SampClient client = Wait(session.JoinAsync(StopToken));
            Receive(session, client);
        }
        catch (SampException failure)
        {
            ThrowTerminatingError(ErrorRecords.Samp(failure, target: null));
        }
    }

    private void Receive(SampSession session, SampClient client)
    {
        var messages = Channel.CreateUnbounded<SampMessage>();
        using IDisposable listening = client.Listen(message => messages.Writer.TryWrite(message));
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(StopToken);
        if (TimeoutSec > 0)
        {
            timer.CancelAfter(TimeSpan.FromSeconds(TimeoutSec));
        }

        WriteVerbose("Waiting for selections.");
        for (int selections = 0; selections < Count;)
        {
            if (Wait(NextAsync(messages.Reader, timer.Token)) is not { } message)
            {
                return;
            }

            PSObject[] selected = [.. session.ObjectsIn(message)];
            if (selected.Length > 0)
            {
                selections++;
                WriteObject(selected, enumerateCollection: true);
            }
        }
    }

    // Null where the time is over, or the hub.
    private async Task<SampMessage?> NextAsync(ChannelReader<SampMessage> messages, CancellationToken cancellationToken)
    {
        try
        {
            SampMessage message = await messages.ReadAsync(cancellationToken).ConfigureAwait(false);
            return message.MType.StartsWith("samp.hub.", StringComparison.Ordinal) ? null : message;
        }
        catch (OperationCanceledException) when (!StopToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
