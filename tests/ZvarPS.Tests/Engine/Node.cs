using System.Diagnostics;

namespace ZvarPS.Tests.Engine;

/// <summary>
/// The engine of JavaScript that Playwright brings along: it runs the scripts of pages without a browser.
/// </summary>
internal static class Node
{
    /// <summary>What a script prints.</summary>
    internal static async Task<string> RunAsync(string script, params string[] arguments)
    {
        string program = Directory.EnumerateFiles(Built.NodeFolder, "node*", SearchOption.AllDirectories)
            .FirstOrDefault(IsOfThisMachine) ?? "";
        Assert.SkipWhen(program.Length == 0, "There is no Node for this machine.");
        var start = new ProcessStartInfo(program, [Path.Combine(AppContext.BaseDirectory, script), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> complaints = process.StandardError.ReadToEndAsync();
        string printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await complaints);
        return printed;
    }

    private static bool IsOfThisMachine(string file)
    {
        string system = OperatingSystem.IsWindows() ? "win32" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        string machine = System.Runtime.InteropServices.RuntimeInformation.OSArchitecture.ToString();
        string folder = Path.GetFileName(Path.GetDirectoryName(file)!).Replace('_', '-');
        return folder.Equals($"{system}-{machine}", StringComparison.OrdinalIgnoreCase)
            && Path.GetFileNameWithoutExtension(file) == "node";
    }
}
