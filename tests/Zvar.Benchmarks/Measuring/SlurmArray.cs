using System.Runtime.Versioning;
using ZvarPS.Tests.Cluster;

namespace Zvar.Benchmarks.Measuring;

/// <summary>
/// The array of examples/cluster on a Slurm cluster of this machine. Its tasks are no children of this process: the
/// cluster's TaskEpilog keeps what each has used when it ends.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class SlurmArray : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    private readonly SlurmCluster _cluster;
    private readonly string _used;

    private SlurmArray(SlurmCluster cluster, string used) => (_cluster, _used) = (cluster, used);

    /// <summary>Starts the cluster.</summary>
    /// <param name="folder">Where what the tasks have used is kept.</param>
    internal static async Task<SlurmArray> StartAsync(string folder)
    {
        string used = Path.Combine(folder, "used.txt");
        string epilog = Path.Combine(folder, "epilog.sh");

        // The parent is the slurmstepd of the task, which has waited for the task and all its processes.
        File.WriteAllText(epilog, $"#!/bin/bash\ncat /proc/$PPID/stat >>'{used}'\n");
        File.SetUnixFileMode(epilog, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new SlurmArray(await SlurmCluster.StartAsync(Patience, settings: $"TaskEpilog={epilog}"), used);
    }

    /// <summary>From the submission to the end of the completion; the daemons' processor time is counted.</summary>
    internal async Task<Cost> SearchAsync(string stars, string destination, int shares)
    {
        File.Delete(_used);
        double daemons = OfDaemons();
        double submission = ProcessorTime.OfChildren;
        DateTime start = DateTime.UtcNow;
        (_, string completion) = await _cluster.SubmitAsync(Built.Example("submit.sh"), stars, destination, shares);
        submission = ProcessorTime.OfChildren - submission;
        string state = (await _cluster.WaitForAsync(completion))["JobState"];
        return state == "COMPLETED"
            ? new Cost(
                (File.GetLastWriteTimeUtc(_used) - start).TotalSeconds,
                File.ReadLines(_used).Sum(ProcessorTime.In) + submission + OfDaemons() - daemons)
            : throw new InvalidOperationException($"Slurm's job is {state}:\n{_cluster.ReadOutput()}");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    private double OfDaemons() => _cluster.Daemons.Sum(ProcessorTime.Of);
}
