using System.Management.Automation;
using System.Text.Json;
using Zvar.Tests.Samp;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests;

/// <summary>Tables to other programs and selections back, by a real hub that no program of the user's knows.</summary>
[Collection(nameof(EnvironmentAlone))]
public sealed class SampTests : IDisposable
{
    private const string Stars = "$stars = @(Find-ZvarCone 0.83653 30.93720 -Radius 1arcmin -TargetName 'α'); ";

    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(60);

    private readonly Shell _shell = Shell.OnDemoSky();
    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;
    private readonly List<SampProcess> _processes = [];

    private string LockFile => Path.Combine(_folder, "samp");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _shell.Run("Remove-Module ZvarPS");
        _shell.Dispose();
        _processes.ForEach(process => process.Dispose());
        ServiceVariables.Unset();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("astropy")]
    [InlineData("jsamp")]
    public async Task Stars_go_to_another_program_and_the_very_objects_come_back(string hub)
    {
        await StartHubAsync(hub);
        SampProcess viewer = await StartPeerAsync("Table Viewer");

        Output sent = _shell.Run(Stars + "$stars | Send-ZvarTable 'my stars' -Verbose; $stars.Count");
        JsonElement loaded = await viewer.ReadAsync("rows");
        JsonElement parameters = loaded.GetProperty("parameters");
        Assert.Equal(sent.Single.BaseObject, loaded.GetProperty("rows").GetInt32());
        Assert.Equal("my stars", parameters.GetProperty("name").GetString());
        Assert.Contains("Psid", loaded.GetProperty("columns").EnumerateArray().Select(column => column.GetString()));
        Assert.Contains(sent.Verbose, line => line.StartsWith("Table Viewer has taken ", StringComparison.Ordinal));

        Assert.Equal([true, true, 2], await ReceiveAsync(
            "$got = @(Receive-ZvarSelection -Count 1 -Verbose);"
                + " [object]::ReferenceEquals($got[0], $stars[1]);"
                + " [object]::ReferenceEquals($got[1], $stars[0]); $got.Count",
            () => viewer.Send("table.select.rowList", Selection(parameters, "1", "0", "-1", "99999", "x"))));
    }

    [Fact]
    public async Task The_first_selected_ends_it_and_other_tables_are_nobodys()
    {
        await StartHubAsync("astropy");
        SampProcess viewer = await StartPeerAsync("Viewer");
        _shell.Run(Stars + "$stars | Send-ZvarTable").Succeed();
        JsonElement parameters = (await viewer.ReadAsync("rows")).GetProperty("parameters");

        Assert.Equal([true], await ReceiveAsync(
            "do { Receive-ZvarSelection -Verbose | ForEach-Object { $one = $_; break } } while ($false);"
                + " [object]::ReferenceEquals($one, $stars[1])",
            () =>
            {
                viewer.Send(
                    "table.highlight.row", new Dictionary<string, object> { ["table-id"] = "other", ["row"] = "0" });
                viewer.Send("table.highlight.row", new Dictionary<string, object>
                {
                    ["url"] = parameters.GetProperty("url").GetString()!,
                    ["row"] = "1",
                });
            }));
    }

    [Fact]
    public async Task Positions_are_shown_and_rows_highlighted()
    {
        await StartHubAsync("astropy");
        SampProcess viewer = await StartPeerAsync("Viewer");
        _shell.Run(Stars + "$stars | Send-ZvarTable; $stars[1] | Send-ZvarTable -Highlight").Succeed();
        await viewer.ReadAsync("rows");
        JsonElement highlighted = await viewer.ReadAsync("mtype");
        Assert.Equal("table.highlight.row", highlighted.GetProperty("mtype").GetString());
        Assert.Equal("1", highlighted.GetProperty("parameters").GetProperty("row").GetString());

        _shell.Run("'0.8365 30.9372' | Send-ZvarTable -PointAt -Client viewer").Succeed();
        JsonElement shown = await viewer.ReadAsync("mtype");
        Assert.Equal("coord.pointAt.sky", shown.GetProperty("mtype").GetString());
        Assert.Equal("0.8365", shown.GetProperty("parameters").GetProperty("ra").GetString());

        Assert.Equal("NotSent", _shell.Run("[pscustomobject]@{ x = 1 } | Send-ZvarTable -Highlight").ErrorId);
        Assert.Equal("InputNotUnderstood", _shell.Run("[pscustomobject]@{ x = 1 } | Send-ZvarTable -PointAt").ErrorId);
    }

    [Fact]
    public async Task One_program_is_chosen_by_name_and_Tab_knows_it()
    {
        await StartHubAsync("astropy");
        SampProcess one = await StartPeerAsync("One");
        await StartPeerAsync("Another one", "refuse");
        Assert.Equal(
            ["'Another one'", "One"],
            _shell.Complete("Send-ZvarTable -Client ").Select(offer => offer.CompletionText));
        _shell.Run(Stars + "$stars | Send-ZvarTable -Client one").Succeed();
        await one.ReadAsync("rows");

        Output refused = _shell.Run("$stars | Send-ZvarTable");
        Assert.Equal("SampCallFailed", refused.ErrorId);
        Assert.Equal("Another one", refused.Error.TargetObject);
        Output absent = _shell.Run("$stars | Send-ZvarTable -Client aladin");
        Assert.Equal("NoSampClient", absent.ErrorId);
        Assert.Contains("There are: Another one,One.", absent.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_anybody_who_takes_tables_that_is_an_error()
    {
        await StartHubAsync("astropy");
        await StartPeerAsync("Deaf", "deaf");
        Assert.Equal("NoSampClient", _shell.Run("1 | Send-ZvarTable").ErrorId);
    }

    [Theory]
    [InlineData("1 | Send-ZvarTable")]
    [InlineData("'1 2' | Send-ZvarTable -PointAt")]
    public void Without_a_hub_it_is_said_how_one_comes_about(string script)
    {
        Output output = _shell.Run(script);
        Assert.Equal("NoSampHub", output.ErrorId);
        Assert.Contains("jsamp hub", output.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_that_was_sent_can_be_selected() =>
        Assert.Equal("NotSent", _shell.Run("Receive-ZvarSelection -TimeoutSec 1").ErrorId);

    [Fact]
    public async Task The_wait_for_selections_ends_when_it_is_stopped_and_when_its_time_is_over()
    {
        await StartHubAsync("astropy");
        await StartPeerAsync("Viewer");
        _shell.Run(Stars + "$stars | Send-ZvarTable").Succeed();
        Assert.Empty(_shell.Run("Receive-ZvarSelection -TimeoutSec 1").Succeed());

        using PowerShell pipeline = _shell.Start("Receive-ZvarSelection -Verbose");
        Task waiting = WaitForVerbose(pipeline);
        IAsyncResult running = pipeline.BeginInvoke();
        await waiting.WaitAsync(Generous, Stop);
        await Task.Run(pipeline.Stop, Stop).WaitAsync(Generous, Stop);
        Assert.Throws<PipelineStoppedException>(() => pipeline.EndInvoke(running));
    }

    [Fact]
    public async Task A_new_hub_is_joined_anew()
    {
        SampProcess first = await StartHubAsync("astropy");
        await StartPeerAsync("Viewer");
        _shell.Run("[pscustomobject]@{ x = 1; y = 'a' } | Send-ZvarTable").Succeed();
        first.Dispose();
        _processes.Remove(first);
        File.Delete(LockFile);
        await StartHubAsync("astropy");
        SampProcess viewer = await StartPeerAsync("Viewer");
        _shell.Run("[pscustomobject]@{ x = 1; y = 'a' }, [pscustomobject]@{ x = 2.5 } | Send-ZvarTable").Succeed();
        Assert.Equal(2, (await viewer.ReadAsync("rows")).GetProperty("rows").GetInt32());
    }

    [Fact]
    public async Task The_files_go_with_the_module()
    {
        await StartHubAsync("astropy");
        SampProcess viewer = await StartPeerAsync("Viewer");
        _shell.Run("[pscustomobject]@{ x = 1 } | Send-ZvarTable").Succeed();
        string url = (await viewer.ReadAsync("rows")).GetProperty("parameters").GetProperty("url").GetString()!;
        string path = new Uri(url).LocalPath;
        Assert.True(File.Exists(path));
        _shell.Run("Remove-Module ZvarPS").Succeed();
        Assert.False(Directory.Exists(Path.GetDirectoryName(path)));
    }

    private static Dictionary<string, object> Selection(JsonElement parameters, params string[] rows) => new()
    {
        ["table-id"] = parameters.GetProperty("table-id").GetString()!,
        ["url"] = parameters.GetProperty("url").GetString()!,
        ["row-list"] = rows,
    };

    private static Task WaitForVerbose(PowerShell pipeline)
    {
        var said = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        pipeline.Streams.Verbose.DataAdded += (_, added) =>
        {
            if (pipeline.Streams.Verbose[added.Index].Message == "Waiting for selections.")
            {
                said.TrySetResult();
            }
        };
        return said.Task;
    }

    // Runs a script, and does something when it waits.
    private async Task<object[]> ReceiveAsync(string script, Action whenWaiting)
    {
        using PowerShell pipeline = _shell.Start(script);
        Task waiting = WaitForVerbose(pipeline);
        IAsyncResult running = pipeline.BeginInvoke();
        await waiting.WaitAsync(Generous, Stop);
        whenWaiting();
        return await Task.Run(() => pipeline.EndInvoke(running).Select(one => one.BaseObject).ToArray(), Stop)
            .WaitAsync(Generous, Stop);
    }

    private async Task<SampProcess> StartHubAsync(string hub)
    {
        SampProcess.SkipWithout(hub);
        Environment.SetEnvironmentVariable(ServiceVariables.Hub, $"std-lockurl:file://{LockFile}");
        SampProcess process = await SampProcess.StartHubAsync(hub, LockFile);
        _processes.Add(process);
        return process;
    }

    private async Task<SampProcess> StartPeerAsync(string name, params string[] options)
    {
        SampProcess process = await SampProcess.StartPeerAsync(LockFile, name, options);
        _processes.Insert(0, process);
        return process;
    }
}
