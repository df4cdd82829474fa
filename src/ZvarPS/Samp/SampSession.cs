using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Zvar;
using Zvar.Tables;
using Zvar.Tables.Samp;

namespace ZvarPS;

/// <summary>
/// What a session is at the hub of SAMP: one program, which joins at the first message and leaves with the module, and
/// remembers the last tables it sent, to know the objects again that are selected elsewhere.
/// </summary>
internal sealed class SampSession : IDisposable
{
    /// <summary>How many tables are remembered; their files are there as long.</summary>
    internal const int MostTables = 32;

    internal const string Load = "table.load.votable";
    internal const string Highlight = "table.highlight.row";
    internal const string Select = "table.select.rowList";
    internal const string PointAt = "coord.pointAt.sky";

    private static readonly ConditionalWeakTable<Runspace, SampSession> Sessions = [];

    private readonly List<SentTable> _sent = [];
    private SampClient? _client;
    private DirectoryInfo? _folder;
    private int _count;

    private SampSession() => AppDomain.CurrentDomain.ProcessExit += Leave;

    /// <summary>That of this runspace.</summary>
    internal static SampSession OfRunspace => Sessions.GetValue(Runspace.DefaultRunspace, _ => new SampSession());

    /// <summary>The tables sent, the latest last.</summary>
    internal IReadOnlyList<SentTable> Sent => _sent;

    /// <summary>Leaves the hub, and forgets the tables that this runspace sent.</summary>
    internal static void Forget()
    {
        if (Sessions.TryGetValue(Runspace.DefaultRunspace, out SampSession? session))
        {
            Sessions.Remove(Runspace.DefaultRunspace);
            session.Dispose();
        }
    }

    /// <summary>Us at the hub, which we join anew where it is another one by now.</summary>
    /// <exception cref="SampException">There is no hub.</exception>
    internal async Task<SampClient> JoinAsync(CancellationToken cancellationToken, TimeSpan? patience = null)
    {
        if (_client is not null && await _client.IsRegisteredAsync(cancellationToken).ConfigureAwait(false))
        {
            return _client;
        }

        if (_client is not null)
        {
            await _client.DisposeAsync().ConfigureAwait(false);
            _client = null;
        }

        return _client = await SampClient.JoinAsync([Select, Highlight], cancellationToken, patience)
            .ConfigureAwait(false);
    }

    /// <summary>Writes a table for other programs to load, and remembers it.</summary>
    /// <param name="name">What they call it.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="facts">Where it is from, once it is known whether it is made up.</param>
    /// <param name="onRefused">Told of what is no row of it, and why.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    internal SentTable Write(
        string name,
        IEnumerable<PSObject> rows,
        Func<bool, IReadOnlyList<KeyValuePair<string, string>>> facts,
        Action<PSObject, string> onRefused,
        CancellationToken cancellationToken)
    {
        _folder ??= Directory.CreateTempSubdirectory("ZvarPS-");
        string id = $"zvarps-{Convert.ToHexString(RandomNumberGenerator.GetBytes(4)).ToLowerInvariant()}-{++_count}";
        string path = Path.Combine(_folder.FullName, $"{id}.vot");
        List<PSObject> written = [];
        using (FileStream file = File.Create(path))
        {
            TableWriter? writer = null;
            TableInput? input = null;
            input = new TableInput(nested: false, (header, block) =>
            {
                writer ??= TableFile.Begin(
                    file, TableFormat.VOTable, header with { Name = name, Facts = facts(input!.Synthetic) });
                writer.Write(block);
            });
            foreach (PSObject row in rows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                try
                {
                    input.Add(row);
                    written.Add(row);
                }
                catch (Exception error) when (error is FormatException or TableException)
                {
                    onRefused(row, error.Message);
                }
            }

            input.Finish();
            writer?.Complete();
            writer?.Dispose();
        }

        var table = new SentTable(id, new Uri(path).AbsoluteUri, written);
        _sent.Add(table);
        if (_sent.Count > MostTables)
        {
            File.Delete(new Uri(_sent[0].Url).LocalPath);
            _sent.RemoveAt(0);
        }

        return table;
    }

    /// <summary>The objects that a message of another program speaks of; none where it is of others' tables.</summary>
    internal IEnumerable<PSObject> ObjectsIn(SampMessage message)
    {
        SentTable? table = _sent.FindLast(one => one.Id == message.Text("table-id"))
            ?? _sent.FindLast(one => one.Url == message.Text("url"));
        IEnumerable<string> rows = message.MType == Select
            ? message.Texts("row-list")
            : message.Text("row") is { } row ? [row] : [];
        return table is null
            ? []
            : rows.Select(row => int.TryParse(row, out int index) && index >= 0 && index < table.Rows.Count
                    ? table.Rows[index]
                    : null)
                .OfType<PSObject>();
    }

    /// <summary>Leaves the hub and deletes the tables' files.</summary>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= Leave;
        Leave(this, EventArgs.Empty);
    }

    private void Leave(object? sender, EventArgs end)
    {
        _client?.DisposeAsync().AsTask().Wait();
        _client = null;
        _sent.Clear();
        try
        {
            _folder?.Delete(recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Another program has one open: the system clears its temporary folder.
        }

        _folder = null;
    }
}
