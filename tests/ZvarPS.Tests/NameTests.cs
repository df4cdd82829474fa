using System.Management.Automation;
using Zvar.Tests.Http;
using Zvar.Tests.Names;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests;

/// <summary>Names of stars in place of positions, looked up at a resolver on loopback.</summary>
[Collection(nameof(EnvironmentAlone))]
public sealed class NameTests : IAsyncDisposable
{
    private const string AtNotebookStar =
        """
        # x
        #=Sc=Simbad (CDS, via client/server):    1     4ms
        %J 0.836528 +30.937197 = 00:03:20.77 +30:56:13.9
        %I.0 V* EM  Cyg
        #====Done====
        """;

    private readonly Shell _shell = Shell.OnDemoSky();
    private readonly List<LoopbackServer> _servers = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;

    public static TheoryData<string> Cmdlets =>
    [
        "Find-ZvarCone -Position 'EM Cyg' -Radius 2arcsec",
        "'EM Cyg' | Find-ZvarCone -Radius 2arcsec",
        "Save-ZvarArchive $path -Position 'EM Cyg' -Radius 2arcsec -PassThru",
    ];

    public async ValueTask DisposeAsync()
    {
        _shell.Dispose();
        ServiceVariables.Unset();
        foreach (LoopbackServer server in _servers)
        {
            await server.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void A_name_is_looked_up_and_goes_with_the_stars(string script)
    {
        LoopbackServer server = Serve(AtNotebookStar);
        Output output = _shell.Run(script, ("path", Path.Combine(_folder, "named.zvar")));
        PSObject star = Assert.Single(output.Succeed());
        Assert.Equal(145120008365555264, star.Properties["Psid"].Value);
        Assert.Equal("EM Cyg", star.Properties["TargetName"].Value);
        Assert.Equal("GET /api/-oI/A?EM%20Cyg HTTP/1.1", Assert.Single(server.Calls).RequestLine);
        Assert.Contains(
            $"127.0.0.1:{server.Port}, which learns them", Assert.Single(output.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void An_archive_forgets_the_stars_around_a_name()
    {
        Serve(AtNotebookStar);
        string path = Path.Combine(_folder, "forget.zvar");
        _shell.Run("$null = Save-ZvarArchive $path -Position 'EM Cyg' -Radius 2arcsec", ("path", path)).Succeed();
        Assert.Equal(
            0L,
            _shell.Run(
                """
                Remove-ZvarArchiveEntry $path -Position 'em cyg' -Radius 2 -Confirm:$false
                (Get-ZvarArchive $path).Objects
                """).Single.BaseObject);
    }

    // What the archive holds nobody is asked about, not even in another session.
    [Theory]
    [InlineData("Connect-Zvar -Archive $path; Find-ZvarCone -Position 'em cyg' -Radius 2arcsec")]
    [InlineData("Connect-Zvar -Archive $path; 'EM Cyg' | Resolve-ZvarPosition | Find-ZvarCone -Radius 2arcsec")]
    [InlineData("$archive = Connect-Zvar -Archive $path -PassThru; Disconnect-Zvar; Find-ZvarCone -Position 'EM Cyg' -Radius 2arcsec -Connection $archive")]
    [InlineData("Save-ZvarArchive $path -Position 'EM Cyg' -Radius 2arcsec -PassThru -Connection (Connect-Zvar -Demo -PassThru)")]
    public void An_archive_keeps_the_names_that_were_looked_up_for_it(string script)
    {
        Serve(AtNotebookStar);
        string path = Path.Combine(_folder, "names.zvar");
        _shell.Run("$null = Save-ZvarArchive $path -Position 'EM Cyg' -Radius 2arcsec", ("path", path)).Succeed();
        ServiceVariables.Unset();
        Environment.SetEnvironmentVariable("ZVAR_RESOLVER", "none");
        using var other = new Shell();

        Output output = other.Run($"$VerbosePreference = 'Continue'; {script}", ("path", path));

        Assert.Equal(145120008365555264, Assert.Single(output.Succeed()).Properties["Psid"].Value);
        Assert.Empty(output.Warnings);
        Assert.Contains(output.Verbose, line => line.Contains("as the archive holds it", StringComparison.Ordinal));
        Assert.Equal(1L, other.Run("(Get-ZvarArchive $path).Names").Single.BaseObject);
    }

    [Fact]
    public void A_cache_keeps_the_names_too()
    {
        LoopbackServer server = Serve(AtNotebookStar);
        string path = Path.Combine(_folder, "cache.zvar");
        const string Ask =
            """
            Connect-Zvar -Archive $path -Through (Connect-Zvar -Demo -PassThru)
            Find-ZvarCone -Position 'EM Cyg' -Radius 2arcsec
            """;
        Assert.Single(_shell.Run(Ask, ("path", path)).Succeed());
        using var other = new Shell();
        Assert.Single(other.Run(Ask, ("path", path)).Succeed());
        Assert.Single(server.Calls);
    }

    [Fact]
    public void Each_name_is_asked_about_once_a_session_however_it_is_written()
    {
        LoopbackServer server = Serve(AtNotebookStar);
        Output output = _shell.Run(
            "Resolve-ZvarPosition 'EM Cyg', 'em  CYG'; ' Em Cyg ' | Resolve-ZvarPosition -Verbose");
        Assert.Equal(["EM Cyg", "em  CYG", "Em Cyg"], output.Values<string>("Name"));
        Assert.Equal(["V* EM Cyg", "V* EM Cyg", "V* EM Cyg"], output.Values<string>("ResolvedAs"));
        Assert.Equal([0.836528, 0.836528, 0.836528], output.Values<double>("Ra"));
        Assert.Equal(30.937197, output.Values<double>("Dec")[2]);
        Assert.Equal($"Simbad (127.0.0.1:{server.Port})", output.Values<string>("Resolver")[0]);
        Assert.Single(server.Calls);
        Assert.Single(output.Warnings);
    }

    [Fact]
    public void The_verbose_stream_says_what_a_name_was_taken_for()
    {
        Serve(AtNotebookStar);
        Assert.Contains(
            _shell.Run("Resolve-ZvarPosition 'EM Cyg' -Verbose").Verbose,
            line => line.StartsWith("'EM Cyg' is 'V* EM Cyg' at 0.836528 +30.937197", StringComparison.Ordinal));
    }

    [Fact]
    public void Another_session_asks_again()
    {
        LoopbackServer server = Serve(AtNotebookStar);
        using var other = new Shell();
        _shell.Run("Resolve-ZvarPosition M31").Succeed();
        Assert.Single(other.Run("Resolve-ZvarPosition M31").Warnings);
        Assert.Equal(2, server.Calls.Count);
    }

    [Fact]
    public void What_is_not_known_is_told_once_asked_and_the_others_go_on()
    {
        LoopbackServer server = Serve(SesameAnswers.NothingFound, AtNotebookStar);
        Output output = _shell.Run(
            "Find-ZvarCone -Position 'castorx', 'EM Cyg' -Radius 2; Resolve-ZvarPosition CASTORX");
        Assert.Single(output.Results);
        Assert.Equal(2, output.Errors.Count);
        Assert.All(output.Errors, error => Assert.StartsWith(
            "NameNotResolved,", error.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.Equal(["castorx", "CASTORX"], output.Errors.Select(error => error.TargetObject));
        Assert.Equal(2, server.Calls.Count);
    }

    [Theory]
    [InlineData("<html><title>Log in</title></html>", "'Log in'")]
    [InlineData("#=S=Simbad:  1\n%J NaN NaN\n", "no answer of a Sesame")]
    [InlineData("#=S=Simbad:  1\n%J 400 10\n", "no answer of a Sesame")]
    public void What_is_no_answer_is_told_and_asked_again(string answer, string words)
    {
        Serve(answer, AtNotebookStar);
        Output output = _shell.Run("Resolve-ZvarPosition 'EM Cyg'");
        Assert.Equal("ResolverNotReached", output.ErrorId);
        Assert.Contains(words, output.Error.ToString(), StringComparison.Ordinal);
        Assert.Single(_shell.Run("Resolve-ZvarPosition 'EM Cyg'").Succeed());
    }

    [Fact]
    public void An_endless_answer_is_told()
    {
        Serve(new string('#', 3_000_000));
        Assert.Equal("ResolverNotReached", _shell.Run("Resolve-ZvarPosition 'EM Cyg'").ErrorId);
    }

    [Theory]
    [InlineData("none", "nobody is asked")]
    [InlineData("NONE", "nobody is asked")]
    [InlineData("ftp://example.org", "no address of a Sesame")]
    [InlineData("http://example.org/nph-sesame", "no address of a Sesame")]
    [InlineData("https://user:secret@example.org/nph-sesame", "no address of a Sesame")]
    [InlineData("nph-sesame", "no address of a Sesame")]
    public void Where_nobody_can_be_asked_it_is_said_that_it_was_a_name(string resolver, string words)
    {
        Environment.SetEnvironmentVariable(ServiceVariables.Resolver, resolver);
        Output output = _shell.Run("Find-ZvarCone -Position M31 -Radius 5");
        Assert.Equal("ResolverNotReached", output.ErrorId);
        Assert.Equal("M31", output.Error.TargetObject);
        Assert.Contains("'M31' is a name", output.Error.ToString(), StringComparison.Ordinal);
        Assert.Contains(words, output.Error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", output.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_made_of_a_position_asks_nobody()
    {
        LoopbackServer server = Serve(AtNotebookStar);
        Output output = _shell.Run("Find-ZvarCone -Position J000320.77+305613.9 -Radius 2");
        Assert.Equal(145120008365555264, output.Single.Properties["Psid"].Value);
        Assert.Equal("J000320.77+305613.9", output.Single.Properties["TargetName"].Value);
        Output resolved = _shell.Run(
            "'SDSS J000320.77+305613.9', '00:03:20.77 +30:56:13.9' | Resolve-ZvarPosition | Find-ZvarCone -Radius 2");
        Assert.Equal(["SDSS J000320.77+305613.9", "00:03:20.77 +30:56:13.9"], resolved.Values<string>("TargetName"));
        Assert.Empty(server.Calls);
        Assert.Empty(output.Warnings.Concat(resolved.Warnings));
    }

    [Theory]
    [InlineData("Find-ZvarCone -Position '00:03:20.77 +95:56:13.9' -Radius 2")]
    [InlineData("Find-ZvarCone -Position '00h03m20.77s 30d61m' -Radius 2")]
    [InlineData("Find-ZvarCone -Position 'M31, M33' -Radius 2")]
    [InlineData("Find-ZvarCone -Position J250000.0+100000 -Radius 2")]
    [InlineData("Resolve-ZvarPosition '12:00'")]
    [InlineData("Save-ZvarArchive x.zvar -Position 'nan nan' -Radius 2")]
    public void A_mistyped_coordinate_is_told_at_binding_and_to_nobody(string script)
    {
        LoopbackServer server = Serve(AtNotebookStar);
        Assert.Equal("ParameterArgumentTransformationError", _shell.Run(script).ErrorId);
        Assert.Empty(server.Calls);
    }

    [Theory]
    [InlineData("[pscustomobject]@{ Name = 'EM Cyg'; Mag = 12 }")]
    [InlineData("[pscustomobject]@{ Position = 'EM Cyg' }")]
    [InlineData("'12:00'")]
    public void A_row_without_a_position_is_no_name(string input)
    {
        LoopbackServer server = Serve(AtNotebookStar);
        Assert.Equal("InputNotUnderstood", _shell.Run($"{input} | Find-ZvarCone -Radius 2").ErrorId);
        Assert.Empty(server.Calls);
    }

    [Theory]
    [InlineData("Find-ZvarCone -Position ([Zvar.SkyPosition]::new(0.836528, 30.937197)) -Radius 2")]
    [InlineData("Find-ZvarCone -Position 0.836528, 30.937197 -Radius 2")]
    [InlineData("Find-ZvarCone -Position (Find-ZvarCone 0.836528 30.937197 2) -Radius 2")]
    [InlineData("Find-ZvarCone -Position @{ Ra = 0.836528; Dec = 30.937197; Name = 'x' } -Radius 2")]
    public void What_has_a_position_needs_no_name(string script) =>
        Assert.Equal(145120008365555264, _shell.Run(script).Single.Properties["Psid"].Value);

    [Fact]
    public async Task A_look_up_under_way_stops_at_once()
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var hungUp = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Serve(async call =>
        {
            reached.SetResult();
            await call.WaitForHangUpAsync();
            hungUp.SetResult();
        });
        using PowerShell pipeline = _shell.Start("Find-ZvarCone -Position M31 -Radius 2");
        IAsyncResult running = pipeline.BeginInvoke();
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await Task.Run(pipeline.Stop, TestContext.Current.CancellationToken);
        Assert.Throws<PipelineStoppedException>(() => pipeline.EndInvoke(running));
        await hungUp.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    private LoopbackServer Serve(params string[] answers) => Serve(Array.ConvertAll(
        answers, answer => (Func<Call, Task>)(call => call.AnswerAsync(200, answer, type: "text/plain"))));

    private LoopbackServer Serve(params Func<Call, Task>[] answers)
    {
        var server = new LoopbackServer(answers);
        _servers.Add(server);
        Environment.SetEnvironmentVariable(ServiceVariables.Resolver, $"{server.Address}");
        return server;
    }
}
