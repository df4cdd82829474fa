using ScottPlot;
using SkiaSharp;

namespace Zvar.Plots;

// One diagram: the plot, or several with one axis across, and what is written around them. In little room letters are smaller and ticks fewer, and what
// still has no place is left out, so that nothing stands over another.
internal sealed class Figure : IDisposable
{
    private const string SyntheticNote = "synthetic (demo sky)";
    private const float LineHeight = 1.35f;

    private readonly Palette _palette;
    private readonly FigureSize _size;
    private readonly List<LegendEntry> _legend = [];

    internal Figure(Palette palette, FigureSize size, int plots = 1)
    {
        _palette = palette;
        _size = size;
        Plots = [.. Enumerable.Range(0, plots).Select(_ => NewPlot())];
    }

    // One above the other, from the top.
    internal IReadOnlyList<Plot> Plots { get; }

    internal Plot Plot => Plots[0];

    internal string Title { get; init; } = "";

    internal string Subtitle { get; init; } = "";

    internal bool Synthetic { get; init; }

    // Before the title; null for none.
    internal LegendEntry? Tag { get; init; }

    internal AxisTitle Across { get; init; }

    internal AxisTitle Up { get; init; }

    // Along a second axis, above the plot; without a text where there is none.
    internal AxisTitle Above { get; init; }

    // Between two plots.
    private float PlotGap => Plots.Count > 1 ? _size.LetterSize : 0;

    private float TickLength => _size.LetterSize / 3;

    private LabelStyle TitleLetters => Letters.Of(_size.LetterSize + 0.5f, _palette.Ink, Alignment.MiddleCenter);

    private LabelStyle NoteLetters => Letters.Of(_size.LetterSize - 1, _palette.Muted, Alignment.MiddleRight);

    internal void AddLegend(LegendEntry entry) => _legend.Add(entry);

    // Writes beside points, where there is room for it.
    internal void AddNames(IEnumerable<(string Name, Coordinates Place)> names)
    {
        if (_size.HasPointNames)
        {
            LabelStyle letters = Letters.Of(_size.LetterSize - 1.5f, _palette.Muted, Alignment.MiddleLeft);
            Plot.Add.Plottable(new PointNames([.. names], letters));
        }
    }

    // The numbers below the lowest plot, and those above the highest.
    internal void UseTicksAcross(ITickGenerator below, ITickGenerator above)
    {
        foreach (Plot plot in Plots)
        {
            plot.Axes.Bottom.TickGenerator = below;
            plot.Axes.Bottom.TickLabelStyle.IsVisible = plot == Plots[^1];
        }

        Plot.Axes.Top.TickGenerator = above;
        Plot.Axes.SetLimits(Plot.Axes.GetLimits(), Plot.Axes.Top, Plot.Axes.Left);
    }

    internal void LimitAcross(double from, double to) => Plot.Axes.SetLimitsX(from, to);

    // All of these values with some air about them, the smaller the higher where it is a magnitude.
    internal void LimitUp(IEnumerable<double> values, bool magnitudes)
    {
        (double low, double high) = AxisRange.Of(values, air: 0.06);
        Plot.Axes.SetLimitsY(magnitudes ? high : low, magnitudes ? low : high);
    }

    internal void Draw(SKCanvas canvas, PixelRect cell)
    {
        using var paint = Paint.NewDisposablePaint();
        Drawing.FillRectangle(canvas, cell, paint, new FillStyle { Color = _palette.Ground });
        float margin = _size.Margin;
        var room = new PixelRect(
            cell.Left + margin, cell.Right - margin, cell.Bottom - (margin / 2), cell.Top + margin);
        float top = new FigureHead(_palette, _size).Draw(canvas, room, Tag, Title, Subtitle, _legend, paint);
        room = new PixelRect(room.Left, room.Right, room.Bottom, top + (_size.LetterSize / 2));

        // The note stands to the right of the title of the axis, else on a line of its own.
        FigureFrame frame = Place(room, noteLines: 0, paint);
        float noteWidth = NoteLetters.WidthOf(SyntheticNote, paint) + _size.LetterSize;
        if (Synthetic
            && (!_size.HasAxisTitles || frame.AcrossEnd(TitleLetters, paint) > room.Right - noteWidth))
        {
            frame = Place(room, noteLines: 1, paint);
        }

        float each = (frame.Data.Height + PlotGap) / Plots.Count;
        for (int i = 0; i < Plots.Count; i++)
        {
            float plotTop = frame.Data.Top + (i * each);
            DrawPlot(
                Plots[i],
                canvas,
                cell,
                new PixelRect(frame.Data.Left, frame.Data.Right, plotTop + each - PlotGap, plotTop));
        }

        LabelStyle letters = TitleLetters;
        float half = LineHeight * _size.LetterSize / 2;
        letters.Write(canvas, new Pixel(frame.Data.HorizontalCenter, frame.AcrossMiddle), frame.Across, paint);
        if (frame.Above.Length > 0)
        {
            letters.Write(canvas, new Pixel(frame.Data.HorizontalCenter, room.Top + half), frame.Above, paint);
        }

        letters.Rotation = -90;
        letters.Write(canvas, new Pixel(room.Left + half, frame.Data.VerticalCenter), frame.Up, paint);
        if (Synthetic)
        {
            LabelStyle note = NoteLetters;
            note.Italic = true;
            note.Write(canvas, new Pixel(room.Right, room.Bottom - half), SyntheticNote, paint);
        }
    }

    public void Dispose()
    {
        foreach (Plot plot in Plots)
        {
            plot.Dispose();
        }
    }

    private Plot NewPlot()
    {
        var plot = new Plot();
        plot.FigureBackground.Color = _palette.Ground;
        plot.DataBackground.Color = _palette.Ground;
        plot.Axes.Color(_palette.Ink);
        plot.Axes.FrameColor(_palette.Muted);
        plot.Grid.MajorLineColor = _palette.Grid;
        plot.HideLegend();
        foreach (IAxis axis in plot.Axes.GetAxes())
        {
            axis.TickLabelStyle.FontName = PictureFonts.Name;
            axis.TickLabelStyle.FontSize = _size.LetterSize - 0.5f;
            axis.MajorTickStyle.Color = _palette.Muted;
            axis.MinorTickStyle.Color = _palette.Muted;
            axis.MajorTickStyle.Length = TickLength;
            axis.MinorTickStyle.Length = TickLength / 2;
        }

        plot.Axes.Bottom.TickGenerator = new PlainTicks();
        plot.Axes.Left.TickGenerator = new PlainTicks();
        return plot;
    }

    // Where the axes are, and what is written along them.
    private FigureFrame Place(PixelRect room, int noteLines, Paint paint)
    {
        float line = LineHeight * _size.LetterSize;
        LabelStyle letters = TitleLetters;
        string Choose(AxisTitle title, float length) =>
            !_size.HasAxisTitles ? ""
            : letters.WidthOf(title.Text, paint) <= length ? title.Text
            : letters.WidthOf(title.Short, paint) <= length ? title.Short
            : "";

        // The shorter words always have room across where titles are written at all.
        float acrossMiddle = room.Bottom - ((noteLines + 0.5f) * line);
        float bottom = room.Bottom - ((noteLines + (_size.HasAxisTitles ? 1 : 0)) * line) - line - TickLength;
        bool hasAbove = Above.Text is not null;
        float top = room.Top + (hasAbove ? ((_size.HasAxisTitles ? 1 : 0) * line) + line + TickLength : 0);
        float height = Math.Max(1, bottom - top);
        string up = Choose(Up, height);
        float labels = Plots.Max(plot => WidthOfNumbers(plot, (height / Plots.Count) - PlotGap, paint));
        float left = room.Left + (up.Length > 0 ? line : 0) + labels + TickLength + (0.8f * _size.LetterSize);
        float right = Math.Max(left + 1, room.Right - Math.Max(0, _size.LetterSize - _size.Margin));
        return new FigureFrame(
            new PixelRect(left, right, bottom, top),
            Choose(Across, right - left),
            up,
            hasAbove ? Choose(Above, right - left) : "",
            acrossMiddle);
    }

    private static float WidthOfNumbers(Plot plot, float height, Paint paint)
    {
        IAxis axis = plot.Axes.Left;
        axis.TickGenerator.Regenerate(
            plot.Axes.GetLimits().VerticalRange,
            Edge.Left,
            new PixelLength(Math.Max(1, height)),
            paint,
            axis.TickLabelStyle);
        return axis.TickGenerator.Ticks.Max(tick => axis.TickLabelStyle.WidthOf(tick.Label, paint));
    }

    private static void DrawPlot(Plot plot, SKCanvas canvas, PixelRect cell, PixelRect data)
    {
        plot.Layout.Fixed(new PixelPadding(
            data.Left - cell.Left, cell.Right - data.Right, cell.Bottom - data.Bottom, data.Top - cell.Top));
        plot.RenderManager.ClearCanvasBeforeEachRender = false;
        plot.FigureBackground.Color = Colors.Transparent;

        // ScottPlot draws a plot a second time, over the first, when it meets its limits anew.
        using var rehearsal = new SKNoDrawCanvas((int)cell.Right, (int)cell.Bottom);
        plot.Render(rehearsal, cell);
        canvas.Save();
        plot.Render(canvas, cell);
        canvas.Restore();
    }
}
