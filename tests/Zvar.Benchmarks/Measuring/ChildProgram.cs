using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace Zvar.Benchmarks.Measuring;

/// <summary>Programs that do a piece of work.</summary>
internal static class ChildProgram
{
    private static readonly JsonSerializerOptions Words = new(JsonSerializerDefaults.Web);

    /// <summary>Runs a program that says on its last line, as JSON, what its work took.</summary>
    internal static async Task<Cost> WorkAsync(ProcessStartInfo start)
    {
        (string said, double seconds) = await RunAsync(start);
        return JsonSerializer.Deserialize<Cost>(said.TrimEnd().Split('\n')[^1], Words) with { Whole = seconds };
    }

    /// <summary>Runs a program from its start to its end.</summary>
    internal static async Task<(string Said, double Seconds)> RunAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        long begin = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        double seconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        return process.ExitCode == 0 && (await errors).Length == 0
            ? (output, seconds)
            : throw new InvalidOperationException(
                $"{start.FileName} ended with {process.ExitCode} and said:\n{output}{await errors}");
    }

    /// <summary>Whether there is such a program, and it ends well.</summary>
    internal static bool Runs(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using Process process = Process.Start(start)!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
