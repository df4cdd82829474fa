using ScottPlot;
using ScottPlot.TickGenerators;

namespace Zvar.Plots;

// A fold as a diagram: magnitude, the brighter the higher, against phase.
internal static class FoldFigure
{
    internal static Figure Draw(FoldView view, Palette palette, bool small)
    {
        var figure = new Figure(palette, small)
        {
            Title = view.GetTitle(),
            Subtitle = view.GetSubtitle(),
            Synthetic = view.LightCurve.Synthetic,
        };
        figure.Label("Phase", "AB magnitude");
        figure.Plot.Axes.Bottom.TickGenerator = Phases(view.Cycles);

        Fold fold = view.GetFold();
        ILookup<string, PhasePoint> points = fold.EnumeratePoints().ToLookup(point => point.Band);
        ILookup<string, PhasePoint> bins = (view.Bins > 0 ? fold.Bin(view.Bins) : []).ToLookup(bin => bin.Band);
        float size = Palette.PointSize(fold.LightCurve.Points);
        foreach (IGrouping<string, PhasePoint> band in points.OrderBy(band => Band.Order(band.Key)))
        {
            Color color = palette.OfBand(band.Key);
            figure.Plot.Add.Plottable(view.Bins > 0
                ? Series([.. band], view.Cycles, size, color.WithAlpha(0.16))
                : Series([.. band], view.Cycles, size, color.WithAlpha(0.85), color.WithAlpha(0.3)));
            figure.AddLegend(new LegendEntry($"{band.Key} ({band.Count()})", color, Palette.ShapeOfBand(band.Key)));
        }

        foreach (IGrouping<string, PhasePoint> band in bins)
        {
            Color color = palette.OfBand(band.Key);
            figure.Plot.Add.Plottable(
                Series([.. band], view.Cycles, Palette.PointSize(4 * view.Bins) + 1, color, color));
        }

        figure.LimitAcross(0, view.Cycles);
        figure.LimitUp(points.SelectMany(band => band).Select(point => point.Mag), magnitudes: true);
        return figure;
    }

    private static PointSeries Series(
        List<PhasePoint> points, int cycles, float size, Color color, Color errorColor = default) => new()
        {
            Points = [.. Cycle(points, cycles, (point, cycle) => new Coordinates(point.Phase + cycle, point.Mag))],
            Errors = errorColor.A == 0 ? [] : [.. Cycle(points, cycles, (point, _) => point.MagErr)],
            Marker = Palette.MarkerOfBand(points[0].Band, size, color),
            ErrorColor = errorColor,
        };

    private static IEnumerable<T> Cycle<T>(List<PhasePoint> points, int cycles, Func<PhasePoint, int, T> show) =>
        Enumerable.Range(0, cycles).SelectMany(cycle => points.Select(point => show(point, cycle)));

    private static NumericManual Phases(int cycles)
    {
        var ticks = new NumericManual();
        int perCycle = cycles == 1 ? 5 : 4;
        for (int i = 0; i <= cycles * perCycle; i++)
        {
            ticks.AddMajor(i / (double)perCycle, FormattableString.Invariant($"{i / (double)perCycle:0.##}"));
        }

        return ticks;
    }
}
