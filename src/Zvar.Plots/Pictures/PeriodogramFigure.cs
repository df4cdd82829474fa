using ScottPlot;

namespace Zvar.Plots;

// A periodogram as a diagram: for each method a panel of power against the logarithm of the period, and above them the
// frequencies.
internal static class PeriodogramFigure
{
    private const double HeadRoom = 1.16;

    internal static Figure Draw(PeriodogramView view, Palette palette, FigureSize size)
    {
        var figure = new Figure(palette, size, view.Curves.Count)
        {
            Title = view.GetTitle(),
            Subtitle = view.GetSubtitle(),
            Synthetic = view.LightCurve.Synthetic,
            Across = new AxisTitle("Period (days)", "Period (d)"),
            Above = new AxisTitle("Frequency (cycles a day)", "Frequency (1/d)"),
            Up = new AxisTitle("Power (share of χ² taken away)", "Power"),
        };
        (double shortest, double longest) = view.GetRange();
        IReadOnlyDictionary<string, BandStyle> styles = MethodStyle.Of(view.Curves);
        IReadOnlyList<PeriodMark> marks = view.GetMarks();
        foreach ((int i, PeriodogramCurve curve) in view.Curves.Index())
        {
            Plot plot = figure.Plots[i];
            string name = MethodName.Of(curve.Method);
            Color color = palette.ColorOf(styles[name]);
            bool isTop = i == 0 && size.HasPointNames;
            LabelStyle letters = Letters.Of(size.LetterSize - 1.5f, palette.Muted, Alignment.MiddleCenter);
            letters.BackgroundColor = palette.Ground;
            plot.Add.Plottable(new PeriodMarks(
                [.. marks.Select(mark => (mark, LineOf(mark.Kind, palette)))], isTop ? letters : null));
            plot.Add.Plottable(new PowerCurve(curve, new LineStyle { Width = 1, Color = color, AntiAlias = true }));
            plot.Axes.SetLimitsX(Math.Log10(shortest), Math.Log10(longest));
            plot.Axes.SetLimitsY(0, Math.Max(curve.Power.Max(), 1e-6) * HeadRoom);
            figure.AddLegend(new LegendEntry(name, new MarkerStyle(MarkerShape.FilledSquare, size.LetterSize, color)));
        }

        figure.UseTicksAcross(new LogTicks(inverse: false), new LogTicks(inverse: true));
        return figure;
    }

    private static LineStyle LineOf(PeriodMarkKind kind, Palette palette) => kind switch
    {
        PeriodMarkKind.Best => new LineStyle { Width = 4, Color = palette.Accent.WithAlpha(0.3) },
        PeriodMarkKind.Candidate => new LineStyle { Width = 1.5f, Color = palette.Accent.WithAlpha(0.55) },
        PeriodMarkKind.Multiple => new LineStyle
        {
            Width = 1,
            Color = palette.Accent.WithAlpha(0.8),
            Pattern = LinePattern.Dashed,
        },
        PeriodMarkKind.Alias => new LineStyle
        {
            Width = 1,
            Color = palette.Muted.WithAlpha(0.6),
            Pattern = LinePattern.Dotted,
        },
    };
}
