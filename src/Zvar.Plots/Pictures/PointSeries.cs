using ScottPlot;
using SkiaSharp;

namespace Zvar.Plots;

// Points of one band with their errors: markers over thin bars without caps, which stay readable by the thousand.
internal sealed class PointSeries : IPlottable
{
    internal required IReadOnlyList<Coordinates> Points { get; init; }

    // The errors, up and down; none where NaN or where the list is empty.
    internal IReadOnlyList<double> Errors { get; init; } = [];

    internal required MarkerStyle Marker { get; init; }

    internal Color ErrorColor { get; init; }

    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public void Render(RenderPack rp)
    {
        using var bars = new SKPath();
        for (int i = 0; i < Errors.Count; i++)
        {
            if (double.IsFinite(Errors[i]))
            {
                bars.MoveTo(PixelOf(i, -Errors[i]));
                bars.LineTo(PixelOf(i, Errors[i]));
            }
        }

        Drawing.DrawPath(rp.Canvas, rp.Paint, bars, new LineStyle { Width = 1, Color = ErrorColor });
        Drawing.DrawMarkers(rp.Canvas, rp.Paint, Points.Select(Axes.GetPixel), Marker);
    }

    // A bar ends with the axis: pixels far beyond it are more than the canvas counts.
    private SKPoint PixelOf(int i, double up)
    {
        CoordinateRange axis = Axes.YAxis.Range.ToCoordinateRange;
        double end = Math.Clamp(Points[i].Y + up, Math.Min(axis.Min, axis.Max), Math.Max(axis.Min, axis.Max));
        return Axes.GetPixel(new Coordinates(Points[i].X, end)).ToSKPoint();
    }
}
