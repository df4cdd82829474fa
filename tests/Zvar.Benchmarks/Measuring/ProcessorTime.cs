using System.Globalization;
using System.Runtime.Versioning;

namespace Zvar.Benchmarks.Measuring;

/// <summary>Seconds of processors that processes have used, as Linux counts them: see proc_pid_stat(5).</summary>
internal static class ProcessorTime
{
    // Of this file Linux counts in hundredths of a second on all that .NET runs on.
    private const double Tick = 0.01;

    /// <summary>Of the programs that this one has started and that have ended, and of those which they had.</summary>
    [SupportedOSPlatform("linux")]
    internal static double OfChildren => Fields(File.ReadAllText("/proc/self/stat"))[2..].Sum() * Tick;

    /// <summary>Of a process, and of those that it had.</summary>
    [SupportedOSPlatform("linux")]
    internal static double Of(int process) => In(File.ReadAllText($"/proc/{process}/stat"));

    /// <summary>The same, in what was the process's file.</summary>
    internal static double In(string stat) => Fields(stat).Sum() * Tick;

    // User and system, then those of its children. The name, which comes before, may have blanks in it.
    private static double[] Fields(string stat) =>
        [.. stat.Split(')')[^1].Split(' ')[12..16].Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
}
