using System.Diagnostics;
using System.Text.RegularExpressions;
using Zvar.Benchmarks.Measuring;

namespace Zvar.Benchmarks.Service;

/// <summary>Zvar.Server as a program of its own, serving the demo sky on loopback at a port it chose.</summary>
internal sealed partial class ServerProgram : IDisposable
{
    internal const string User = "benchmark";
    internal const string Password = "benchmark";

    private readonly Process _process;

    private ServerProgram(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>The address of its API.</summary>
    internal Uri Address { get; }

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

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/api")]
    private static partial Regex AddressPattern();
}
