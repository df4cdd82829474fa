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
    private static readonly CleanUp NotebookCleanUp = new() { DetectionsOnly = true, MinSnr = 3, MinPoints = 50 };

    internal static async Task RunAsync()
    {
        using AnswerServer server = await AnswerServer.StartAsync();
        await using var source = new HttpSource(new HttpSourceOptions { BaseAddress = server.Address });
        List<(string Name, Func<Task<Cost>> RunAsync)> ways =
        [
            ("Get-ZvarLightCurve, first of a pwsh", () => InPwshAsync(server, runs: 1)),
            ("Get-ZvarLightCurve, in a warm pwsh", async () => await InPwshAsync(server, RunsToWarmUp) with
            {
                // Of more than the one run.
                Peak = double.NaN,
                Whole = double.NaN,
            }),
            ("HttpSource, in this warm process", () => InProcessAsync(source)),
        ];
        if (Python.IsHere)
        {
            ways.Insert(0, ("the notebook's way, python3", () => InPythonAsync(server)));
        }
        else
        {
            Console.WriteLine($"Left out: {Python.Missing}\n");
        }

        await InProcessAsync(source);
        Cost[] costs = await Measure.MediansAsync(Rounds, [.. ways.Select(way => way.RunAsync)]);
        Print([.. ways.Select(way => way.Name)], costs);
    }

    private static void Print(string[] names, Cost[] costs)
    {
        var table = new Table(
            "way", "points", "time", "processor", "whole process", "peak memory", "speed", "whole speed", "memory");
        for (int i = 0; i < costs.Length; i++)
        {
            table.Add(
                names[i],
                costs[i].Points.ToString("N0", CultureInfo.InvariantCulture),
                Table.Seconds(costs[i].Wall),
                Table.Seconds(costs[i].Processor),
                Table.Seconds(costs[i].Whole),
                Table.Megabytes(costs[i].Peak),
                Table.Ratio(costs[0].Wall / costs[i].Wall),
                Table.Ratio(costs[0].Whole / costs[i].Whole),
                Table.Ratio(costs[i].Peak / costs[0].Peak));
        }

        table.Print();
        Console.WriteLine("\nSpeed and memory are against the first row. Goals: speed 10×, memory 0.20×.");
    }

    private static Task<Cost> InPythonAsync(AnswerServer server) => ChildProgram.WorkAsync(
        Python.Start("notebook_way.py", server.Address.AbsoluteUri, $"{Psids[0]}", $"{Psids.Length}"));

    private static Task<Cost> InPwshAsync(AnswerServer server, int runs) => ChildProgram.WorkAsync(Pwsh.Start(
        "light_curves.ps1",
        server.Address,
        "-FirstPsid", $"{Psids[0]}", "-Count", $"{Psids.Length}", "-Runs", $"{runs}"));

    private static async Task<Cost> InProcessAsync(HttpSource source)
    {
        List<LightCurve> curves = [];
        Cost cost = await Measure.OnceAsync(async () =>
        {
            var request = new PhotometryRequest(Psids, ["g", "r"]);
            curves = await source.GetLightCurvesAsync(request, default).Select(NotebookCleanUp.Apply).ToListAsync();
        });
        return cost with { Points = curves.Sum(curve => curve.Points) };
    }
}
