using ScottPlot;
using SkiaSharp;

namespace Zvar.Plots;

// The power of a method as a line.
internal sealed class PowerCurve(PeriodogramCurve curve, LineStyle line) : IPlottable
{
    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public void Render(RenderPack rp)
    {
        using var path = new SKPath();
        for (int i = 0; i < curve.Power.Length; i++)
        {
            SKPoint place = Axes.GetPixel(new Coordinates(-Math.Log10(curve.Frequency[i]), curve.Power[i])).ToSKPoint();
            if (i == 0)
            {
                path.MoveTo(place);
            }
            else
            {
                path.LineTo(place);
            }
        }

        Drawing.DrawPath(rp.Canvas, rp.Paint, path, line);
    }
}
