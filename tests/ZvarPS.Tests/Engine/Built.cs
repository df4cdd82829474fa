using System.Reflection;

namespace ZvarPS.Tests.Engine;

/// <summary>Where the build has put what the tests run.</summary>
internal static class Built
{
    internal static string ModuleFolder { get; } = Metadata("ModuleFolder");

    internal static string Manifest { get; } = Path.Combine(ModuleFolder, "ZvarPS.psd1");

    internal static string ServerProgram { get; } = Metadata("ServerProgram");

    internal static string HostProgram { get; } = Metadata("HostProgram");

    internal static string HelpProgram { get; } = Metadata("HelpProgram");

    internal static string NodeFolder { get; } = Metadata("NodeFolder");

    private static string Metadata(string key) => typeof(Built).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == key).Value!;
}
