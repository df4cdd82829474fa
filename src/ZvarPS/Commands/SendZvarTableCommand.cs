using System.Globalization;
using System.Management.Automation;
using Zvar;
using Zvar.Tables.Samp;

namespace ZvarPS.Commands;

/// <summary>
/// <para type="synopsis">Hands stars to TOPCAT, Aladin or DS9 as a table, or shows them there.</para>
/// </summary>
[Cmdlet(VerbsCommunications.Send, "ZvarTable", DefaultParameterSetName = TableSet)]
public sealed class SendZvarTableCommand : ZvarCommand
{
    private const string TableSet = "Table";
    private const string PointAtSet = "PointAt";
    private const string HighlightSet = "Highlight";

    // TOPCAT reads a million rows in some seconds; who asks a question first waits for its answer.
    private static readonly TimeSpan LoadTime = TimeSpan.FromMinutes(2);

    private readonly List<PSObject> _rows = [];

    [Parameter(
        Mandatory = true,
        ValueFromPipeline = true,
        HelpMessage = "The objects: a row each. Stars, matches, points, rows of any table.")]
    public PSObject? InputObject { get; set; }

    [Parameter(
        ParameterSetName = TableSet,
        Position = 0,
        HelpMessage = "What the other programs call the table. Default: ZvarPS.")]
    [Alias("Name")]
    [Name, ArgumentCompleter(typeof(NameAttribute))]
    public string TableName { get; set; } = "ZvarPS";

    [Parameter(HelpMessage = "One program, by its name; without it all that take such messages.")]
    [SampClient, ArgumentCompleter(typeof(SampClientAttribute))]
    public string? Client { get; set; }

    [Parameter(
        ParameterSetName = PointAtSet,
        Mandatory = true,
        HelpMessage = "Send no table, but show the position of each object, in Aladin or DS9.")]
    public SwitchParameter PointAt { get; set; }

    [Parameter(
        ParameterSetName = HighlightSet,
        Mandatory = true,
        HelpMessage = "Send no table, but highlight the row of each object in the table that was sent before.")]
    public SwitchParameter Highlight { get; set; }

    private protected override void Process()
    {
        foreach (PSObject input in OneByOne(InputObject!))
        {
            switch (ParameterSetName)
            {
                case PointAtSet:
                    ShowPosition(input);
                    break;
                case HighlightSet:
                    ShowRow(input);
                    break;
                default:
                    _rows.AddRange(input.BaseObject is LightCurve curve
                        ? curve.EnumeratePoints().Select(point => PSObject.AsPSObject(point))
                        : [input]);
                    break;
            }
        }
    }

    private protected override void End()
    {
        if (_rows.Count == 0)
        {
            return;
        }

        try
        {
            SampClient client = Wait(SampSession.OfRunspace.JoinAsync(StopToken));
            SendTable(client, TakersOf(client, SampSession.Load));
        }
        catch (SampException failure)
        {
            ThrowTerminatingError(ErrorRecords.Samp(failure, Client));
        }
    }

    private void SendTable(SampClient client, IReadOnlyList<SampPeer> takers)
    {
        SentTable table;
        try
        {
            table = SampSession.OfRunspace.Write(
                TableName,
                _rows,
                synthetic => Provenance.Of(MyInvocation, synthetic),
                WriteNotUnderstood,
                StopToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(ErrorRecords.CannotWrite(error, System.IO.Path.GetTempPath()));
            return;
        }

        if (table.Rows.Count == 0)
        {
            return;
        }

        var message = new SampMessage(
            SampSession.Load, ("url", table.Url), ("table-id", table.Id), ("name", TableName));
        foreach (SampPeer taker in takers)
        {
            try
            {
                Wait(client.CallAndWaitAsync(taker, message, LoadTime, StopToken));
                WriteVerbose(FormattableString.Invariant(
                    $"{Excerpt.Of(taker.Name)} has taken {table.Rows.Count:N0} rows as '{Excerpt.Of(TableName)}'."));
            }
            catch (SampException failure)
            {
                WriteError(ErrorRecords.Samp(failure, taker.Name));
            }
        }
    }

    private void ShowPosition(PSObject input)
    {
        SkyPosition position;
        try
        {
            position = PositionReader.Read(input);
        }
        catch (FormatException error)
        {
            WriteNotUnderstood(input, error.Message);
            return;
        }

        Notify(new SampMessage(
            SampSession.PointAt,
            ("ra", position.Ra.ToString("R", CultureInfo.InvariantCulture)),
            ("dec", position.Dec.ToString("R", CultureInfo.InvariantCulture))));
    }

    private void ShowRow(PSObject input)
    {
        foreach (SentTable table in SampSession.OfRunspace.Sent.Reverse())
        {
            for (int row = 0; row < table.Rows.Count; row++)
            {
                if (ReferenceEquals(table.Rows[row].BaseObject, input.BaseObject))
                {
                    Notify(new SampMessage(
                        SampSession.Highlight,
                        ("url", table.Url),
                        ("table-id", table.Id),
                        ("row", row.ToString(CultureInfo.InvariantCulture))));
                    return;
                }
            }
        }

        WriteError(ErrorRecords.NotSent("This object is in none of the tables that this session sent last.", input));
    }

    private void Notify(SampMessage message)
    {
        try
        {
            SampClient client = Wait(SampSession.OfRunspace.JoinAsync(StopToken));
            foreach (SampPeer taker in TakersOf(client, message.MType))
            {
                Wait(Told(client.NotifyAsync(taker, message, StopToken)));
                WriteVerbose($"{Excerpt.Of(taker.Name)} was told {message.MType}.");
            }
        }
        catch (SampException failure)
        {
            ThrowTerminatingError(ErrorRecords.Samp(failure, Client));
        }
    }

    private static async Task<bool> Told(Task telling)
    {
        await telling.ConfigureAwait(false);
        return true;
    }

    private SampPeer[] TakersOf(SampClient client, string mtype)
    {
        IReadOnlyList<SampPeer> all = Wait(client.GetSubscribersAsync(mtype, StopToken));
        SampPeer[] takers = [.. all.Where(peer => Client is null || peer.IsCalled(Client))];
        return takers.Length > 0
            ? takers
            : throw new SampException(
                SampError.NoSampClient,
                Client is null
                    ? $"No program at the hub takes {mtype}. Start one that does, TOPCAT or Aladin say."
                    : $"No program of the name '{Excerpt.Of(Client)}' takes {mtype}. "
                        + (all.Count > 0
                            ? $"There are: {Excerpt.Of(all.Select(peer => peer.Name))}."
                            : "There is none of any name that does."));
    }
}
