using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Zvar.Benchmarks.Measuring;

namespace Zvar.Benchmarks.Service;

/// <summary>Zvar.Server as a program of its own, serving the demo sky on loopback at a port it chose.</summary>
internal sealed partial class ServerProgram : IDisposable
{
    private const string User = "benchmark";
    private const string Password = "benchmark";

    private readonly Process _process;

    private ServerProgram(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>The address of its API.</summary>
    internal Uri Address { get; }

    /// <summary>Seconds of processor time it has taken, all threads together.</summary>
    internal double Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalSeconds;
        }
    }

    /// <summary>Its resident set in MB (10⁶ bytes).</summary>
    internal double Megabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1e6;
        }
    }

    internal static async Task<ServerProgram> StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Built.ServerProgram, "--demo", "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            Environment = { ["ZVAR_USERNAME"] = User, ["ZVAR_PASSWORD"] = Password },
        };
        Process process = Process.Start(start)!;
        while (true)
        {
            string line = await process.StandardOutput.ReadLineAsync()
                ?? throw new InvalidOperationException("Zvar.Server ended before it said where it listens.");
            if (AddressPattern().Match(line) is { Success: true } said)
            {
                return new ServerProgram(process, new Uri(said.Value));
            }
        }
    }

    /// <summary>A client that knows its credentials.</summary>
    internal HttpClient NewClient()
    {
        string basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}"));
        return new HttpClient
        {
            BaseAddress = new Uri($"{Address}/"),
            DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Basic", basic) },
        };
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/api")]
    private static partial Regex AddressPattern();
}
