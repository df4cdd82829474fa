using System.Diagnostics;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests;

/// <summary>
/// A process that is killed while it exports a HATS catalogue, at one moment after another, as what it has written
/// shows: readers see what was before, and the same command goes on to the same bytes.
/// </summary>
public sealed class KilledExportTests : IDisposable
{
    private const string Demo = "-Connection (Connect-Zvar -Demo -PassThru)";

    // In bytes, as an export keeps them.
    private const long SomeStars = 500_000;

    // What an export writes one after the other.
    private static readonly string[] Steps =
    [
        ".export/plan", "zvar/dataset", "zvar_10arcs/dataset", "zvar_psid/dataset", "zvar_matches/dataset",
        "zvar_matches/hats.properties", "zvar/dataset/_metadata", "zvar/hats.properties",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;

    // The session has no connection, so that nobody is asked but where it is said.
    private readonly Shell _shell = new(
        """
        $sky = @{ Connection = Connect-Zvar -Demo -PassThru }
        Disconnect-Zvar
        $here = @{ Position = '50 20'; Radius = 100 }
        $psids = @(Find-ZvarCone @here @sky).Psid
        """);

    public KilledExportTests() =>
        _shell.Run("$null = $ExecutionContext.SessionState.Path.SetLocation($folder)", ("folder", _folder)).Succeed();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _shell.Run("Remove-Variable -Name catalog -ErrorAction Ignore");
        _shell.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Killed_at_each_step_it_goes_on_to_the_same_bytes_and_until_then_there_is_no_catalogue()
    {
        long[] psids = [.. _shell.Run("$psids").Succeed().Select(psid => (long)psid.BaseObject)];
        Export("whole/zvar.hats", psids, "@sky");

        await ExportKilledAsync("killed", "zvar", psids, seen: []);

        Assert.Equal(Contents("whole"), Contents("killed"));
        Assert.Equal(psids.Order(), Read("killed/zvar.hats"));
    }

    [Fact]
    public async Task Of_an_addition_that_is_killed_readers_see_nothing_until_it_is_whole()
    {
        long[] psids = [.. _shell.Run("$psids").Succeed().Select(psid => (long)psid.BaseObject)];
        long[] first = psids[..(psids.Length / 3)];
        Export("whole/zvar.hats", first, "@sky");
        Copy("whole", "killed");
        Export("whole/zvar.hats", psids[first.Length..], "@sky");

        await ExportKilledAsync("killed", "zvar_2", psids[first.Length..], seen: first);

        Assert.Equal(Contents("whole"), Contents("killed"));
        Assert.Equal(psids.Order(), Read("killed/zvar.hats"));
    }

    // Kills one process after another as stars come and at each step, and lets the last go on to the end.
    private async Task ExportKilledAsync(string name, string version, long[] psids, long[] seen)
    {
        string path = Path.Combine(_folder, name, "zvar.hats");
        string stars = Path.Combine(path, ".export", "stars");
        string plan = Path.Combine(path, ".export", "plan");
        int kills = 0;
        for (; kills < 3 && !File.Exists(plan); kills++)
        {
            long enough = LengthOf(stars) + SomeStars;
            await KillAsync(path, psids, Demo, () => LengthOf(stars) > enough || File.Exists(plan));
            AssertSees(path, seen);
            if (!File.Exists(plan))
            {
                AssertWhatHadComeIsNotAskedAgain(name, seen);
            }
        }

        foreach (string step in Steps
            .Select(step => Path.Combine(path, step.Replace("zvar", version, StringComparison.Ordinal))))
        {
            if (Path.Exists(step) || IsDone(path, version))
            {
                continue;
            }

            // When there is a plan all stars have come, and nobody is to be asked.
            await KillAsync(path, psids, File.Exists(plan) ? "" : Demo, () => Path.Exists(step));
            AssertSees(path, IsDone(path, version) ? [.. seen, .. psids] : seen);
            kills++;
        }

        Dictionary<string, DateTime> finished = Directory.GetFiles(path, "*.parquet", SearchOption.AllDirectories)
            .ToDictionary(file => file, File.GetLastWriteTimeUtc);
        if (!IsDone(path, version))
        {
            Export(path, psids, "");
        }

        Assert.All(finished, file => Assert.Equal(file.Value, File.GetLastWriteTimeUtc(file.Key)));
        Assert.InRange(kills, 4, 3 + Steps.Length);
    }

    private async Task KillAsync(string path, long[] psids, string connection, Func<bool> isTime)
    {
        using Process process = Host.Start([], ["-Command", Script(path, psids, connection)], _folder);
        while (!isTime())
        {
            Assert.False(
                process.HasExited, process.HasExited ? await process.StandardError.ReadToEndAsync(Token) : "");
            await Task.Delay(1, Token);
        }

        process.Kill();
        await process.WaitForExitAsync(Token);
    }

    // Killed when all was done but to clear up, or a moment too late.
    private bool IsDone(string path, string version)
    {
        string properties = Path.Combine(path, "collection.properties");
        if (!File.Exists(properties)
            || !File.ReadLines(properties).Contains($"hats_primary_table_url={version}", StringComparer.Ordinal))
        {
            return false;
        }

        _shell.Run("@() | Export-ZvarCatalog $path", ("path", path)).Succeed();
        return true;
    }

    private void Export(string path, long[] psids, string connection) =>
        _shell.Run(Script(path, psids, connection)).Succeed();

    // A partition for every few stars, so that there are many.
    private static string Script(string path, long[] psids, string connection) =>
        $"{string.Join(", ", psids)} |"
        + $" Export-ZvarCatalog '{path}' -MaxRows 3 -Include Photometry, gaia {connection}";

    // Of what a killed process had kept a catalogue is made, in a copy; and so it is where each star is asked for.
    private void AssertWhatHadComeIsNotAskedAgain(string name, long[] before)
    {
        Copy(name, "kept");
        Copy(name, "again");
        _shell.Run("@() | Export-ZvarCatalog kept/zvar.hats").Succeed();
        long[] kept = Read("kept/zvar.hats");
        Assert.True(kept.Length > before.Length);
        Export("again/zvar.hats", [.. kept.Except(before)], "");
        Assert.Equal(kept, Read("again/zvar.hats"));
        Directory.Delete(Path.Combine(_folder, "kept"), recursive: true);
        Directory.Delete(Path.Combine(_folder, "again"), recursive: true);
    }

    private void AssertSees(string path, long[] seen)
    {
        if (seen.Length == 0)
        {
            Assert.Equal("TableNotUnderstood", _shell.Run("Connect-Zvar -HatsPath $path", ("path", path)).ErrorId);
            return;
        }

        Assert.Equal(seen.Order(), Read(path));
        Assert.Equal(seen.Length, _shell.Run("Get-ZvarLightCurve $seen @catalog", ("seen", seen)).Succeed().Count);
    }

    private long[] Read(string path) =>
    [
        .. _shell.Run(
            "$catalog = @{ Connection = Connect-Zvar -HatsPath $path -PassThru }; Find-ZvarCone @here @catalog",
            ("path", path)).Values<long>("Psid").Order(),
    ];

    private void Copy(string name, string to)
    {
        foreach (string file in Directory.GetFiles(
            Path.Combine(_folder, name), "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(_folder, to, Path.GetRelativePath(Path.Combine(_folder, name), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static long LengthOf(string file) => File.Exists(file) ? new FileInfo(file).Length : 0;

    private SortedDictionary<string, string> Contents(string name) => CatalogFiles.Read(Path.Combine(_folder, name));
}
