using ScottPlot;

namespace Zvar.Plots;

// The colours of a theme, each dark (or light) enough for its ground.
internal sealed record Palette(Color Ground, Color Ink, Color Muted, Color Grid, Color Accent, bool IsDark)
{
    private static readonly Palette Light = new(
        Ground: Color.FromHex("#FFFFFF"),
        Ink: Color.FromHex("#1B1F24"),
        Muted: Color.FromHex("#5F6873"),
        Grid: Color.FromHex("#ECEEF1"),
        Accent: Color.FromHex("#2F6DB5"),
        IsDark: false);

    private static readonly Palette Dark = new(
        Ground: Color.FromHex("#14171C"),
        Ink: Color.FromHex("#E8EBEF"),
        Muted: Color.FromHex("#9AA4B0"),
        Grid: Color.FromHex("#262B33"),
        Accent: Color.FromHex("#7FB2F0"),
        IsDark: true);

    internal static Palette Of(PictureTheme theme) => theme == PictureTheme.Dark ? Dark : Light;

    internal Color ColorOf(BandStyle band) => Color.FromHex(IsDark ? band.Dark : band.Light);

    // A square that looks as large as a circle is smaller.
    internal MarkerStyle MarkerOf(BandStyle band, float size, double alpha = 1) =>
        new(ShapeOf(band.Shape), band.Shape == BandShape.Square ? size * 0.88f : size, ColorOf(band).WithAlpha(alpha));

    internal MarkerStyle MarkerOf(LabelColor label, float size) =>
        new(MarkerShape.FilledSquare, size, Color.FromHex(IsDark ? label.Dark : label.Light));

    private static MarkerShape ShapeOf(BandShape shape) => shape switch
    {
        BandShape.Square => MarkerShape.FilledSquare,
        BandShape.Diamond => MarkerShape.FilledDiamond,
        BandShape.Triangle => MarkerShape.FilledTriangleUp,
        _ => MarkerShape.FilledCircle,
    };
}
