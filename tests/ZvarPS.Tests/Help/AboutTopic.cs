using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests.Help;

/// <summary>The about topics.</summary>
internal static class AboutTopic
{
    private const string Ending = ".help.txt";

    internal static string[] Names { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Built.ModuleFolder, "en-US"), $"about_*{Ending}")
            .Select(file => Path.GetFileName(file)[..^Ending.Length]).Order(StringComparer.Ordinal),
    ];

    internal static string[] Read(string name) =>
        File.ReadAllLines(Path.Combine(Built.ModuleFolder, "en-US", name + Ending));
}
