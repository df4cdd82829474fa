using ScottPlot;

namespace Zvar.Plots;

// A light curve as a diagram: magnitude, the brighter the higher, or flux, against time.
internal static class LightCurveFigure
{
    internal static Figure Draw(LightCurveView view, Palette palette, bool small)
    {
        LightCurve curve = view.LightCurve.Where(i => view.Bands.Contains(view.LightCurve.Band[i]));
        bool magnitudes = view.Quantity == PhotometryFormat.Mag;
        double[] values = magnitudes ? curve.Mag : curve.Flux;
        double[] errors = magnitudes ? curve.MagErr : curve.FluxErr;
        double[] limits = magnitudes ? curve.LimitingMag : [];
        double start = curve.Points == 0 ? 0 : Math.Floor(curve.Time.Min() / 1000) * 1000;
        var figure = new Figure(palette, small)
        {
            Title = ObjectTitle.Of(curve),
            Subtitle = Describe(curve, magnitudes),
            Synthetic = curve.Synthetic,
        };
        figure.Label(
            FormattableString.Invariant($"BJD - {start:0} (days)"),
            magnitudes ? "AB magnitude" : "Difference flux (survey units)");

        foreach (string band in curve.GetBands())
        {
            Color color = palette.OfBand(band);
            int[] ofBand = [.. Enumerable.Range(0, curve.Points).Where(i => curve.Band[i] == band)];
            Coordinates At(int row, double value) => new(curve.Time[row] - start, value);
            int[] missed = magnitudes
                ? [.. ofBand.Where(row => double.IsNaN(values[row]) && double.IsFinite(limits[row]))]
                : [];
            int[] seen = [.. ofBand.Where(row => double.IsFinite(values[row]))];
            figure.Plot.Add.Plottable(new PointSeries
            {
                Points = Array.ConvertAll(missed, row => At(row, limits[row])),
                Marker = new MarkerStyle(MarkerShape.OpenTriangleDown, 6, color.WithAlpha(0.5)) { LineWidth = 1 },
            });
            figure.Plot.Add.Plottable(new PointSeries
            {
                Points = Array.ConvertAll(seen, row => At(row, values[row])),
                Errors = Array.ConvertAll(seen, row => errors[row]),
                Marker = Palette.MarkerOfBand(band, Palette.PointSize(curve.Points), color.WithAlpha(0.85)),
                ErrorColor = color.WithAlpha(0.3),
            });
            figure.AddLegend(new LegendEntry($"{band} ({seen.Length})", color, Palette.ShapeOfBand(band)));
        }

        if (curve.Points > 0)
        {
            double air = Math.Max(0.01, (curve.Time.Max() - curve.Time.Min()) * 0.02);
            figure.LimitAcross(curve.Time.Min() - start - air, curve.Time.Max() - start + air);
        }

        figure.LimitUp([.. values, .. limits], magnitudes);
        return figure;
    }

    private static string Describe(LightCurve curve, bool magnitudes)
    {
        int missed = curve.Points - curve.Detections;
        return magnitudes && missed > 0
            ? $"{curve.Detections} detections; {missed} non-detections, as triangles at their limiting magnitudes"
            : $"{curve.Points} points";
    }
}
