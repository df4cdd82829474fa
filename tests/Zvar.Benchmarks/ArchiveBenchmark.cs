using System.Diagnostics;
using Zvar.Archive;
using Zvar.Benchmarks.Measuring;
using Zvar.Benchmarks.Service;
using Zvar.Demo;
using Zvar.Http;

namespace Zvar.Benchmarks;

/// <summary>
/// An archive: saving stars and light curves that are in memory, cones among more and more stars, light curves from it
/// beside those from a server on loopback, and their sizes beside those in other files.
/// </summary>
internal static class ArchiveBenchmark
{
    private const double Radius = 600;
    private const int Cones = 300;
    private const int Rounds = 15;

    private static readonly int[] Stars = [100_000, 1_000_000];

    internal static async Task RunAsync()
    {
        string folder = Directory.CreateTempSubdirectory("zvar").FullName;
        try
        {
            await PrintConesAsync(folder);
            Console.WriteLine();
            await PrintLightCurvesAsync(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Stars of the demo sky, 2,000 to a cone; the cones lie side by side in right ascension, one declination after the other.
    private static async Task<Dictionary<ConeTarget, ZvarObject[]>> MakeConesAsync(int stars)
    {
        await using var sky = new DemoSky();
        var cones = new Dictionary<ConeTarget, ZvarObject[]>();
        for (int made = 0, i = 0; made < stars; i++)
        {
            ConeTarget target = new(null, new SkyPosition(10 + (0.5 * (i % 40)), 20 + (0.5 * (i / 40))), Radius);
            ZvarObject[] found = await sky.FindConesAsync(new ConeSearch([target], ConeFilter.None), default)
                .Select(result => result.Object).ToArrayAsync();
            cones.Add(target, found);
            made += found.Length;
        }

        return cones;
    }

    private static async Task PrintConesAsync(string folder)
    {
        var table = new Table("stars", "saved in", "a second", "a star", "10′ cone, median", "stars in it", "goal");
        foreach (int stars in Stars)
        {
            Dictionary<ConeTarget, ZvarObject[]> cones = await MakeConesAsync(stars);
            int held = cones.Values.Sum(found => found.Length);
            string path = Path.Combine(folder, $"{stars}.zvar");
            long start = Stopwatch.GetTimestamp();
            await using (var through = new ReadThroughSource(
                ZvarArchive.OpenWrite(path), new HeldSource(cones, new Dictionary<long, LightCurve>())))
            {
                foreach (ConeTarget target in cones.Keys)
                {
                    await through.FindConesAsync(new ConeSearch([target], ConeFilter.None), default).CountAsync();
                }
            }

            double saved = Stopwatch.GetElapsedTime(start).TotalSeconds;
            (double median, double found) = await TimeConesAsync(path, [.. cones.Keys]);
            table.Add(
                $"{held:N0}",
                Table.Seconds(saved),
                $"{held / saved:N0}",
                $"{(double)new FileInfo(path).Length / held:0} bytes",
                Table.Milliseconds(median),
                $"{found:0}",
                "≤ 5 ms");
        }

        table.Print();
    }

    private static async Task<(double Median, double Found)> TimeConesAsync(string path, ConeTarget[] targets)
    {
        await using var archive = new ArchiveSource(ZvarArchive.OpenRead(path));
        var random = new Random(1);
        var seconds = new List<double>();
        var found = new List<double>();
        for (int i = 0; i < Cones; i++)
        {
            ConeTarget target = targets[random.Next(targets.Length)];
            long start = Stopwatch.GetTimestamp();
            found.Add(await archive.FindConesAsync(new ConeSearch([target], ConeFilter.None), default).CountAsync());
            seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return (Measure.Median(seconds), Measure.Median(found));
    }

    private static async Task PrintLightCurvesAsync(string folder)
    {
        using ResponseServer server = await ResponseServer.StartAsync();
        await using var service = new HttpSource(new HttpSourceOptions { BaseAddress = server.Address });
        long[] psids = [.. PreparedStars.Psids(PreparedStars.Count)];
        var request = new PhotometryRequest(psids, Band.All);
        Dictionary<long, LightCurve> curves = await service.GetLightCurvesAsync(request, default)
            .ToDictionaryAsync(curve => curve.Psid);
        int points = curves.Values.Sum(curve => curve.Points);
        var held = new HeldSource(new Dictionary<ConeTarget, ZvarObject[]>(), curves);
        int saves = 0;
        string path = "";
        async Task SaveAsync()
        {
            path = Path.Combine(folder, $"curves {++saves}.zvar");
            await using var through = new ReadThroughSource(ZvarArchive.OpenWrite(path), held);
            await through.GetLightCurvesAsync(request, default).CountAsync();
        }

        await SaveAsync();
        Cost[] costs = await Measure.MediansAsync(Rounds, () => Measure.OnceAsync(SaveAsync));
        Cost saved = costs[0];
        await using var archive = new ArchiveSource(ZvarArchive.OpenRead(path));
        Task AskAsync(IZvarSource source) => source.GetLightCurvesAsync(request, default).CountAsync().AsTask();
        await AskAsync(archive);
        await AskAsync(service);
        costs = await Measure.MediansAsync(
            Rounds, () => Measure.OnceAsync(() => AskAsync(service)), () => Measure.OnceAsync(() => AskAsync(archive)));
        var table = new Table($"{psids.Length} light curves, {points:N0} points", "time", "processor", "ratio", "goal");
        table.Add(
            "saved",
            Table.Milliseconds(saved.Wall),
            Table.Milliseconds(saved.Processor),
            $"{points / saved.Wall / 1e6:0.0} million points/s",
            "≥ 5");
        table.Add(
            "from a server on loopback, prepared bytes",
            Table.Milliseconds(costs[0].Wall),
            Table.Milliseconds(costs[0].Processor),
            Table.Ratio(1),
            "");
        table.Add(
            "from the archive",
            Table.Milliseconds(costs[1].Wall),
            Table.Milliseconds(costs[1].Processor),
            Table.Ratio(costs[0].Wall / costs[1].Wall),
            "≥ 5×");
        table.Print();
        Console.WriteLine();
        Console.WriteLine($"One light curve: {1000 * costs[1].Wall / psids.Length:0.00} ms (goal ≤ 1 ms)");
        Console.WriteLine();
        await ArchiveSizes.PrintAsync(folder, path, [.. curves.Values]);
    }
}
