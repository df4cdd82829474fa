using System.Diagnostics;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests.Hostile;

/// <summary>
/// A browser that looks at its environment for the account of the service, and writes more than a pipe takes.
/// </summary>
[Collection(nameof(EnvironmentAlone))]
public sealed class BrowserChildTests : IDisposable
{
    private static readonly string[] Variables = ["BROWSER", "HOME", "ZVAR_USERNAME", "ZVAR_PASSWORD"];

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;
    private readonly Dictionary<string, string?> _before =
        Variables.ToDictionary(variable => variable, Environment.GetEnvironmentVariable);

    public void Dispose()
    {
        foreach ((string variable, string? value) in _before)
        {
            Environment.SetEnvironmentVariable(variable, value);
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task It_finds_no_account_and_is_not_kept_waiting()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("The browser of this test is a shell script.");
            return;
        }

        CancellationToken stop = TestContext.Current.CancellationToken;
        string told = Path.Combine(_folder, "told");
        string browser = Path.Combine(_folder, "browser");
        using (Process pipe = Process.Start("mkfifo", told))
        {
            await pipe.WaitForExitAsync(stop);
        }

        // A pipe takes 64 KiB; the environment is told only when the whole megabyte is written.
        await File.WriteAllTextAsync(
            browser, $"#!/bin/sh\nhead -c 1000000 /dev/zero\nhead -c 1000000 /dev/zero >&2\nenv > '{told}'\n", stop);
        File.SetUnixFileMode(browser, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        using Shell shell = Shell.OnDemoSky();
        Environment.SetEnvironmentVariable("BROWSER", browser);
        Environment.SetEnvironmentVariable("HOME", _folder);
        Environment.SetEnvironmentVariable("ZVAR_USERNAME", "observer-of-the-sky");
        Environment.SetEnvironmentVariable("ZVAR_PASSWORD", "hunter2");

        shell.Run("Show-ZvarFold 145120008365555264").Succeed();

        string environment = await File.ReadAllTextAsync(told, stop);
        Assert.Contains("BROWSER=", environment, StringComparison.Ordinal);
        Assert.DoesNotContain("observer-of-the-sky", environment, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", environment, StringComparison.Ordinal);
    }
}
