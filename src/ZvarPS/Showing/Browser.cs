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
        || (!IsRemote
            && (OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() || (HasDisplay && IsProgram(Opener))));

    private static string? Named => Value("BROWSER");

    private static bool IsRemote => Value("SSH_CONNECTION") is not null;

    private static bool HasDisplay => (Value("DISPLAY") ?? Value("WAYLAND_DISPLAY")) is not null;

    /// <summary>Opens a page.</summary>
    /// <returns>False where no browser would.</returns>
    internal static bool TryOpen(string path)
    {
        string program = Named ?? Opener;
        if (!CanOpen || !(OperatingSystem.IsWindows() || IsProgram(program)))
        {
            return false;
        }

        try
        {
            using Process? process = Process.Start(Start(program, path));
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    // Hands a file to the program that is for it.
    private static string Opener =>
        OperatingSystem.IsWindows() ? "explorer.exe" : OperatingSystem.IsMacOS() ? "open" : "xdg-open";

    // A program on the PATH, or where its path says.
    private static bool IsProgram(string name) => (Value("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, name)));

    // It outlives this session: it gets no secrets, and nobody reads what it writes. A shell sends that nowhere, for a
    // pipe would be full one day, and the terminal is not its own.
    private static ProcessStartInfo Start(string program, string path)
    {
        ProcessStartInfo start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo(program, [path])
            : new ProcessStartInfo(
                "/bin/sh", ["-c", "exec \"$0\" \"$1\" </dev/null >/dev/null 2>&1", program, path]);
        ServiceEnvironment.RemoveFrom(start.Environment);
        return start;
    }

    private static string? Value(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
