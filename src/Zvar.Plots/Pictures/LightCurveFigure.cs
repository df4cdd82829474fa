using ScottPlot;

namespace Zvar.Plots;

// A light curve as a diagram: magnitude, the brighter the higher, or flux, against time.
internal static class LightCurveFigure
{
    internal static Figure Draw(LightCurveView view, Palette palette, FigureSize size)
    {
        bool magnitudes = view.Quantity == PhotometryFormat.Mag;
        double origin = TimeAxis.OriginOf(view.LightCurve);
        var figure = new Figure(palette, size)
        {
            Title = view.GetTitle(),
            Subtitle = view.GetSubtitle(),
            Synthetic = view.LightCurve.Synthetic,
            Across = TimeAxis.TitleOf(origin, view.LightCurve.TimeSystem),
            Up = magnitudes
                ? MagnitudeAxis.TitleOf(view.LightCurve.MagnitudeKind)
                : new AxisTitle("Difference flux (survey units)", "Flux"),
        };

        IReadOnlyDictionary<string, BandStyle> styles = BandStyle.Of(view.LightCurve.GetBands());
        ShownExposure[] exposures = [.. view.GetExposures()];
        foreach (IGrouping<string, ShownExposure> band in
            exposures.GroupBy(one => one.Band).OrderBy(band => Band.Order(band.Key)))
        {
            BandStyle style = styles[band.Key];
            Color color = palette.ColorOf(style);
            Coordinates At(ShownExposure one) => new(one.Time - origin, one.Value);
            ShownExposure[] seen = [.. band.Where(one => !one.IsLimit)];
            figure.Plot.Add.Plottable(new PointSeries
            {
                Points = [.. band.Where(one => one.IsLimit).Select(At)],
                Marker = new MarkerStyle(MarkerShape.OpenTriangleDown, 6 * size.MarkScale, color.WithAlpha(0.5))
                {
                    LineWidth = 1,
                },
            });
            figure.Plot.Add.Plottable(new PointSeries
            {
                Points = Array.ConvertAll(seen, At),
                Errors = Array.ConvertAll(seen, one => one.Error),
                Marker = palette.MarkerOf(style, MarkSize.Of(exposures.Length) * size.MarkScale, 0.85),
                ErrorColor = color.WithAlpha(0.3),
            });
            figure.AddLegend(new LegendEntry(
                BandLabel.Of(band.Key, seen.Length), palette.MarkerOf(style, size.LetterSize)));
        }

        (double from, double to) = AxisRange.Of(exposures.Select(one => one.Time - origin), air: 0.02);
        figure.LimitAcross(from, to);
        figure.LimitUp(exposures.Select(one => one.Value), magnitudes);
        return figure;
    }
}
