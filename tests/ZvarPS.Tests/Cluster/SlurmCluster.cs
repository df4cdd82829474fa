using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace ZvarPS.Tests.Cluster;

/// <summary>A Slurm cluster of this machine alone, all it has in one folder: slurmctld, slurmd and munged.</summary>
public sealed class SlurmCluster : IAsyncDisposable
{
    private static readonly string[] Programs = ["munged", "slurmctld", "slurmd"];

    // A job is asked after by a program, which takes the processors of those that work.
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromSeconds(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("slurm").FullName;
    private readonly TimeSpan _patience;
    private readonly string? _hostProgram;

    private SlurmCluster(TimeSpan patience, string? hostProgram) =>
        (_patience, _hostProgram) = (patience, hostProgram);

    /// <summary>Whether all of Slurm is on this machine.</summary>
    internal static bool IsInstalled { get; } = Programs.Append("sbatch").All(name => Find(name) is not null);

    /// <summary>What to install where it is not.</summary>
    internal static string Missing => "Slurm is not here (Debian: slurmctld, slurmd, slurm-client, munge).";

    /// <summary>The daemons that run, by their process ids.</summary>
    internal IEnumerable<int> Daemons => Programs.Reverse().Select(name => At($"{name}.pid")).Where(File.Exists)
        .Select(file => int.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture));

    /// <summary>Starts the daemons, and waits until the node takes jobs.</summary>
    /// <param name="patience">What is waited for at the most, here and for a job.</param>
    /// <param name="hostProgram">The ZvarPS.Host.dll for ZVARPS_HOST of zvarps.sh; null for what that takes itself.</param>
    /// <param name="settings">More lines of slurm.conf.</param>
    internal static async Task<SlurmCluster> StartAsync(
        TimeSpan patience, string? hostProgram = null, string settings = "")
    {
        var cluster = new SlurmCluster(patience, hostProgram);
        try
        {
            await cluster.StartDaemonsAsync(settings);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>What a program of Slurm's says, or one that calls them, when it has ended well.</summary>
    internal async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(Find(program) ?? program, arguments)
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["SLURM_CONF"] = At("slurm.conf") },
        };
        if (_hostProgram is not null)
        {
            start.Environment["ZVARPS_HOST"] = _hostProgram;
        }

        using Process process = Process.Start(start)!;
        Task<string> complaints = process.StandardError.ReadToEndAsync();
        string said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? said
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await complaints}{said}");
    }

    /// <summary>Submits the example's array: the numbers of the array and of the completion.</summary>
    /// <param name="script">examples/cluster/submit.sh.</param>
    /// <param name="stars">The folder of the catalogue.</param>
    /// <param name="destination">The folder of the periods.</param>
    /// <param name="shares">How many shares.</param>
    internal async Task<(string Array, string Completion)> SubmitAsync(
        string script, string stars, string destination, int shares)
    {
        string[] jobs = (await RunAsync(script, stars, destination, $"{shares}", "--output=%j.out"))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return (jobs[0], jobs[1]);
    }

    /// <summary>What Slurm knows of a job when it has ended, by the names of scontrol.</summary>
    internal async Task<Dictionary<string, string>> WaitForAsync(string job)
    {
        Dictionary<string, string> known = [];
        await PollAsync(BetweenQuestions, async () =>
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
            await StopDaemonsAsync();
            Directory.Delete(_folder, recursive: true);
        }
    }

    private async Task StartDaemonsAsync(string settings)
    {
        File.WriteAllText(At("slurm.conf"), Configuration(settings));
        File.WriteAllBytes(At("munge.key"), RandomNumberGenerator.GetBytes(1024));
        await RunAsync(
            "munged", "--force", $"--key-file={At("munge.key")}", $"--socket={At("munge.socket")}",
            $"--pid-file={At("munged.pid")}", $"--log-file={At("munged.log")}", $"--seed-file={At("munged.seed")}");
        await RunAsync("slurmctld", "-i");
        await RunAsync("slurmd");
        await PollAsync(async () => (await RunAsync("sinfo", "--noheader", "--format=%T")).Trim() == "idle");
    }

    private async Task StopDaemonsAsync()
    {
        foreach (int id in Daemons)
        {
            using var kill = Process.Start("kill", $"{id}");
            await PollAsync(() => Task.FromResult(!Directory.Exists($"/proc/{id}")));
        }
    }

    // A task that is put back starts again when its credential has expired: after two minutes, unless another time is
    // said, of which five seconds are the least.
    private string Configuration(string settings)
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
            NodeName={node} NodeAddr=127.0.0.1 CPUs={Environment.ProcessorCount}
            PartitionName=main Nodes=ALL Default=YES
            {settings}

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

    private Task PollAsync(Func<Task<bool>> isSo) => PollAsync(TimeSpan.FromMilliseconds(100), isSo);

    private async Task PollAsync(TimeSpan pause, Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(_patience);
        while (!await isSo())
        {
            await Task.Delay(pause, patience.Token);
        }
    }

    // The daemons are where only root looks for programs.
    private static string? Find(string program) => $"{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin".Split(':')
        .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    private string At(string name) => Path.Combine(_folder, name);
}
