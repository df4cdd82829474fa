using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;

namespace Zvar.Tests.Samp;

/// <summary>A program of others' that speaks SAMP, with a lock file that no hub of the user's knows.</summary>
internal sealed class SampProcess : IDisposable
{
    private const string Python = "/usr/bin/python3";
    private const string Jsamp = "/usr/share/java/jsamp.jar";

    // Only a failing test waits for it.
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(60);

    private static readonly Lazy<bool> HasAstropy = new(() => Runs(Python, "-c", "import astropy.samp, astropy.table"));
    private static readonly Lazy<bool> HasJsamp = new(() => File.Exists(Jsamp) && Runs("java", "-version"));

    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    private SampProcess(string lockFile, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["SAMP_HUB"] = $"std-lockurl:file://{lockFile}",
                ["HOME"] = Path.GetDirectoryName(lockFile),
            },
        };
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
            {
                _lines.Writer.TryComplete();
            }
            else
            {
                _lines.Writer.TryWrite(line.Data);
            }
        };
        _process.ErrorDataReceived += (_, line) => _lines.Writer.TryWrite(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Skips the test where a hub is not installed.</summary>
    internal static void SkipWithout(string hub) => Assert.SkipUnless(
        HasAstropy.Value && (hub == "astropy" || HasJsamp.Value),
        "There is no python3 with astropy, or no JSAMP (Debian: python3-astropy, jsamp).");

    /// <summary>Starts a hub, and waits until it has written its file.</summary>
    internal static async Task<SampProcess> StartHubAsync(string hub, string lockFile)
    {
        using var watcher = new FileSystemWatcher(Path.GetDirectoryName(lockFile)!);
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(object sender, FileSystemEventArgs change)
        {
            if (IsWhole(lockFile))
            {
                written.TrySetResult();
            }
        }

        watcher.Created += Look;
        watcher.Changed += Look;
        watcher.Renamed += Look;
        watcher.EnableRaisingEvents = true;
        SampProcess process = hub == "astropy"
            ? new SampProcess(
                lockFile, Python, "-u", "-c", "from astropy.samp.hub_script import hub_script; hub_script()", "-w")
            : new SampProcess(lockFile, "java", "-jar", Jsamp, "hub", "-mode", "no-gui", "-profiles", "std");
        await written.Task.WaitAsync(Generous);
        return process;
    }

    /// <summary>Starts another program, and waits until it has joined the hub.</summary>
    internal static async Task<SampProcess> StartPeerAsync(string lockFile, string name, params string[] options)
    {
        var process = new SampProcess(
            lockFile, Python, ["-u", Path.Combine(AppContext.BaseDirectory, "samp_peer.py"), name, .. options]);
        await process.ReadAsync("ready");
        return process;
    }

    /// <summary>The next thing that it tells with a property.</summary>
    internal async Task<JsonElement> ReadAsync(string property)
    {
        using var patience = new CancellationTokenSource(Generous);
        var read = new List<string>();
        while (true)
        {
            string line;
            try
            {
                line = await _lines.Reader.ReadAsync(patience.Token);
            }
            catch (Exception end) when (end is OperationCanceledException or ChannelClosedException)
            {
                throw new InvalidOperationException($"No '{property}' in: {string.Join('\n', read)}");
            }

            read.Add(line);
            if (line.StartsWith('{') && JsonDocument.Parse(line).RootElement is var told
                && told.TryGetProperty(property, out _))
            {
                return told;
            }
        }
    }

    /// <summary>Has it send a message to everybody.</summary>
    internal void Send(string mtype, object parameters, bool call = false) =>
        _process.StandardInput.WriteLine(JsonSerializer.Serialize(new { mtype, parameters, call }));

    /// <summary>Ends it as a crash does.</summary>
    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static bool IsWhole(string lockFile)
    {
        try
        {
            return File.ReadAllText(lockFile).Contains("samp.profile.version", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static bool Runs(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
