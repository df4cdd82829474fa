using System.Globalization;
using Zvar.Benchmarks.Measuring;
using Zvar.Benchmarks.Service;

namespace Zvar.Benchmarks;

/// <summary>
/// Points through pwsh's pipelines, against the same numbers in .NET objects that have nothing but fields and in custom
/// objects, which were in memory before or are made on the way.
/// </summary>
internal static class PointsBenchmark
{
    private const int Stars = 100;
    private const int Rounds = 3;
    private const string ReadyMade = "$custom";

    // The variables are those of points.ps1.
    private static readonly (string Command, string[] Objects)[] Pipelines =
    [
        ("Export-Csv $file",
        [
            "$customObjects", "$points", "$plainObjects", "[CustomObjects]::Of($points)", "Get-ZvarPhotometry $psids",
        ]),
        ("Export-Csv $file", ["$customPhases", "$phases", "$curves | ConvertTo-ZvarFold 0.5"]),
        ("Where-Object Snr -ge 5", ["$customObjects", "$points"]),
        ("Where-Object { $_.Snr -ge 5 }", ["$customObjects", "$points"]),
        ("Sort-Object Mag", ["$customObjects", "$points"]),
        ("Measure-Object", ["$customObjects", "$points", "Get-ZvarPhotometry $psids"]),
    ];

    internal static async Task RunAsync()
    {
        using ResponseServer server = await ResponseServer.StartAsync();
        string[] all = [.. Pipelines.SelectMany(one => one.Objects, (one, objects) => $"{objects} | {one.Command}")];
        Cost[] costs = await Measure.MediansAsync(
            Rounds, [.. all.Select(pipeline => (Func<Task<Cost>>)(() => InPwshAsync(server, pipeline)))]);
        var table = new Table(
            $"pipeline ({Stars} stars)", "time", "processor", "points/s", "peak memory", "against custom objects");
        Cost custom = default;
        foreach ((string pipeline, Cost cost) in all.Zip(costs))
        {
            custom = pipeline.StartsWith(ReadyMade, StringComparison.Ordinal) ? cost : custom;
            table.Add(
                pipeline.Replace("|", @"\|", StringComparison.Ordinal),
                Table.Seconds(cost.Wall),
                Table.Seconds(cost.Processor),
                (cost.Points / cost.Wall).ToString("0", CultureInfo.InvariantCulture),
                Table.Megabytes(cost.Peak),
                Table.Ratio(cost.Processor / custom.Processor));
        }

        table.Print();
    }

    private static Task<Cost> InPwshAsync(ResponseServer server, string pipeline) => ChildProgram.WorkAsync(Pwsh.Start(
        "points.ps1",
        server.Address,
        "-FirstPsid", $"{PreparedStars.Psids(1).Single()}", "-Count", $"{Stars}", "-Pipeline", pipeline));
}
