using System.Globalization;
using System.Runtime.InteropServices;

namespace Zvar.Benchmarks.Measuring;

/// <summary>What numbers of this run were measured on.</summary>
internal static class Machine
{
    private const string LoadFile = "/proc/loadavg";

    internal static string Facts => string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} cores{Load}, {RuntimeInformation.FrameworkDescription}, "
        + $"{RuntimeInformation.OSDescription}, {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC");

    // A busy machine slows both sides of a ratio, but not always alike: the reader should know.
    private static string Load =>
        File.Exists(LoadFile) ? $" (load {File.ReadAllText(LoadFile).Split(' ')[0]})" : "";
}
