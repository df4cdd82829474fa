using System.Collections;
using Zvar.Tables.Samp;

namespace ZvarPS;

/// <summary>Reads the name of a program at the hub of SAMP, and offers those that are there.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SampClientAttribute : ReadingAttribute
{
    // Who pressed Tab waits for it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private protected override object Read(object? argument) =>
        Argument.Text(argument, "the name of a program at the hub, such as topcat").Trim();

    private protected override IEnumerable<(string Text, string Tooltip)> Offer(IDictionary bound)
    {
        using var stop = new CancellationTokenSource(Patience);
        SampSession session = SampSession.OfRunspace;
        try
        {
            return Task.Run(async () =>
            {
                SampClient client = await session.JoinAsync(stop.Token, Patience).ConfigureAwait(false);
                IReadOnlyList<SampPeer> peers = await client.GetSubscribersAsync(SampSession.Load, stop.Token)
                    .ConfigureAwait(false);
                return peers.Select(peer => (Quote(peer.Name), $"Takes tables ({peer.Id})")).ToArray();
            }).GetAwaiter().GetResult();
        }
        catch (Exception error) when (error is SampException or OperationCanceledException)
        {
            return [];
        }
    }

    // What somebody's program calls itself goes into the command line, and is quoted where it is more than a word.
    private static string Quote(string name) => name.All(char.IsLetterOrDigit)
        ? name
        : $"'{System.Management.Automation.Language.CodeGeneration.EscapeSingleQuotedStringContent(name)}'";
}
