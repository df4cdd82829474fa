using System.Globalization;
using Zvar.Benchmarks.Measuring;
using Zvar.Benchmarks.Service;
using Zvar.Http;

namespace Zvar.Benchmarks;

/// <summary>
/// 500 light curves from a server on loopback to cleaned arrays: as the notebook does it, by Get-ZvarLightCurve in
/// pwsh, and by HttpSource in this process.
/// </summary>
internal static class PhotometryBenchmark
{
    private const int Rounds = 5;
    private const int RunsToWarmUp = 4;

    private static readonly long[] Psids = [.. PreparedStars.Psids(PreparedStars.Count)];
    private static readonly QualityCuts NotebookCleanUp = new() { DetectionsOnly = true, MinSnr = 3, MinPoints = 50 };

    internal static async Task RunAsync()
    {
        using ResponseServer server = await ResponseServer.StartAsync();
        await using var source = new HttpSource(new HttpSourceOptions { BaseAddress = server.Address });
        double pwsh = (await InPwshAsync(server, runs: 0)).Peak;
        List<Way> ways =
        [
            new("Get-ZvarLightCurve, first of a pwsh", () => InPwshAsync(server, runs: 1), pwsh),
            new("Get-ZvarLightCurve, in a warm pwsh", () => InWarmPwshAsync(server), pwsh),
            new("HttpSource, in this warm process", () => InProcessAsync(source), double.NaN),
        ];
        if (Python.IsHere)
        {
            double python = (await InPythonAsync(server, stars: 0)).Peak;
            ways.Insert(0, new("the notebook's way, python3", () => InPythonAsync(server, Psids.Length), python));
        }
        else
        {
            Console.WriteLine($"Left out: {Python.Missing}\n");
        }

        await InProcessAsync(source);
        Cost[] costs = await Measure.MediansAsync(Rounds, [.. ways.Select(way => way.RunAsync)]);
        PrintCosts(ways, costs);
        Console.WriteLine();
        PrintRatios(ways, costs);
    }

    private static void PrintCosts(List<Way> ways, Cost[] costs)
    {
        var table = new Table("way", "points", "time", "processor", "whole process", "peak memory", "of it idle");
        foreach ((Way way, Cost cost) in ways.Zip(costs))
        {
            table.Add(
                way.Name,
                cost.Points.ToString("N0", CultureInfo.InvariantCulture),
                Table.Seconds(cost.Wall),
                Table.Seconds(cost.Processor),
                Table.Seconds(cost.Whole),
                Table.Megabytes(cost.Peak),
                Table.Megabytes(way.IdlePeak));
        }

        table.Print();
    }

    private static void PrintRatios(List<Way> ways, Cost[] costs)
    {
        var table = new Table($"against {ways[0].Name}", "speed", "of the process", "memory", "above idle");
        foreach ((Way way, Cost cost) in ways.Zip(costs).Skip(1))
        {
            table.Add(
                way.Name,
                Table.Ratio(costs[0].Wall / cost.Wall),
                Table.Ratio(costs[0].Whole / cost.Whole),
                Table.Ratio(cost.Peak / costs[0].Peak),
                Table.Ratio((cost.Peak - way.IdlePeak) / (costs[0].Peak - ways[0].IdlePeak)));
        }

        table.Add("goal, against the notebook's way", "10×", "", "0.20×", "");
        table.Print();
    }

    private static Task<Cost> InPythonAsync(ResponseServer server, int stars) => ChildProgram.WorkAsync(
        Python.Start("notebook_way.py", server.Address.AbsoluteUri, $"{Psids[0]}", $"{stars}"));

    private static Task<Cost> InPwshAsync(ResponseServer server, int runs) => ChildProgram.WorkAsync(Pwsh.Start(
        "light_curves.ps1",
        server.Address,
        "-FirstPsid", $"{Psids[0]}", "-Count", $"{Psids.Length}", "-Runs", $"{runs}"));

    // Memory and process are those of all the runs, not of the last.
    private static async Task<Cost> InWarmPwshAsync(ResponseServer server) =>
        await InPwshAsync(server, RunsToWarmUp) with { Peak = double.NaN, Whole = double.NaN };

    private static async Task<Cost> InProcessAsync(HttpSource source)
    {
        List<LightCurve> curves = [];
        Cost cost = await Measure.OnceAsync(async () =>
        {
            var request = new PhotometryRequest(Psids, ["g", "r"], QualityCuts: NotebookCleanUp);
            curves = await source.GetLightCurvesAsync(request, default).ToListAsync();
        });
        return cost with { Points = curves.Sum(curve => curve.Points) };
    }

    // IdlePeak: the memory of the same process when it asks for nothing, in MB.
    private sealed record Way(string Name, Func<Task<Cost>> RunAsync, double IdlePeak);
}
