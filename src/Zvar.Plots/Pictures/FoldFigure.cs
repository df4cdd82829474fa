using ScottPlot;

namespace Zvar.Plots;

// A fold as a diagram: magnitude, the brighter the higher, against phase.
internal static class FoldFigure
{
    internal static Figure Draw(FoldView view, Palette palette, FigureSize size)
    {
        var figure = new Figure(palette, size)
        {
            Title = view.GetTitle(),
            Subtitle = view.GetSubtitle(),
            Synthetic = view.LightCurve.Synthetic,
            Tag = view.Label.Length == 0
                ? null
                : new LegendEntry(
                    LabelTag.Of(view.Label), palette.MarkerOf(LabelColor.Of(view.Label, view.Labels), size.LetterSize)),
            Across = new AxisTitle("Phase", "Phase"),
            Up = MagnitudeAxis.TitleOf(view.LightCurve.MagnitudeKind),
        };
        figure.Plot.Axes.Bottom.TickGenerator = new PhaseTicks(view.Cycles);

        IReadOnlyDictionary<string, BandStyle> styles = BandStyle.Of(view.GetAllBands());
        IReadOnlyList<PhasePoint> points = view.GetPoints();
        IReadOnlyList<PhasePoint> bins = view.GetBins();
        float pointSize = MarkSize.Of(points.Count) * size.MarkScale;
        foreach (IGrouping<string, PhasePoint> band in ByBand(points))
        {
            BandStyle style = styles[band.Key];
            figure.Plot.Add.Plottable(bins.Count > 0
                ? Series(band, view.Cycles, palette.MarkerOf(style, pointSize, 0.16))
                : Series(band, view.Cycles, palette.MarkerOf(style, pointSize, 0.85), ErrorColor(0.3)));

            Color ErrorColor(double alpha) => palette.ColorOf(style).WithAlpha(alpha);
        }

        foreach (IGrouping<string, PhasePoint> band in ByBand(bins))
        {
            BandStyle style = styles[band.Key];
            float binSize = (MarkSize.Of(4 * band.Count()) + 1) * size.MarkScale;
            figure.Plot.Add.Plottable(
                Series(band, view.Cycles, palette.MarkerOf(style, binSize), palette.ColorOf(style)));
        }

        foreach (IGrouping<string, PhasePoint> band in ByBand(points.Count > 0 ? points : bins))
        {
            string text = BandLabel.Of(band.Key, band.Sum(point => point.Count));
            figure.AddLegend(new LegendEntry(text, palette.MarkerOf(styles[band.Key], size.LetterSize)));
        }

        figure.LimitAcross(0, view.Cycles);
        figure.LimitUp((points.Count > 0 ? points : bins).Select(point => point.Mag), magnitudes: true);
        return figure;
    }

    private static IOrderedEnumerable<IGrouping<string, PhasePoint>> ByBand(IEnumerable<PhasePoint> points) =>
        points.GroupBy(point => point.Band).OrderBy(band => Band.Order(band.Key));

    private static PointSeries Series(
        IEnumerable<PhasePoint> points, int cycles, MarkerStyle marker, Color? errorColor = null) => new()
        {
            Points = [.. Cycle(points, cycles, (point, cycle) => new Coordinates(point.Phase + cycle, point.Mag))],
            Errors = errorColor is null ? [] : [.. Cycle(points, cycles, (point, _) => point.MagErr)],
            Marker = marker,
            ErrorColor = errorColor ?? default,
        };

    private static IEnumerable<T> Cycle<T>(IEnumerable<PhasePoint> points, int cycles, Func<PhasePoint, int, T> show) =>
        Enumerable.Range(0, cycles).SelectMany(cycle => points.Select(point => show(point, cycle)));
}
