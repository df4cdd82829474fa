using System.Diagnostics;

namespace Zvar.Tests.Tables;

/// <summary>Programs of others that read and write tables, where they are installed.</summary>
internal static class OtherProgram
{
    private static readonly string[] Pythons = ["/usr/bin/python3", "python3"];

    /// <summary>Runs a script in a Python that has astropy, and gives what it printed.</summary>
    internal static string Python(string script, params string[] arguments)
    {
        string? python = Array.Find(Pythons, one => TryRun(one, ["-c", "import astropy"], out _, out _));
        Assert.SkipWhen(python is null, "There is no Python with astropy here (Debian: python3-astropy).");
        return Run(python, ["-c", script, .. arguments]);
    }

    /// <summary>Runs STILTS, and gives what it printed.</summary>
    internal static string Stilts(params string[] arguments)
    {
        Assert.SkipWhen(!TryRun("stilts", ["-version"], out _, out _), "STILTS is not here (Debian: stilts).");
        return Run("stilts", arguments);
    }

    private static string Run(string program, string[] arguments)
    {
        Assert.True(TryRun(program, arguments, out string output, out string errors), $"{program}: {output}{errors}");
        return output + errors;
    }

    private static bool TryRun(string program, string[] arguments, out string output, out string errors)
    {
        (output, errors) = ("", "");
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> said = process.StandardOutput.ReadToEndAsync();
            errors = process.StandardError.ReadToEnd();
            output = said.GetAwaiter().GetResult();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
