using System.Diagnostics;

namespace ZvarPS.Tests.Engine;

/// <summary>ZvarPS.Host as a program of its own, under whatever another program makes of it.</summary>
internal static class Host
{
    /// <summary>Says to a program that it is to have no network; empty where that is not permitted.</summary>
    internal static string[] WithoutNetwork { get; } = IfItRuns("unshare", "--map-root-user", "--net");

    /// <summary>
    /// Says to a program that what is read-only is so, also where the tests are run by root; empty where that is not
    /// permitted, and not needed.
    /// </summary>
    internal static string[] WithoutPrivileges { get; } = Environment.IsPrivilegedProcess
        ? IfItRuns("setpriv", "--bounding-set=-dac_override,-dac_read_search")
        : [];

    /// <summary>
    /// Has a shell mount what nobody else sees before it starts a program; empty where that is not permitted.
    /// </summary>
    /// <param name="mount">What the shell runs; the program runs where it has gone to.</param>
    internal static string[] WithMounts(string mount) => IfItRuns("unshare", "--map-root-user", "--mount") switch
    {
        [] => [],
        var own => [.. own, "sh", "-c", $"{mount} && exec \"$@\"", "sh"],
    };

    /// <summary>Starts it.</summary>
    /// <param name="under">The program that starts it, with its arguments; none for nobody.</param>
    /// <param name="arguments">What it is to run.</param>
    /// <param name="folder">Its current directory.</param>
    /// <param name="environment">Variables it has beside this process's.</param>
    internal static Process Start(
        string[] under, string[] arguments, string folder, params (string Name, string Value)[] environment)
    {
        string[] line = [.. under, "dotnet", Built.HostProgram, .. arguments];
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>What it writes, when it has ended well.</summary>
    internal static async Task<string> RunAsync(
        string[] under, string[] arguments, string folder, params (string Name, string Value)[] environment)
    {
        using Process process = Start(under, arguments, folder, environment);
        Task<string> complaints = process.StandardError.ReadToEndAsync();
        string said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{await complaints}{said}");
        return said;
    }

    private static string[] IfItRuns(params string[] program)
    {
        try
        {
            using Process tried = Process.Start(new ProcessStartInfo(program[0], [.. program[1..], "true"])
            {
                RedirectStandardError = true,
            })!;
            tried.WaitForExit();
            return tried.ExitCode == 0 ? program : [];
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return [];
        }
    }
}
