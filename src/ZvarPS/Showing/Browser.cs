using System.ComponentModel;
using System.Diagnostics;

namespace ZvarPS;

/// <summary>The user's browser: the one BROWSER names, else the desktop's.</summary>
internal static class Browser
{
    /// <summary>
    /// Whether a page can be put before the user's eyes: there is a desktop, and it is this machine's.
    /// </summary>
    internal static bool CanOpen =>
        Named is not null
        || (!IsRemote && (OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() || (HasDisplay && HasDesktop)));

    private static string? Named => Value("BROWSER");

    private static bool IsRemote => Value("SSH_CONNECTION") is not null;

    private static bool HasDisplay => (Value("DISPLAY") ?? Value("WAYLAND_DISPLAY")) is not null;

    private static bool HasDesktop => (Value("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "xdg-open")));

    /// <summary>Opens a page.</summary>
    /// <returns>False where no browser would.</returns>
    internal static bool TryOpen(string path)
    {
        if (!CanOpen)
        {
            return false;
        }

        try
        {
            ProcessStartInfo start = Named is { } browser
                ? new ProcessStartInfo(browser, [path]) { RedirectStandardOutput = true, RedirectStandardError = true }
                : new ProcessStartInfo(path) { UseShellExecute = true };
            using Process? process = Process.Start(start);
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static string? Value(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
