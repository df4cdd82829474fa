using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests;

/// <summary>Several processes with one archive at a time.</summary>
public sealed class SharedArchiveTests : IDisposable
{
    private const string Save =
        "Connect-Zvar -Demo; foreach ($i in $mine) {"
        + " $null = Save-ZvarArchive shared.zvar -Position \"$i 20\" -Radius 30 -Include Photometry }";

    private const string AskThrough =
        "Connect-Zvar -Archive shared.zvar -Through (Connect-Zvar -Demo -PassThru);"
        + " foreach ($i in $mine) { $null = Find-ZvarCone $i 20 -Radius 30 | Get-ZvarLightCurve }";

    // What is there once stays there, and is sound at all times.
    private const string Watch =
        """
        for ($before = 0; $true; $before = $cones) {
            $isLast = [IO.File]::Exists("$pwd/ended")
            $cones = (Get-ZvarArchive shared.zvar).Cones
            if ($cones -lt $before -or -not (Test-ZvarArchive shared.zvar)) { 'broken' }
            Connect-Zvar -Archive shared.zvar
            if ((Find-ZvarCone 0 20 -Radius 30 | Get-ZvarLightCurve).Count -eq 0) { 'lost' }
            if ($isLast) { "$cones cones"; break }
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;
    private readonly Shell _shell = new("$sky = Connect-Zvar -Demo -PassThru");

    public void Dispose()
    {
        _shell.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(Save, Save)]
    [InlineData(AskThrough, AskThrough)]
    [InlineData(Save, AskThrough)]
    public async Task All_that_two_write_at_a_time_is_there(string one, string other)
    {
        await Task.WhenAll(RunAsync($"$mine = 0..2; {one}"), RunAsync($"$mine = 3..5; {other}"));
        AssertHolds(6);
    }

    [Theory]
    [InlineData(Save)]
    [InlineData(AskThrough)]
    public async Task One_reads_what_another_writes_meanwhile(string write)
    {
        await RunAsync($"$mine = 0; {write}");
        Task<string> watching = RunAsync(Watch);
        try
        {
            await RunAsync($"$mine = 1..5; {write}");
        }
        finally
        {
            await File.WriteAllTextAsync(Path.Combine(_folder, "ended"), "", TestContext.Current.CancellationToken);
        }

        Assert.Equal("6 cones", (await watching).Trim());
        AssertHolds(6);
    }

    private Task<string> RunAsync(string script) => Host.RunAsync([], ["-Command", script], _folder);

    private void AssertHolds(int regions)
    {
        string path = Path.Combine(_folder, "shared.zvar");
        Assert.Equal(true, _shell.Run("Test-ZvarArchive $path", ("path", path)).Single.BaseObject);
        Assert.Equal(Texts("$sky"), Texts("(Connect-Zvar -Archive $path -PassThru)"));

        string[] Texts(string connection) => [.. _shell.Run(
            $"$asked = {connection}; 0..{regions - 1} | ForEach-Object {{"
            + " Find-ZvarCone $_ 20 -Radius 30 -Connection $asked | Get-ZvarLightCurve -Connection $asked } |"
            + " ForEach-Object { \"$($_.Psid) $($_.Time) $($_.Mag)\" }")
            .Succeed().Select(one => (string)one.BaseObject)];
    }
}
