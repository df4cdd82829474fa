using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests.Cluster;

/// <summary>A Slurm cluster of this machine alone, all it has in one folder: slurmctld, slurmd and munged.</summary>
public sealed class SlurmCluster : IAsyncLifetime
{
    private static readonly string[] Daemons = ["munged", "slurmctld", "slurmd"];

    private static readonly bool IsInstalled = Daemons.Append("sbatch").All(name => Find(name) is not null);

    private readonly string _folder = Directory.CreateTempSubdirectory("slurm").FullName;

    /// <summary>Skips the test where Slurm is not installed.</summary>
    internal static void SkipWithout() =>
        Assert.SkipUnless(IsInstalled, "Slurm is not here (Debian: slurmctld, slurmd, slurm-client, munge).");

    /// <summary>What a program of Slurm's says, or one that calls them, when it has ended well.</summary>
    internal async Task<string> RunAsync(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(Find(program) ?? program, arguments)
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["SLURM_CONF"] = At("slurm.conf"), ["ZVARPS_HOST"] = Built.HostProgram },
        })!;
        Task<string> complaints = process.StandardError.ReadToEndAsync();
        string said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program}: {await complaints}{said}");
        return said;
    }

    /// <summary>What Slurm knows of a job when it has ended, by the names of scontrol.</summary>
    internal async Task<Dictionary<string, string>> WaitForAsync(string job)
    {
        Dictionary<string, string> known = [];
        await PollAsync(async () =>
        {
            known = (await RunAsync("scontrol", "show", "job", job, "--oneliner"))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Split('=', 2))
                .Where(word => word.Length == 2).DistinctBy(word => word[0])
                .ToDictionary(word => word[0], word => word[1]);
            return known["JobState"] is "COMPLETED" or "FAILED" or "CANCELLED";
        });
        return known;
    }

    /// <summary>What all jobs have written.</summary>
    internal string ReadOutput() => string.Join('\n', Directory.GetFiles(_folder, "*.out").Select(File.ReadAllText));

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (IsInstalled)
        {
            await StartAsync();
        }
    }

    /// <summary>Stops the daemons; those that run also when another did not start.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (File.Exists(At("slurmctld.pid")))
            {
                await RunAsync("scancel", "--user", Environment.UserName);
                await PollAsync(async () => (await RunAsync("squeue", "--noheader")).Length == 0);
            }
        }
        finally
        {
            await StopAsync();
            Directory.Delete(_folder, recursive: true);
        }
    }

    private async Task StartAsync()
    {
        File.WriteAllText(At("slurm.conf"), Configuration());
        File.WriteAllBytes(At("munge.key"), RandomNumberGenerator.GetBytes(1024));
        await RunAsync(
            "munged", "--force", $"--key-file={At("munge.key")}", $"--socket={At("munge.socket")}",
            $"--pid-file={At("munged.pid")}", $"--log-file={At("munged.log")}", $"--seed-file={At("munged.seed")}");
        await RunAsync("slurmctld", "-i");
        await RunAsync("slurmd");
        await PollAsync(async () => (await RunAsync("sinfo", "--noheader", "--format=%T")).Trim() == "idle");
    }

    private async Task StopAsync()
    {
        foreach (string pidFile in Daemons.Reverse().Select(name => At($"{name}.pid")).Where(File.Exists))
        {
            string id = File.ReadAllText(pidFile).Trim();
            using var kill = Process.Start("kill", id);
            await PollAsync(() => Task.FromResult(!Directory.Exists($"/proc/{id}")));
        }
    }

    // A task that is put back starts again when its credential has expired: after two minutes, unless another time is
    // said, of which five seconds are the least.
    private string Configuration()
    {
        string node = Environment.MachineName.Split('.')[0];
        (int controller, int daemon) = FreePorts();
        return $"""
            ClusterName=zvar
            SlurmctldHost={node}(127.0.0.1)
            SlurmUser={Environment.UserName}
            SlurmdUser={Environment.UserName}
            SlurmctldPort={controller}
            SlurmdPort={daemon}
            AuthType=auth/munge
            AuthInfo=socket={At("munge.socket")},cred_expire=5
            SchedulerParameters=sched_interval=1,bf_interval=1
            ProctrackType=proctrack/pgid
            TaskPlugin=task/none
            SelectType=select/cons_tres
            SelectTypeParameters=CR_Core
            StateSaveLocation={At("state")}
            SlurmdSpoolDir={At("spool")}
            SlurmctldPidFile={At("slurmctld.pid")}
            SlurmdPidFile={At("slurmd.pid")}
            SlurmctldLogFile={At("slurmctld.log")}
            SlurmdLogFile={At("slurmd.log")}
            NodeName={node} NodeAddr=127.0.0.1 CPUs=2
            PartitionName=main Nodes=ALL Default=YES

            """;
    }

    private static (int Controller, int Daemon) FreePorts()
    {
        using var one = new TcpListener(IPAddress.Loopback, 0);
        using var other = new TcpListener(IPAddress.Loopback, 0);
        one.Start();
        other.Start();
        return (((IPEndPoint)one.LocalEndpoint).Port, ((IPEndPoint)other.LocalEndpoint).Port);
    }

    private static async Task PollAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(SearchedCatalog.Patience);
        while (!await isSo())
        {
            await Task.Delay(100, patience.Token);
        }
    }

    // The daemons are where only root looks for programs.
    private static string? Find(string program) => $"{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin".Split(':')
        .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    private string At(string name) => Path.Combine(_folder, name);
}
