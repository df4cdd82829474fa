using ScottPlot;
using SkiaSharp;

namespace Zvar.Plots;

// The font of a picture, and whether there is one.
internal static class PictureFonts
{
    private static readonly string[] Preferred =
    [
        "Segoe UI", "Helvetica Neue", "Helvetica", "Arial", "Liberation Sans", "Noto Sans", "Open Sans", "DejaVu Sans",
    ];

    // A sans-serif font that reads well small; the system's own where none of those is installed.
    internal static string Name { get; } =
        Preferred.FirstOrDefault(SKFontManager.Default.FontFamilies.Contains) ?? Fonts.Default;

    // Skia draws no letters where it finds no font, and says nothing about it.
    internal static string? FindWarning() =>
        Fonts.GetTypeface(Name, bold: false, italic: false).ContainsGlyphs("0123456789 AB magnitude")
            ? null
            : "There is no font on this machine, so the picture has no text. Install one (on Debian and Ubuntu: "
                + "apt-get install fonts-dejavu-core), or ask for a page, whose text the browser draws.";
}
