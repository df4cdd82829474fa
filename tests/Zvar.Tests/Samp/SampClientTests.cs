using System.Text.Json;
using System.Threading.Channels;
using Zvar.Tables.Samp;

namespace Zvar.Tests.Samp;

[Collection(nameof(SampAlone))]
public sealed class SampClientTests : IDisposable
{
    private const string Table =
        """
        <VOTABLE version="1.3" xmlns="http://www.ivoa.net/xml/VOTable/v1.3"><RESOURCE><TABLE>
        <FIELD name="Psid" datatype="long"/>
        <DATA><TABLEDATA><TR><TD>1</TD></TR><TR><TD>2</TD></TR></TABLEDATA></DATA>
        </TABLE></RESOURCE></VOTABLE>
        """;

    private static readonly string[] Heard = ["table.select.rowList", "table.highlight.row"];
    private static readonly string[] Rows = ["1", "0"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;

    public SampClientTests() => Environment.SetEnvironmentVariable("SAMP_HUB", $"std-lockurl:file://{LockFile}");

    private string LockFile => Path.Combine(_folder, "samp");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("SAMP_HUB", null);
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("astropy")]
    [InlineData("jsamp")]
    public async Task A_table_goes_to_another_program_and_its_selection_comes_back(string kind)
    {
        SampProcess.SkipWithout(kind);
        using SampProcess hub = await SampProcess.StartHubAsync(kind, LockFile);
        using SampProcess peer = await SampProcess.StartPeerAsync(LockFile, "Table Viewer");
        await using SampClient client = await SampClient.JoinAsync(Heard, Stop);
        var messages = Channel.CreateUnbounded<SampMessage>();
        using IDisposable listening = client.Listen(message => messages.Writer.TryWrite(message));
        string path = Path.Combine(_folder, "stars & more.vot");
        await File.WriteAllTextAsync(path, Table, Stop);

        SampPeer viewer = Assert.Single(await client.GetSubscribersAsync("table.load.votable", Stop));
        Assert.Equal("Table Viewer", viewer.Name);
        await client.CallAndWaitAsync(
            viewer,
            new SampMessage("table.load.votable", ("url", $"file://{path}"), ("table-id", "t1"), ("name", "α stars")),
            Patience,
            Stop);

        JsonElement loaded = await peer.ReadAsync("rows");
        Assert.Equal(2, loaded.GetProperty("rows").GetInt32());
        Assert.Equal("? stars", loaded.GetProperty("parameters").GetProperty("name").GetString());

        peer.Send("table.select.rowList", new Dictionary<string, object> { ["table-id"] = "t1", ["row-list"] = Rows });
        SampMessage selected = await messages.Reader.ReadAsync(Stop);
        Assert.Equal("table.select.rowList", selected.MType);
        Assert.Equal("t1", selected.Text("table-id"));
        Assert.Equal(Rows, selected.Texts("row-list"));

        // A call wants a reply, a notification none.
        peer.Send(
            "table.highlight.row", new Dictionary<string, object> { ["table-id"] = "t1", ["row"] = "1" }, call: true);
        Assert.Equal("1", (await messages.Reader.ReadAsync(Stop)).Text("row"));
        JsonElement reply = await peer.ReadAsync("response");
        Assert.Equal("samp.ok", reply.GetProperty("response").GetProperty("samp.status").GetString());
    }

    [Theory]
    [InlineData("astropy")]
    [InlineData("jsamp")]
    public async Task A_notification_reaches_all_who_take_it(string kind)
    {
        SampProcess.SkipWithout(kind);
        using SampProcess hub = await SampProcess.StartHubAsync(kind, LockFile);
        using SampProcess peer = await SampProcess.StartPeerAsync(LockFile, "Sky");
        using SampProcess deaf = await SampProcess.StartPeerAsync(LockFile, "Deaf", "deaf");
        await using SampClient client = await SampClient.JoinAsync(Heard, Stop);

        Assert.Single(await client.NotifyAllAsync(
            new SampMessage("coord.pointAt.sky", ("ra", "0.8365"), ("dec", "30.9372")), Stop));

        JsonElement heard = await peer.ReadAsync("mtype");
        Assert.Equal("30.9372", heard.GetProperty("parameters").GetProperty("dec").GetString());
    }

    [Theory]
    [InlineData("astropy")]
    [InlineData("jsamp")]
    public async Task Who_refuses_says_why(string kind)
    {
        SampProcess.SkipWithout(kind);
        using SampProcess hub = await SampProcess.StartHubAsync(kind, LockFile);
        using SampProcess peer = await SampProcess.StartPeerAsync(LockFile, "Full", "refuse");
        await using SampClient client = await SampClient.JoinAsync(Heard, Stop);
        SampPeer full = Assert.Single(await client.GetSubscribersAsync("table.load.votable", Stop));

        SampException failure = await Assert.ThrowsAsync<SampException>(() => client.CallAndWaitAsync(
            full, new SampMessage("table.load.votable", ("url", "file:///x")), Patience, Stop));

        Assert.Equal(SampError.SampCallFailed, failure.Error);
        Assert.Contains(
            "Full did not do table.load.votable: 'no room for it'", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("astropy")]
    [InlineData("jsamp")]
    public async Task A_hub_that_was_killed_is_none(string kind)
    {
        SampProcess.SkipWithout(kind);
        SampProcess hub = await SampProcess.StartHubAsync(kind, LockFile);
        await using SampClient client = await SampClient.JoinAsync(Heard, Stop);
        Assert.True(await client.IsRegisteredAsync(Stop));
        hub.Dispose();

        Assert.False(await client.IsRegisteredAsync(Stop));
        SampException failure = await Assert.ThrowsAsync<SampException>(() => SampClient.JoinAsync(Heard, Stop));
        Assert.Equal(SampError.NoSampHub, failure.Error);
        Assert.Contains("no hub answers", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("astropy")]
    [InlineData("jsamp")]
    public async Task Who_leaves_is_gone_from_the_hub(string kind)
    {
        SampProcess.SkipWithout(kind);
        using SampProcess hub = await SampProcess.StartHubAsync(kind, LockFile);
        await using SampClient stays = await SampClient.JoinAsync(Heard, Stop);
        SampClient leaves = await SampClient.JoinAsync(Heard, Stop);
        Assert.Equal("ZvarPS", Assert.Single(await stays.GetSubscribersAsync(Heard[0], Stop)).Name);
        await leaves.DisposeAsync();
        Assert.Empty(await stays.GetSubscribersAsync(Heard[0], Stop));
    }
}
