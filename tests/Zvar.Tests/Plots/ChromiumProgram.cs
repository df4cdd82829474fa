using Microsoft.Playwright;

namespace Zvar.Tests.Plots;

// The Chromium or Chrome that is installed on the machine, and how it is started.
internal static class ChromiumProgram
{
    private static readonly string[] Names =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe", "msedge.exe"];

    // Null where there is none on the path.
    public static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);

    public static BrowserTypeLaunchOptions Options(string program) => new()
    {
        ExecutablePath = program,
        Args =
        [
            "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync",
        ],
    };
}
