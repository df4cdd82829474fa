using System.Reflection;

namespace Zvar.Benchmarks.Measuring;

/// <summary>Where the build has put what is measured.</summary>
internal static class Built
{
    internal static string Module { get; } = Metadata("Module");

    internal static string ServerProgram { get; } = Metadata("ServerProgram");

    internal static string Way(string file) => Path.Combine(AppContext.BaseDirectory, "Ways", file);

    internal static string Example(string file) =>
        Path.Combine(Path.GetDirectoryName(Module)!, "examples", "cluster", file);

    private static string Metadata(string key) => typeof(Built).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == key).Value!;
}
