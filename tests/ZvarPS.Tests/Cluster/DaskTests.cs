using System.Diagnostics;
using System.Globalization;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests.Cluster;

/// <summary>The script for Dask in examples/cluster, with a scheduler and two workers.</summary>
[Collection(nameof(SearchedCatalog))]
public sealed class DaskTests(SearchedCatalog catalog) : IDisposable
{
    private const string Python = "/usr/bin/python3";

    private readonly string _folder = Directory.CreateTempSubdirectory("dask").FullName;
    private readonly List<Process> _processes = [];

    private string SchedulerFile => Path.Combine(_folder, "scheduler.json");

    public void Dispose()
    {
        foreach (Process process in Enumerable.Reverse(_processes))
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Workers_make_what_one_process_makes_although_one_of_them_is_killed()
    {
        Assert.SkipUnless(
            File.Exists(Python) && await EndsWellAsync(Start("-c", "import distributed")),
            "There is no python3 with distributed (Debian: python3-dask, python3-distributed).");
        await catalog.PrepareAsync();
        string destination = catalog.At("dask.hats");

        Start("-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard",
            "--scheduler-file", SchedulerFile);
        Process[] workers = [StartWorker("one"), StartWorker("other")];
        Process search = Start(
            SearchedCatalog.Example("periods_dask.py"), catalog.Stars, destination, "--shares", "4",
            "--scheduler-file", SchedulerFile);
        int killed = ParentOf(await SearchedCatalog.FindShareAsync(destination));
        workers.Single(worker => worker.Id == killed).Kill();

        Assert.True(await EndsWellAsync(search));
        Assert.Equal([killed], workers.Where(worker => worker.HasExited).Select(worker => worker.Id));
        await catalog.AssertIsAsOfOneProcessAsync(destination);
    }

    // Without a nanny, which would start a worker anew.
    private Process StartWorker(string name) => Start(
        "-m", "distributed.cli.dask_worker", "--host", "127.0.0.1", "--no-dashboard", "--no-nanny", "--nthreads", "1",
        "--name", name, "--local-directory", _folder, "--scheduler-file", SchedulerFile);

    private Process Start(params string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo(Python, arguments)
        {
            WorkingDirectory = _folder,
            Environment = { ["ZVARPS_HOST"] = Built.HostProgram },
        })!;
        _processes.Add(process);
        return process;
    }

    private static async Task<bool> EndsWellAsync(Process process)
    {
        await process.WaitForExitAsync().WaitAsync(SearchedCatalog.Patience);
        return process.ExitCode == 0;
    }

    // The fourth word, after a name that may have blanks in it.
    private static int ParentOf(int process) => int.Parse(
        File.ReadAllText($"/proc/{process}/stat").Split(')')[^1].Split(' ')[2], CultureInfo.InvariantCulture);
}
