using System.Diagnostics;

namespace Zvar.Benchmarks.Measuring;

/// <summary>Times work.</summary>
internal static class Measure
{
    /// <summary>
    /// The medians of ways to do the same, which take turns: whatever else the machine does, it does to all of them.
    /// </summary>
    internal static async Task<Cost[]> MediansAsync(int rounds, params IReadOnlyList<Func<Task<Cost>>> ways) =>
        [.. (await AlternateAsync(rounds, ways)).Select(Median)];

    /// <summary>All the rounds of ways that take turns, by way.</summary>
    internal static async Task<Cost[][]> AlternateAsync(int rounds, params IReadOnlyList<Func<Task<Cost>>> ways)
    {
        Cost[][] costs = [.. ways.Select(_ => new Cost[rounds])];
        for (int round = 0; round < rounds; round++)
        {
            for (int way = 0; way < ways.Count; way++)
            {
                costs[way][round] = await ways[way]();
            }
        }

        return costs;
    }

    /// <summary>One piece of work in this process.</summary>
    internal static async Task<Cost> OnceAsync(Func<Task> work)
    {
        // What others left is not this one's to collect.
        GC.Collect();
        TimeSpan before = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        await work();
        double wall = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new Cost(wall, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
    }

    internal static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static Cost Median(Cost[] costs)
    {
        double Of(Func<Cost, double> part) => Median(costs.Select(part));
        return new Cost(
            Of(cost => cost.Wall),
            Of(cost => cost.Processor),
            Of(cost => cost.Peak),
            Of(cost => cost.Whole),
            Of(cost => cost.Points));
    }
}
