using System.Diagnostics;
using System.Globalization;
using Zvar.Benchmarks.Measuring;
using Zvar.Tables;

namespace Zvar.Benchmarks;

/// <summary>
/// Stars near sources of other catalogues by the sources' ids: by the index that a HATS catalogue has of them, and
/// without it, when all its matches are read.
/// </summary>
internal static class HatsIdBenchmark
{
    private const int Points = 30;
    private const int Catalogs = 5;
    private const int Questions = 100;

    internal static async Task RunAsync()
    {
        var written = new Table("stars", "matches", "written in", "MB above idle", "goal", "on disk", "index on disk");
        var asked = new Table("stars", "one id, median", "500 ids", "one id without the index");
        foreach (int stars in new[] { 100_000, 1_000_000 })
        {
            string folder = Directory.CreateTempSubdirectory("zvar").FullName;
            try
            {
                string path = Path.Combine(folder, "zvar.hats");
                string[] counts = string.Create(CultureInfo.InvariantCulture, $"{stars} {Points} {Catalogs}").Split();
                Cost cost = await ChildProgram.WorkAsync(new ProcessStartInfo(
                    "dotnet", [typeof(HatsIdBenchmark).Assembly.Location, "--hats", path, .. counts]));
                string index = Path.Combine(path, "zvar_matches");
                written.Add(
                    $"{stars:N0}",
                    $"{(long)stars * Catalogs:N0}",
                    Table.Seconds(cost.Wall),
                    Table.Megabytes(cost.Peak),
                    "≤ 500 MB",
                    SizeOf(path),
                    SizeOf(index));
                var random = new Random(2);
                double one = Measure.Median(await AskAsync(path, random, stars, ids: 1, Questions));
                double many = Measure.Median(await AskAsync(path, random, stars, ids: 500, 1));
                Directory.Delete(index, recursive: true);
                double scanned = Measure.Median(await AskAsync(path, random, stars, ids: 1, 3));
                asked.Add(
                    $"{stars:N0}", Table.Milliseconds(one), Table.Milliseconds(many), Table.Milliseconds(scanned));
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        written.Print();
        Console.WriteLine();
        asked.Print();
    }

    private static async Task<List<double>> AskAsync(string path, Random random, int stars, int ids, int questions)
    {
        await using HatsSource source = HatsSource.Open(path);
        List<double> times = [];
        for (int i = 0; i < questions; i++)
        {
            int catalog = random.Next(Catalogs);
            string[] some =
                [.. Enumerable.Range(0, ids).Select(_ => HatsWork.SourceOf(random.Next(stars), catalog)).Distinct()];
            long start = Stopwatch.GetTimestamp();
            int found = await source.MatchExternalAsync(
                new ExternalMatchRequest(some, $"survey{catalog}", 2), default).CountAsync();
            times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            if (found != some.Length)
            {
                throw new InvalidOperationException($"Of {some.Length} sources {found} were found.");
            }
        }

        return times;
    }

    private static string SizeOf(string path) => Table.Megabytes(
        new DirectoryInfo(path).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length) / 1e6);
}
