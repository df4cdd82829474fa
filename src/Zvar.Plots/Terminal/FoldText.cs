namespace Zvar.Plots;

/// <summary>A fold drawn as text, in Braille characters, for a terminal or a file.</summary>
public static class FoldText
{
    /// <summary>Draws a fold.</summary>
    /// <param name="fold">With bins those are drawn, without them the points.</param>
    /// <param name="width">In columns; fewer than 40 are taken for that many.</param>
    /// <param name="height">In lines; fewer than 10 are taken for that many.</param>
    /// <param name="color">Whether the bands have their colours, by ANSI escape sequences.</param>
    /// <returns>As many lines as high, none wider than the width.</returns>
    public static IReadOnlyList<string> Draw(FoldView fold, int width, int height, bool color)
    {
        ArgumentNullException.ThrowIfNull(fold);
        IReadOnlyList<PhasePoint> points = fold.GetPoints();
        IReadOnlyList<PhasePoint> bins = fold.GetBins();
        IReadOnlyList<PhasePoint> marks = bins.Count > 0 ? bins : points;
        (double brightest, double faintest) = AxisRange.Of(marks.Select(point => point.Mag), air: 0.03);
        var figure = new TextFigure(
            width,
            height,
            color,
            ("phase", 0, fold.Cycles, 4 * fold.Cycles),
            (MagnitudeAxis.TitleOf(fold.LightCurve.MagnitudeKind).Short, brightest, faintest),
            BandStyle.Of(fold.GetAllBands()));
        for (int cycle = 0; cycle < fold.Cycles; cycle++)
        {
            foreach (PhasePoint point in marks)
            {
                figure.Mark(point.Phase + cycle, point.Mag, point.Band, large: bins.Count > 0);
            }
        }

        return figure.Draw(
            fold.GetTitle(),
            fold.GetSubtitle(),
            fold.LightCurve.Synthetic,
            LabelTag.Of(fold.Label),
            LabelColor.Of(fold.Label, fold.Labels).Terminal,
            (points.Count > 0 ? points : bins).GroupBy(point => point.Band).OrderBy(band => Band.Order(band.Key))
                .Select(band => (band.Key, BandLabel.Of(band.Key, band.Sum(point => point.Count)))));
    }
}
