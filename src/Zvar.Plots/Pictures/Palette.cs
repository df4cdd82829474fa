using ScottPlot;

namespace Zvar.Plots;

// The colours of a theme. The bands' green, red and orange stay apart, in hue or in lightness, for readers who do not
// see red and green as others do, and each is dark (or light) enough for its ground.
internal sealed record Palette(
    Color Ground, Color Ink, Color Muted, Color Grid, Color Accent, Color Green, Color Red, Color Orange)
{
    private static readonly Palette Light = new(
        Ground: Color.FromHex("#FFFFFF"),
        Ink: Color.FromHex("#1B1F24"),
        Muted: Color.FromHex("#5F6873"),
        Grid: Color.FromHex("#ECEEF1"),
        Accent: Color.FromHex("#2F6DB5"),
        Green: Color.FromHex("#00876C"),
        Red: Color.FromHex("#C1272D"),
        Orange: Color.FromHex("#E08A00"));

    private static readonly Palette Dark = new(
        Ground: Color.FromHex("#14171C"),
        Ink: Color.FromHex("#E8EBEF"),
        Muted: Color.FromHex("#9AA4B0"),
        Grid: Color.FromHex("#262B33"),
        Accent: Color.FromHex("#7FB2F0"),
        Green: Color.FromHex("#35C79A"),
        Red: Color.FromHex("#FF6B5E"),
        Orange: Color.FromHex("#FFC04D"));

    internal static Palette Of(PictureTheme theme) => theme == PictureTheme.Dark ? Dark : Light;

    internal Color OfBand(string band) => band switch { "g" => Green, "r" => Red, "i" => Orange, _ => Muted };

    // Each band has a shape too, for print without colours; a square that looks as large as a circle is smaller.
    internal static MarkerStyle MarkerOfBand(string band, float size, Color color) =>
        new(ShapeOfBand(band), band == "r" ? size * 0.88f : size, color);

    internal static MarkerShape ShapeOfBand(string band) => band switch
    {
        "r" => MarkerShape.FilledSquare,
        "i" => MarkerShape.FilledDiamond,
        _ => MarkerShape.FilledCircle,
    };

    // Many points are small, few are large.
    internal static float PointSize(int points) =>
        points switch { > 4000 => 2.5f, > 1000 => 3.5f, > 300 => 4.5f, _ => 5.5f };
}
