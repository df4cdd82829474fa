using System.Text;
using ScottPlot;
using SkiaSharp;

namespace Zvar.Plots;

/// <summary>
/// A diagram, or a sheet of them, ready to be written as PNG, SVG or PDF. The same input gives the same bytes.
/// </summary>
public sealed class Picture
{
    // A PDF counts in points, 72 an inch, and a screen in pixels, 96 an inch.
    private const float PointsPerPixel = 0.75f;

    private readonly PictureStyle _style;
    private readonly IReadOnlyList<Func<FigureSize, Figure>> _figures;
    private readonly SheetLayout _sheet;

    private Picture(PictureStyle style, IReadOnlyList<Func<FigureSize, Figure>> figures) =>
        (_style, _figures, _sheet) = (style, figures, SheetLayout.OfSheet(figures.Count, style));

    /// <summary>
    /// Why pictures have no text on this machine, in words for its user; null where they have. A machine without fonts
    /// draws everything but the letters.
    /// </summary>
    public static string? FontWarning => PictureFonts.FindWarning();

    /// <summary>The width of the sheet in pixels.</summary>
    public int Width => _sheet.Width;

    /// <summary>The height of the sheet in pixels.</summary>
    public int Height => _sheet.Height;

    /// <summary>
    /// Folds, magnitude against phase: one fills the picture, several share it as a sheet. With bins their means or
    /// medians and the errors of those stand out from the points; without them each point has its error.
    /// </summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Picture OfFolds(IReadOnlyList<FoldView> folds, PictureStyle style) =>
        Of(folds, style, FoldFigure.Draw);

    /// <summary>
    /// Light curves against time: magnitudes with the limits of non-detections, or difference fluxes.
    /// </summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Picture OfLightCurves(IReadOnlyList<LightCurveView> lightCurves, PictureStyle style) =>
        Of(lightCurves, style, LightCurveFigure.Draw);

    /// <summary>
    /// Periodograms: the power of each method against the period, with the frequency above, what was found and what the
    /// rhythm of observing makes by itself marked.
    /// </summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Picture OfPeriodograms(IReadOnlyList<PeriodogramView> periodograms, PictureStyle style) =>
        Of(periodograms, style, PeriodogramFigure.Draw);

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
    /// <exception cref="InvalidOperationException">
    /// There are more diagrams than one sheet of its size holds; the message says what would be right.
    /// </exception>
    public byte[] ToPng()
    {
        using SKImage image = ToImage();
        using SKData data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    /// <summary>The picture as an SVG document.</summary>
    /// <exception cref="InvalidOperationException">
    /// There are more diagrams than one sheet of its size holds; the message says what would be right.
    /// </exception>
    public string ToSvg()
    {
        RefuseWhatDoesNotFit();
        using var stream = new MemoryStream();
        using (SKCanvas canvas = SKSvgCanvas.Create(PaperOf(_sheet), stream))
        {
            Draw(canvas, _sheet, _figures);
        }

        return SvgText.Settle(Encoding.UTF8.GetString(stream.ToArray()));
    }

    /// <summary>
    /// The picture as a PDF document, its text as text. Several diagrams go over as many pages as they need, of the
    /// size the style says, else of A4 across.
    /// </summary>
    public byte[] ToPdf()
    {
        var layout = SheetLayout.OfPages(_figures.Count, _style);
        SKRect paper = PaperOf(layout);
        using var stream = new MemoryStream();

        // The time of writing would make two files of one picture.
        SKDocumentPdfMetadata metadata = SKDocumentPdfMetadata.Default with { Creation = null, Modified = null };
        using (SKDocument document = SKDocument.CreatePdf(stream, metadata))
        {
            foreach (Func<FigureSize, Figure>[] page in _figures.Chunk(layout.Columns * layout.Rows))
            {
                SKCanvas canvas =
                    document.BeginPage(paper.Width * PointsPerPixel, paper.Height * PointsPerPixel);
                canvas.Scale(PointsPerPixel);
                Draw(canvas, layout, page);
                document.EndPage();
            }

            document.Close();
        }

        return stream.ToArray();
    }

    // The picture's pixels: red, green, blue and alpha, a byte each.
    internal SKImage ToImage()
    {
        RefuseWhatDoesNotFit();
        var info = new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Premul);
        using SKSurface surface = SKSurface.Create(info)
            ?? throw new InvalidOperationException($"There is no memory for a picture of {Width} by {Height} pixels.");
        surface.Canvas.Scale((float)_sheet.Scale);
        Draw(surface.Canvas, _sheet, _figures);
        return surface.Snapshot();
    }

    // The same diagrams in another place: they fill it, and letters, lines and markers change as its tighter side does.
    internal Picture Resize(int width, int height)
    {
        double scale = _sheet.Scale * Math.Min((double)width / Width, (double)height / Height);
        return new Picture(
            _style with { Width = width, Height = height, Scale = Math.Min(scale, PictureStyle.MaxScale) }, _figures);
    }

    private static Picture Of<T>(IReadOnlyList<T> views, PictureStyle style, Func<T, Palette, FigureSize, Figure> draw)
    {
        ArgumentNullException.ThrowIfNull(views);
        ArgumentNullException.ThrowIfNull(style);
        if (views.Count == 0)
        {
            throw new ArgumentException("There is nothing to draw.", nameof(views));
        }

        var palette = Palette.Of(style.Theme);
        return new Picture(
            style, [.. views.Select(view => new Func<FigureSize, Figure>(size => draw(view, palette, size)))]);
    }

    // A sheet's size where lines and letters have their own: before it is scaled up to pixels.
    private static SKRect PaperOf(SheetLayout layout) =>
        SKRect.Create((float)(layout.Width / layout.Scale), (float)(layout.Height / layout.Scale));

    private void RefuseWhatDoesNotFit()
    {
        if (_sheet.Refuse(_figures.Count) is { } words)
        {
            throw new InvalidOperationException(words);
        }
    }

    private void Draw(SKCanvas canvas, SheetLayout layout, IReadOnlyList<Func<FigureSize, Figure>> figures)
    {
        canvas.Clear(Palette.Of(_style.Theme).Ground.ToSKColor());
        FigureSize cell = layout.Cell;
        for (int i = 0; i < figures.Count; i++)
        {
            float left = i % layout.Columns * cell.Width;
            float top = i / layout.Columns * cell.Height;
            using Figure figure = figures[i](cell);
            figure.Draw(canvas, new PixelRect(left, left + cell.Width, top + cell.Height, top));
        }
    }
}
