using System.Globalization;

namespace Zvar.Tables;

// What tells an export from every other: files that were made for the same are those that would be made again.
internal static class HatsPlan
{
    internal static string Of(int version, HatsSpool spool, HatsOptions options) => string.Create(
        CultureInfo.InvariantCulture,
        $"{version} {spool.Digest} {spool.Began.UtcTicks} {options.Name} {options.MaxRows} {options.MaxPoints}"
        + $" {options.MarginThreshold:R} {options.Created?.UtcTicks}");

    internal static int VersionOf(string plan) => int.Parse(plan.Split(' ')[0], CultureInfo.InvariantCulture);
}
