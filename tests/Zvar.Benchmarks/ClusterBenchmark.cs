using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using Zvar.Benchmarks.Measuring;
using ZvarPS.Tests.Cluster;

namespace Zvar.Benchmarks;

/// <summary>
/// The periods of a HATS catalogue, found by one process and by shares: as processes, as an array of Slurm and as tasks
/// of Dask. What each adds to one process, and what would be left of it where the shares are as long as a cluster's.
/// </summary>
internal static class ClusterBenchmark
{
    private const int StarsOfShare = 60;
    private const int Rounds = 3;

    /// <summary>Light curves of ZVAR.</summary>
    private const double Survey = 1.5e9;

    // Seconds that docs/cluster.md tells to make a share of.
    private const double LongShare = 600;

    private static readonly int Shares = Environment.ProcessorCount;
    private static readonly int Stars = Shares * StarsOfShare;
    private static readonly int[] Clusters = [100, 1_000, 10_000];

    internal static async Task RunAsync()
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new MissingProgramException("what other processes have used is read from Linux's /proc.");
        }

        string folder = Directory.CreateTempSubdirectory("zvar").FullName;
        try
        {
            await RunAsync(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [SupportedOSPlatform("linux")]
    private static async Task RunAsync(string folder)
    {
        string stars = Path.Combine(folder, "zvar.hats");
        double points = await MakeStarsAsync(stars);
        await using SlurmArray? slurm = SlurmCluster.IsInstalled ? await SlurmArray.StartAsync(folder) : null;
        List<Way> ways =
        [
            new($"one process, {Shares} processors", destination => RunAsync(Alone(stars, destination))),
            new($"{Shares} processes, a share each", destination => RunSharesAsync(stars, destination)),
        ];
        if (slurm is not null)
        {
            ways.Add(new(
                $"Slurm, {Shares} tasks", destination => slurm.SearchAsync(stars, destination, Shares)));
        }
        else
        {
            Console.WriteLine($"Left out: {SlurmCluster.Missing}\n");
        }

        if (Python.Has("distributed"))
        {
            ways.Add(new($"Dask, {Shares} workers", destination => RunAsync(Dask(stars, destination))));
        }
        else
        {
            Console.WriteLine("Left out: Dask (Debian: python3-dask, python3-distributed).\n");
        }

        // Each way does all of the catalogue and then, of the same, what is left: nothing but its start and its end.
        string At(Way way) => Path.Combine(folder, $"{ways.IndexOf(way)}.hats");
        Cost[] costs = await Measure.MediansAsync(
            Rounds,
            [
                .. ways.SelectMany(way => new[] { () => way.SearchAnewAsync(At(way)), () => way.RunAsync(At(way)) }),
                () => RunAsync(Share(stars, At(ways[0]), 1)),
            ]);
        Result[] results = [.. ways.Select((way, i) => new Result(way.Name, costs[2 * i], costs[(2 * i) + 1]))];
        Console.WriteLine(
            $"{Stars} stars of the demo sky, {points / Stars:N0} points each; medians of {Rounds} rounds in turn.\n");
        PrintSearches(results);
        Console.WriteLine();
        PrintStarts(results, costs[^1]);
        Console.WriteLine();
        PrintSurvey(results[1], costs[^1], BytesOf(stars));
    }

    private static void PrintSearches(Result[] results)
    {
        Cost one = results[0].Search;
        var table = new Table("way", "stars/s", "clock", "against one", "processors", "against one");
        foreach (Result result in results)
        {
            table.Add(
                result.Name,
                (Stars / result.Search.Wall).ToString("0.00", CultureInfo.InvariantCulture),
                Table.Seconds(result.Search.Wall),
                Added(result.Search.Wall, one.Wall),
                Table.Seconds(result.Search.Processor),
                Added(result.Search.Processor, one.Processor));
        }

        table.Print();
    }

    private static void PrintStarts(Result[] results, Cost share)
    {
        var table = new Table("with nothing left to do", "clock", "processors", "of 10 minutes' work");
        foreach (Result result in results)
        {
            AddStart(result.Name, result.Start, Shares * LongShare);
        }

        AddStart("one share alone", share, LongShare);
        table.Print();

        void AddStart(string name, Cost start, double processors) => table.Add(
            name,
            Table.Seconds(start.Wall),
            Table.Seconds(start.Processor),
            Percent(start.Processor / processors, "0.00"));
    }

    // What a star takes in a share, and of what does not grow with the stars the start of each share.
    private static void PrintSurvey(Result shares, Cost start, double bytes)
    {
        double star = (shares.Search.Processor - shares.Start.Processor) / Stars;
        double seconds = Survey * star * (1 + (start.Processor / LongShare));
        Console.WriteLine(
            $"""
            On paper: a star takes {Table.Seconds(star)} of a processor, which does {1 / star:0.00} stars/s. If all
            {Survey:N0} light curves were like these, all processors like these and busy to the end, each
            share 10 minutes and its start, and reading, writing and waiting in queues took nothing:

            """);
        var table = new Table("processors", "hours", "days", "read");
        foreach (int processors in Clusters)
        {
            double taken = seconds / processors;
            table.Add(
                $"{processors:N0}",
                $"{taken / 3600:N0}",
                (taken / 86400).ToString("0.0", CultureInfo.InvariantCulture),
                Table.Rate(Survey * bytes / Stars / 1e6, taken));
        }

        table.Print();
    }

    // Of the stars themselves, without the margins, which no share reads.
    private static long BytesOf(string catalog) =>
        new DirectoryInfo(Path.Combine(catalog, Path.GetFileNameWithoutExtension(catalog), "dataset"))
            .EnumerateFiles("Npix=*.parquet", SearchOption.AllDirectories).Sum(file => file.Length);

    private static string Added(double seconds, double one) => Percent((seconds / one) - 1, "+0.0;-0.0");

    private static string Percent(double part, string format) =>
        (100 * part).ToString(format, CultureInfo.InvariantCulture) + " %";

    private static async Task<double> MakeStarsAsync(string path)
    {
        ProcessStartInfo start = Pwsh.Start(
            "cluster_stars.ps1", service: null, "-Path", path, "-Stars", $"{Stars}");
        return double.Parse((await ChildProgram.RunAsync(start)).Said, CultureInfo.InvariantCulture);
    }

    [SupportedOSPlatform("linux")]
    private static async Task<Cost> RunAsync(ProcessStartInfo start)
    {
        double before = ProcessorTime.OfChildren;
        double wall = (await ChildProgram.RunAsync(start)).Seconds;
        return new Cost(wall, ProcessorTime.OfChildren - before);
    }

    [SupportedOSPlatform("linux")]
    private static async Task<Cost> RunSharesAsync(string stars, string destination)
    {
        double before = ProcessorTime.OfChildren;
        long start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(1, Shares).Select(
            shard => ChildProgram.RunAsync(Share(stars, destination, shard))));
        await ChildProgram.RunAsync(Pwsh.Start("-File", Built.Example("complete.ps1"), destination));
        return new Cost(Stopwatch.GetElapsedTime(start).TotalSeconds, ProcessorTime.OfChildren - before);
    }

    private static ProcessStartInfo Alone(string stars, string destination) => Pwsh.Start(
        "-Command",
        $"Import-Module '{Built.Module}'; Find-ZvarPeriod -HatsPath '{stars}' -Destination '{destination}'");

    private static ProcessStartInfo Share(string stars, string destination, int shard)
    {
        ProcessStartInfo start = Pwsh.Start(
            "-File", Built.Example("share.ps1"), stars, destination, $"{shard}", $"{Shares}");
        start.Environment["DOTNET_PROCESSOR_COUNT"] = "1";
        return start;
    }

    private static ProcessStartInfo Dask(string stars, string destination)
    {
        ProcessStartInfo start = Python.Start(
            Built.Example("periods_dask.py"), stars, destination, "--shares", $"{Shares}");
        start.WorkingDirectory = Path.GetDirectoryName(destination);

        // It warns of workers that are slow to end, where only errors are expected.
        start.Environment["DASK_LOGGING__DISTRIBUTED"] = "error";
        return start;
    }

    private sealed record Way(string Name, Func<string, Task<Cost>> RunAsync)
    {
        internal Task<Cost> SearchAnewAsync(string destination)
        {
            if (Directory.Exists(destination))
            {
                Directory.Delete(destination, recursive: true);
            }

            return RunAsync(destination);
        }
    }

    /// <summary>What all of the work took, and what it took to find that there was none left.</summary>
    private sealed record Result(string Name, Cost Search, Cost Start);
}
