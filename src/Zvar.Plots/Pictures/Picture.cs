using System.Text;
using ScottPlot;
using SkiaSharp;

namespace Zvar.Plots;

/// <summary>
/// A diagram, or a sheet of them, ready to be written as PNG or SVG. The same input gives the same bytes.
/// </summary>
public sealed class Picture
{
    private readonly PictureStyle _style;
    private readonly IReadOnlyList<Func<bool, Figure>> _figures;
    private readonly int _columns;

    private Picture(PictureStyle style, IReadOnlyList<Func<bool, Figure>> figures)
    {
        _style = style;
        _figures = figures;
        _columns = figures.Count switch { 1 => 1, <= 4 => 2, <= 9 => 3, _ => 4 };
        int rows = (figures.Count + _columns - 1) / _columns;
        (double width, double height) = figures.Count == 1 ? (800, 520) : (480 * _columns, 330 * rows);
        Width = style.Width > 0 ? style.Width : (int)Math.Ceiling(width * style.Scale);
        Height = style.Height > 0 ? style.Height : (int)Math.Ceiling(height * style.Scale);
        if (Width > PictureStyle.MaxSide || Height > PictureStyle.MaxSide)
        {
            throw new ArgumentException(
                $"A sheet of {figures.Count} diagrams would be {Width} by {Height} pixels; a picture has at most "
                + $"{PictureStyle.MaxSide} a side. Draw fewer at a time, or give a smaller scale or a size.");
        }
    }

    /// <summary>
    /// Why pictures have no text on this machine, in words for its user; null where they have. A machine without fonts
    /// draws everything but the letters.
    /// </summary>
    public static string? FontWarning => PictureFonts.FindWarning();

    /// <summary>The width in pixels.</summary>
    public int Width { get; }

    /// <summary>The height in pixels.</summary>
    public int Height { get; }

    /// <summary>
    /// Folds, magnitude against phase: one fills the picture, several share it as a sheet. With bins their means and
    /// standard errors stand out from the points; without them each point has its error.
    /// </summary>
    /// <exception cref="ArgumentException">There is none, or so many that no picture holds them.</exception>
    public static Picture OfFolds(IReadOnlyList<FoldView> folds, PictureStyle style) =>
        Of(folds, style, FoldFigure.Draw);

    /// <summary>
    /// Light curves against time (BJD): magnitudes with the limits of non-detections, or difference fluxes.
    /// </summary>
    /// <exception cref="ArgumentException">There is none, or so many that no picture holds them.</exception>
    public static Picture OfLightCurves(IReadOnlyList<LightCurveView> lightCurves, PictureStyle style) =>
        Of(lightCurves, style, LightCurveFigure.Draw);

    /// <summary>
    /// Stars in Gaia's colour-magnitude diagram: the absolute G magnitude without extinction against BP - RP. A match
    /// without a colour or with a parallax that is not positive has no place in it.
    /// </summary>
    /// <param name="matches">The stars' Gaia sources.</param>
    /// <param name="style">How the picture is to look.</param>
    public static Picture OfColorMagnitude(IReadOnlyList<GaiaMatch> matches, PictureStyle style)
    {
        ArgumentNullException.ThrowIfNull(matches);
        return Of([matches], style, ColorMagnitudeFigure.Draw);
    }

    /// <summary>The picture as a PNG file.</summary>
    public byte[] ToPng()
    {
        using SKImage image = ToImage();
        using SKData data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    /// <summary>The picture as an SVG document.</summary>
    public string ToSvg()
    {
        using var stream = new MemoryStream();
        using (SKCanvas canvas = SKSvgCanvas.Create(SKRect.Create(Paper.Width, Paper.Height), stream))
        {
            Draw(canvas);
        }

        return SvgText.Settle(Encoding.UTF8.GetString(stream.ToArray()));
    }

    // The picture's pixels: red, green, blue and alpha, a byte each.
    internal SKImage ToImage()
    {
        var info = new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Premul);
        using SKSurface surface = SKSurface.Create(info)
            ?? throw new InvalidOperationException($"There is no memory for a picture of {Width} by {Height} pixels.");
        surface.Canvas.Scale((float)_style.Scale);
        Draw(surface.Canvas);
        return surface.Snapshot();
    }

    // The same diagrams in another place: they fill it, and letters, lines and markers change as its tighter side does.
    internal Picture Resize(int width, int height)
    {
        double scale = _style.Scale * Math.Min((double)width / Width, (double)height / Height);
        return new Picture(
            _style with { Width = width, Height = height, Scale = Math.Min(scale, PictureStyle.MaxScale) }, _figures);
    }

    private static Picture Of<T>(IReadOnlyList<T> views, PictureStyle style, Func<T, Palette, bool, Figure> draw)
    {
        ArgumentNullException.ThrowIfNull(views);
        ArgumentNullException.ThrowIfNull(style);
        if (views.Count == 0)
        {
            throw new ArgumentException("There is nothing to draw.", nameof(views));
        }

        var palette = Palette.Of(style.Theme);
        return new Picture(
            style, [.. views.Select(view => new Func<bool, Figure>(small => draw(view, palette, small)))]);
    }

    // The picture's size where lines and letters have their own: before it is scaled up to pixels.
    private PixelSize Paper => new((float)(Width / _style.Scale), (float)(Height / _style.Scale));

    private void Draw(SKCanvas canvas)
    {
        canvas.Clear(Palette.Of(_style.Theme).Ground.ToSKColor());
        int rows = (_figures.Count + _columns - 1) / _columns;
        float width = Paper.Width / _columns;
        float height = Paper.Height / rows;
        for (int i = 0; i < _figures.Count; i++)
        {
            float left = i % _columns * width;
            float top = i / _columns * height;
            using Figure figure = _figures[i](width < 600);
            figure.Draw(canvas, new PixelRect(left, left + width, top + height, top));
        }
    }
}
