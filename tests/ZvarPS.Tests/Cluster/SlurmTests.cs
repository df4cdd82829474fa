using System.Diagnostics;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests.Cluster;

/// <summary>The array of jobs in examples/cluster, on a Slurm cluster.</summary>
[Collection(nameof(SearchedCatalog))]
public sealed class SlurmTests(SearchedCatalog catalog)
{
    private static readonly string Submit = SearchedCatalog.Example("submit.sh");

    [Fact]
    public async Task An_array_makes_what_one_process_makes_although_a_task_is_killed()
    {
        await using SlurmCluster slurm = await StartAsync();
        await catalog.PrepareAsync();
        string destination = catalog.At("slurm.hats");

        (string array, string completion) = await slurm.SubmitAsync(Submit, catalog.Stars, destination, shares: 2);
        Process.GetProcessById(await SearchedCatalog.FindShareAsync(destination)).Kill();

        Assert.True((await slurm.WaitForAsync(completion))["JobState"] == "COMPLETED", slurm.ReadOutput());
        Assert.Equal(["0", "1"], [.. new[] { await RestartsAsync(1), await RestartsAsync(2) }.Order()]);
        await catalog.AssertIsAsOfOneProcessAsync(destination);

        async Task<string> RestartsAsync(int task) => (await slurm.WaitForAsync($"{array}_{task}"))["Restarts"];
    }

    [Fact]
    public async Task A_task_that_always_fails_is_put_back_three_times_and_nothing_is_completed()
    {
        await using SlurmCluster slurm = await StartAsync();

        (string array, string completion) = await slurm.SubmitAsync(
            Submit, catalog.At("none.hats"), catalog.At("nothing.hats"), shares: 1);

        Dictionary<string, string> task = await slurm.WaitForAsync($"{array}_1");
        Assert.Equal(("FAILED", "3"), (task["JobState"], task["Restarts"]));
        Assert.Equal("CANCELLED", (await slurm.WaitForAsync(completion))["JobState"]);
        Assert.Contains("none.hats", slurm.ReadOutput(), StringComparison.Ordinal);
    }

    private static Task<SlurmCluster> StartAsync()
    {
        Assert.SkipUnless(SlurmCluster.IsInstalled, SlurmCluster.Missing);
        return SlurmCluster.StartAsync(SearchedCatalog.Patience, Built.HostProgram);
    }
}
