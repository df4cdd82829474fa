using Zvar.Benchmarks.Measuring;
using Zvar.Benchmarks.Service;

namespace Zvar.Benchmarks;

/// <summary>
/// Points from a server through pwsh's pipeline into a CSV file, against the same numbers in objects that were in
/// memory before: what the pipeline itself costs.
/// </summary>
internal static class PointsBenchmark
{
    private const int Stars = 100;
    private const int Rounds = 3;

    internal static async Task RunAsync()
    {
        using ResponseServer server = await ResponseServer.StartAsync();
        (string Name, string Way)[] ways =
        [
            ("Get-ZvarPhotometry | Export-Csv", "Points"),
            ("$plainObjects | Export-Csv", "PlainObjects"),
            ("$customObjects | Export-Csv", "CustomObjects"),
            ("Get-ZvarPhotometry | Measure-Object", "PointsCounted"),
            ("$plainObjects | Measure-Object", "PlainObjectsCounted"),
        ];
        Cost[] costs = await Measure.MediansAsync(
            Rounds, [.. ways.Select(way => (Func<Task<Cost>>)(() => InPwshAsync(server, way.Way)))]);
        var table = new Table($"pipeline ({Stars} stars)", "time", "processor", "points/s", "against $plainObjects");
        for (int i = 0; i < ways.Length; i++)
        {
            int pure = ways[i].Name.EndsWith("Export-Csv", StringComparison.Ordinal) ? 1 : 4;
            table.Add(
                ways[i].Name,
                Table.Seconds(costs[i].Wall),
                Table.Seconds(costs[i].Processor),
                $"{costs[i].Points / costs[i].Wall:0}",
                Table.Ratio(costs[i].Wall / costs[pure].Wall));
        }

        table.Print();
    }

    private static Task<Cost> InPwshAsync(ResponseServer server, string way) => ChildProgram.WorkAsync(Pwsh.Start(
        "points.ps1",
        server.Address,
        "-FirstPsid", $"{PreparedStars.Psids(1).Single()}", "-Count", $"{Stars}", "-Way", way));
}
