namespace Zvar.Plots;

/// <summary>A light curve drawn against time as text, in Braille characters, for a terminal or a file.</summary>
public static class LightCurveText
{
    private const int MostTicks = 10;

    /// <summary>Draws a light curve.</summary>
    /// <param name="view">What is shown: a detection is a larger mark than the limit of a non-detection.</param>
    /// <param name="width">In columns; fewer than 40 are taken for that many.</param>
    /// <param name="height">In lines; fewer than 10 are taken for that many.</param>
    /// <param name="color">Whether the bands have their colours, by ANSI escape sequences.</param>
    /// <returns>As many lines as high, none wider than the width.</returns>
    public static IReadOnlyList<string> Draw(LightCurveView view, int width, int height, bool color)
    {
        ArgumentNullException.ThrowIfNull(view);
        ShownExposure[] exposures = [.. view.GetExposures()];
        bool magnitudes = view.Quantity == PhotometryFormat.Mag;
        double origin = TimeAxis.OriginOf(view.LightCurve);
        (double from, double to) = AxisRange.Of(exposures.Select(one => one.Time - origin), air: 0.01);
        (double low, double high) = AxisRange.Of(exposures.Select(one => one.Value), air: 0.03);
        var figure = new TextFigure(
            width,
            height,
            color,
            (TimeAxis.TitleOf(origin, view.LightCurve.TimeSystem).Short, from, to, MostTicks),
            magnitudes ? (MagnitudeAxis.TitleOf(view.LightCurve.MagnitudeKind).Short, low, high) : ("flux", high, low),
            BandStyle.Of(view.LightCurve.GetBands()));
        bool hasLimits = exposures.Any(one => one.IsLimit);
        foreach (ShownExposure one in exposures)
        {
            figure.Mark(one.Time - origin, one.Value, one.Band, large: hasLimits && !one.IsLimit);
        }

        return figure.Draw(
            view.GetTitle(),
            view.GetSubtitle(),
            view.LightCurve.Synthetic,
            exposures.Where(one => !one.IsLimit).GroupBy(one => one.Band).OrderBy(band => Band.Order(band.Key))
                .Select(band => (band.Key, BandLabel.Of(band.Key, band.Count()))));
    }
}
