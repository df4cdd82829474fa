using ScottPlot;
using SkiaSharp;

namespace Zvar.Plots;

// One diagram with its head: the title and what is said beneath it to the left, the legend to the right.
internal sealed class Figure : IDisposable
{
    private const float Margin = 14;
    private const double MagnitudeOfAir = 0.01;

    private readonly Palette _palette;
    private readonly List<LegendEntry> _legend = [];

    internal Figure(Palette palette, bool small)
    {
        _palette = palette;
        LetterSize = small ? 10.5f : 12;
        TitleSize = small ? 12.5f : 16;
        Plot.FigureBackground.Color = palette.Ground;
        Plot.DataBackground.Color = palette.Ground;
        Plot.Axes.Color(palette.Ink);
        Plot.Axes.FrameColor(palette.Muted);
        Plot.Grid.MajorLineColor = palette.Grid;
        Plot.HideLegend();
        foreach (IAxis axis in Plot.Axes.GetAxes())
        {
            axis.TickLabelStyle.FontName = PictureFonts.Name;
            axis.TickLabelStyle.FontSize = LetterSize - 0.5f;
            axis.MajorTickStyle.Color = palette.Muted;
            axis.MinorTickStyle.Color = palette.Muted;
        }

        Plot.Axes.Bottom.TickGenerator = new PlainTicks();
        Plot.Axes.Left.TickGenerator = new PlainTicks();
    }

    internal Plot Plot { get; } = new();

    internal string Title { get; init; } = "";

    internal string Subtitle { get; init; } = "";

    internal bool Synthetic { get; init; }

    private float LetterSize { get; }

    private float TitleSize { get; }

    private float HeadHeight => Margin + (1.4f * TitleSize) + LetterSize;

    internal void Label(string across, string up)
    {
        Plot.Axes.Bottom.Label.Text = across;
        Plot.Axes.Left.Label.Text = up;
        foreach (IAxis axis in Plot.Axes.GetAxes())
        {
            axis.Label.FontName = PictureFonts.Name;
            axis.Label.FontSize = LetterSize + 0.5f;
            axis.Label.Bold = false;
        }
    }

    internal void AddLegend(LegendEntry entry) => _legend.Add(entry);

    // Writes beside a point.
    internal void Write(string text, Coordinates point, bool toTheLeft)
    {
        ScottPlot.Plottables.Text label = Plot.Add.Text(text, point);
        label.LabelFontName = PictureFonts.Name;
        label.LabelFontSize = LetterSize - 1.5f;
        label.LabelFontColor = _palette.Muted;
        label.LabelAlignment = toTheLeft ? Alignment.MiddleRight : Alignment.MiddleLeft;
        label.OffsetX = toTheLeft ? -7 : 7;
    }

    internal void LimitAcross(double from, double to) => Plot.Axes.SetLimitsX(from, to);

    // All of these values with some air about them, the smaller the higher where it is a magnitude.
    internal void LimitUp(IEnumerable<double> values, bool magnitudes)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        if (finite.Length > 0)
        {
            double air = Math.Max(MagnitudeOfAir, (finite.Max() - finite.Min()) * 0.06);
            (double low, double high) = (finite.Min() - air, finite.Max() + air);
            Plot.Axes.SetLimitsY(magnitudes ? high : low, magnitudes ? low : high);
        }
    }

    internal void Draw(SKCanvas canvas, PixelRect cell)
    {
        using var paint = Paint.NewDisposablePaint();
        Drawing.FillRectangle(canvas, cell, paint, new FillStyle { Color = _palette.Ground });
        var below = new PixelRect(cell.Left + 6, cell.Right, cell.Bottom, cell.Top + HeadHeight);
        Plot.RenderManager.ClearCanvasBeforeEachRender = false;

        // ScottPlot draws a plot a second time, over the first, when it meets its limits anew.
        using var rehearsal = new SKNoDrawCanvas((int)cell.Right, (int)cell.Bottom);
        Plot.Render(rehearsal, below);
        canvas.Save();
        Plot.Render(canvas, below);
        canvas.Restore();
        DrawHead(canvas, cell, paint);
    }

    public void Dispose() => Plot.Dispose();

    private void DrawHead(SKCanvas canvas, PixelRect cell, Paint paint)
    {
        float left = cell.Left + Margin;
        float right = cell.Right - Margin;
        float top = cell.Top + Margin;
        float middle = top + (0.65f * TitleSize);
        foreach (LegendEntry entry in Enumerable.Reverse(_legend))
        {
            LabelStyle letters = Letters(LetterSize, _palette.Ink, Alignment.MiddleRight);
            letters.Render(canvas, new Pixel(right, middle), paint, entry.Text);
            right -= letters.Measure(entry.Text, paint).Width + 9;
            Drawing.DrawMarker(canvas, paint, new Pixel(right, middle), new MarkerStyle(entry.Shape, 8, entry.Color));
            right -= 16;
        }

        LabelStyle title = Letters(TitleSize, _palette.Ink, Alignment.UpperLeft, bold: true);
        title.Render(canvas, new Pixel(left, top), paint, Fit(Title, title, right - left, paint));
        LabelStyle subtitle = Letters(LetterSize, _palette.Muted, Alignment.UpperLeft);
        subtitle.Render(
            canvas,
            new Pixel(left, top + (1.4f * TitleSize)),
            paint,
            Fit(Subtitle, subtitle, cell.Right - Margin - left, paint));
        if (Synthetic)
        {
            LabelStyle note = Letters(LetterSize - 1, _palette.Muted, Alignment.LowerRight);
            note.Italic = true;
            note.Render(canvas, new Pixel(cell.Right - Margin, cell.Bottom - 4), paint, "synthetic (demo sky)");
        }
    }

    private static string Fit(string text, LabelStyle letters, float width, Paint paint)
    {
        string fitting = text;
        for (int length = text.Length - 1; length > 0 && letters.Measure(fitting, paint).Width > width; length--)
        {
            fitting = text[..length] + "…";
        }

        return fitting;
    }

    private static LabelStyle Letters(float size, Color color, Alignment alignment, bool bold = false) => new()
    {
        FontName = PictureFonts.Name,
        FontSize = size,
        ForeColor = color,
        Alignment = alignment,
        Bold = bold,
        BorderWidth = 0,
    };
}
