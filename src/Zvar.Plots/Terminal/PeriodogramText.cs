namespace Zvar.Plots;

/// <summary>A periodogram drawn as text, in Braille characters, for a terminal or a file.</summary>
public static class PeriodogramText
{
    // The letters above the curve need the uppermost row.
    private const double HeadRoom = 1.2;

    /// <summary>Draws a periodogram: the methods below one another as far as there is room.</summary>
    /// <param name="view">What is shown.</param>
    /// <param name="width">In columns; fewer than 40 are taken for that many.</param>
    /// <param name="height">In lines; fewer than 10 are taken for that many.</param>
    /// <param name="color">Whether the methods have their colours, by ANSI escape sequences.</param>
    /// <returns>As many lines as high, none wider than the width.</returns>
    public static IReadOnlyList<string> Draw(PeriodogramView view, int width, int height, bool color)
    {
        ArgumentNullException.ThrowIfNull(view);
        int panels = Math.Clamp(height / TextFigure.MinHeight, 1, view.Curves.Count);
        return
        [
            .. view.Curves.Take(panels).SelectMany((curve, i) => Draw(
                view, curve, width, (height * (i + 1) / panels) - (height * i / panels), color, pointed: double.NaN)),
        ];
    }

    // One method, and a period that is pointed at; NaN for none.
    internal static IReadOnlyList<string> Draw(
        PeriodogramView view, PeriodogramCurve curve, int width, int height, bool color, double pointed)
    {
        (double shortest, double longest) = view.GetRange();
        string name = MethodName.Of(curve.Method);
        var figure = new TextFigure(
            width,
            height,
            color,
            ("power", Math.Max(curve.Power.Max(), 1e-6) * HeadRoom, 0),
            ("period (d)", room => AxisOf(shortest, longest, room)),
            MethodStyle.Of(view.Curves));
        for (int i = 0; i < curve.Power.Length; i++)
        {
            figure.MarkLine(-Math.Log10(curve.Frequency[i]), curve.Power[i], name);
        }

        if (double.IsFinite(pointed))
        {
            figure.Write(Math.Log10(pointed), "▼");
        }

        foreach (PeriodMark mark in view.GetMarks())
        {
            figure.Write(Math.Log10(mark.Period), mark.Text);
        }

        return figure.Draw(view.GetTitle(), view.GetSubtitle(), view.LightCurve.Synthetic, [(name, name)]);
    }

    private static TextScale AxisOf(double shortest, double longest, int columns)
    {
        const int ColumnsPerTick = 9;
        double distance = Math.Log10(longest / shortest) * ColumnsPerTick / columns;
        return new TextScale(
            Math.Log10(shortest),
            Math.Log10(longest),
            [.. LogTickValues.Of(shortest, longest, distance).Select(value => (Math.Log10(value), LogTickValues.Write(value)))]);
    }
}
