using System.Diagnostics;

namespace Zvar.Tests.Server;

// The server as its users start it: a program of its own.
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan Generous = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly Task<string> _errors;

    private ServerProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    internal static ServerProcess Start(string? username, string? password, params string[] arguments) => Start(
        new Dictionary<string, string?> { ["ZVAR_USERNAME"] = username, ["ZVAR_PASSWORD"] = password }, arguments);

    internal static ServerProcess Start(IReadOnlyDictionary<string, string?> environment, string[] arguments)
    {
        // artifacts/bin/Zvar.Tests/debug/ is where this runs: the server's folder has the same pivot.
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        string program = Path.Combine(here.Parent!.Parent!.FullName, "Zvar.Server", here.Name, "Zvar.Server.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string variable, string? value) in environment)
        {
            start.Environment[variable] = value;
        }

        return new ServerProcess(Process.Start(start)!);
    }

    internal Task<string?> ReadLineAsync() =>
        _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Generous);

    internal void Terminate()
    {
        using Process kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    internal async Task<(int ExitCode, string Output, string Errors)> EndAsync()
    {
        string output = await _process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)
            .WaitAsync(Generous);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Generous);
        return (_process.ExitCode, output, await _errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
