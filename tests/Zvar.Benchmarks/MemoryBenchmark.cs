using System.Globalization;
using Zvar.Benchmarks.Measuring;
using Zvar.Benchmarks.Service;

namespace Zvar.Benchmarks;

/// <summary>
/// The peak memory of a pwsh through which the points of many stars stream, against that for a tenth of them.
/// </summary>
internal static class MemoryBenchmark
{
    private static readonly int[] Stars = [2_000, 20_000];

    internal static async Task RunAsync()
    {
        using ResponseServer server = await ResponseServer.StartAsync();
        var table = new Table(
            "psids | Get-ZvarPhotometry | Measure-Object", "points", "time", "peak memory", "ratio", "goal");
        double first = double.NaN;
        foreach (int stars in Stars)
        {
            Cost cost = await ChildProgram.WorkAsync(Pwsh.Start(
                "streaming.ps1",
                server.Address,
                "-FirstPsid", $"{PreparedStars.Psids(1).Single()}", "-Count", $"{stars}"));
            first = double.IsNaN(first) ? cost.Peak : first;
            table.Add(
                stars.ToString("N0", CultureInfo.InvariantCulture),
                cost.Points.ToString("N0", CultureInfo.InvariantCulture),
                Table.Seconds(cost.Wall),
                Table.Megabytes(cost.Peak),
                Table.Ratio(cost.Peak / first),
                "1×");
        }

        table.Print();
    }
}
