using System.Text.RegularExpressions;

namespace Zvar.Plots;

// What Skia's SVG lacks to be the same document every time and everywhere.
internal static partial class SvgText
{
    internal static string Settle(string svg)
    {
        // Skia numbers its clip paths through the life of the process: number them through the document.
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        string settled = ClipPathId().Replace(svg, match =>
        {
            numbers.TryAdd(match.Value, numbers.Count + 1);
            return $"clip{numbers[match.Value]}";
        });

        // The font is this machine's; elsewhere another may have to stand in for it.
        return settled.Replace(
            $"font-family=\"{PictureFonts.Name}\"",
            $"font-family=\"{PictureFonts.Name}, sans-serif\"",
            StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?<=(id=""|url\(#))cl_[0-9a-f]+", RegexOptions.CultureInvariant)]
    private static partial Regex ClipPathId();
}
