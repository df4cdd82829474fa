using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Threading.Channels;

namespace ZvarPS.Tests.Engine;

/// <summary>Zvar.Server as a program of its own, serving the demo sky on loopback at a port it chose.</summary>
public sealed partial class Service : IAsyncLifetime
{
    internal const string User = "observer";
    internal const string Password = "p@ss:wörd-7Q";

    private readonly Channel<string> _log = Channel.CreateUnbounded<string>();
    private Process? _program;

    /// <summary>The address of its API.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Connects a session to it.</summary>
    public Shell Connect() => Connect(Address);

    /// <summary>Connects a session to any address, with this service's user and password.</summary>
    internal static Shell Connect(Uri address, string more = "") => new(
        $$"""
        $secret = [securestring]::new()
        '{{Password}}'.ToCharArray() | ForEach-Object { $secret.AppendChar($_) }
        $credential = [pscredential]::new('{{User}}', $secret)
        Connect-Zvar -Credential $credential -Uri {{address}} {{more}}
        """);

    /// <summary>How many requests there have been since this was asked last.</summary>
    internal async Task<int> CountRequestsAsync()
    {
        // A request of which nobody else knows: whatever came before it is in the log before it.
        string mark = $"{Guid.NewGuid()}";
        using var client = new HttpClient();
        (await client.GetAsync(new Uri($"{Address}/{mark}"))).Dispose();
        int requests = 0;
        while (!(await _log.Reader.ReadAsync()).Contains(mark, StringComparison.Ordinal))
        {
            requests++;
        }

        return requests;
    }

    /// <summary>Ends it.</summary>
    internal void Stop()
    {
        _program!.Kill();
        _program.WaitForExit();
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var start = new ProcessStartInfo(
            "dotnet", [Built.ServerProgram, "--demo", "--urls", "http://127.0.0.1:0", "--access-log"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ZVAR_USERNAME"] = User, ["ZVAR_PASSWORD"] = Password },
        };
        _program = Process.Start(start)!;
        _program.ErrorDataReceived += (_, written) => _log.Writer.TryWrite(written.Data ?? "");
        _program.BeginErrorReadLine();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (Address is null)
        {
            string line = await _program.StandardOutput.ReadLineAsync(patience.Token)
                ?? throw new InvalidOperationException("Zvar.Server ended before it said where it listens.");
            if (AddressPattern().Match(line) is { Success: true } said)
            {
                Address = new Uri($"{said.Value.TrimEnd('/')}/api");
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _program?.Kill();
        _program?.Dispose();
        return ValueTask.CompletedTask;
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex AddressPattern();
}
