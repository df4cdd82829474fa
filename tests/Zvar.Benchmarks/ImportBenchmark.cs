using Zvar.Benchmarks.Measuring;

namespace Zvar.Benchmarks;

/// <summary>What Import-Module ZvarPS adds to the start of a pwsh.</summary>
internal static class ImportBenchmark
{
    private const int Rounds = 15;

    internal static async Task RunAsync()
    {
        Cost[][] costs = await Measure.AlternateAsync(
            Rounds, () => RunPwshAsync("1"), () => RunPwshAsync($"Import-Module '{Built.Module}'; 1"));
        double[] medians = [.. costs.Select(way => Measure.Median(way.Select(cost => cost.Wall)))];
        double[] fastest = [.. costs.Select(way => way.Min(cost => cost.Wall))];
        var table = new Table("whole process", "median", "fastest");
        table.Add(
            "pwsh -NoProfile -Command 1", Table.Milliseconds(medians[0]), Table.Milliseconds(fastest[0]));
        table.Add(
            "the same with Import-Module ZvarPS", Table.Milliseconds(medians[1]), Table.Milliseconds(fastest[1]));
        table.Add(
            "the import alone (goal: at most 60 ms)",
            Table.Milliseconds(medians[1] - medians[0]),
            Table.Milliseconds(fastest[1] - fastest[0]));
        table.Print();
    }

    private static async Task<Cost> RunPwshAsync(string command) =>
        new((await ChildProgram.RunAsync(Pwsh.Start("-Command", command))).Seconds);
}
