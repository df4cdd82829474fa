using System.Diagnostics;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests.Cluster;

/// <summary>
/// Stars as a HATS catalogue, and the catalogue of their periods that one process makes, for the tests of clusters.
/// These run one after another: each takes all processors.
/// </summary>
[CollectionDefinition(nameof(SearchedCatalog))]
public sealed class SearchedCatalog : ICollectionFixture<SearchedCatalog>, IDisposable
{
    /// <summary>As many partitions as stars, so that a share can be interrupted between any two of them.</summary>
    internal const int Partitions = 20;

    private const string MakeStars =
        """
        $sky = Connect-Zvar -Demo -PassThru
        Find-ZvarCone 0.8365 30.9372 -Radius 1arcmin -Connection $sky |
            Get-ZvarPhotometry -Connection $sky | Where-Object Time -lt 2458600 |
            Export-ZvarCatalog $path -MaxRows 1
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;
    private readonly Lazy<Task<SortedDictionary<string, string>>> _alone;

    public SearchedCatalog()
    {
        Stars = At("zvar.hats");
        _alone = new(SearchAloneAsync);
    }

    /// <summary>What a test of a cluster waits for at the most; only a failing one does.</summary>
    internal static TimeSpan Patience { get; } = TimeSpan.FromMinutes(4);

    /// <summary>The folder of the stars.</summary>
    internal string Stars { get; }

    /// <summary>An example's script.</summary>
    internal static string Example(string name) => Path.Combine(Built.ModuleFolder, "examples", "cluster", name);

    /// <summary>A path that is gone with the catalogue.</summary>
    internal string At(string name) => Path.Combine(_folder, name);

    /// <summary>
    /// A process that does a share now, when some of the partitions are there; that one works on the rest.
    /// </summary>
    internal static async Task<int> FindShareAsync(string destination)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            int written = CountPartitions(destination);
            Assert.NotEqual(Partitions, written);
            if (written > 0 && ProcessesOf(destination) is [var first, ..])
            {
                return first;
            }

            await Task.Delay(10, patience.Token);
        }
    }

    /// <summary>Holds a completed catalogue to that of a single process, file by file and byte by byte.</summary>
    internal async Task AssertIsAsOfOneProcessAsync(string destination) =>
        Assert.Equal(await _alone.Value, CatalogFiles.Read(destination));

    /// <summary>Makes the catalogue of stars, and searches it in one process.</summary>
    internal Task PrepareAsync() => _alone.Value;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<SortedDictionary<string, string>> SearchAloneAsync()
    {
        using (var shell = new Shell())
        {
            shell.Run(MakeStars, ("path", Stars)).Succeed();
        }

        string destination = At("alone.hats");
        await Host.RunAsync([], ["-File", Example("share.ps1"), Stars, destination], _folder);
        Assert.Equal(Partitions, CountPartitions(destination));
        await Host.RunAsync([], ["-File", Example("complete.ps1"), destination], _folder);
        return CatalogFiles.Read(destination);
    }

    private static int CountPartitions(string destination) => Directory.Exists(destination)
        ? Directory.EnumerateFiles(destination, "Npix=*.parquet", SearchOption.AllDirectories).Count()
        : 0;

    private static int[] ProcessesOf(string destination) =>
    [
        .. Process.GetProcessesByName("dotnet").Select(process => process.Id).Where(id =>
        {
            try
            {
                string[] arguments = File.ReadAllText($"/proc/{id}/cmdline").Split('\0');
                return arguments.Contains(Example("share.ps1")) && arguments.Contains(destination);
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        }),
    ];
}
