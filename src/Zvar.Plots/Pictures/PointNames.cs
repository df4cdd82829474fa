using ScottPlot;

namespace Zvar.Plots;

// Names beside points: to the right, or to the left where the right is taken; a name that finds no room on either side
// is left out.
internal sealed class PointNames(IReadOnlyList<(string Name, Coordinates Place)> names, LabelStyle letters) : IPlottable
{
    private const float Gap = 7;

    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public void Render(RenderPack rp)
    {
        var taken = new List<PixelRect>();
        foreach ((string name, Coordinates point) in names)
        {
            Pixel place = Axes.GetPixel(point);
            PixelSize size = letters.Measure(name, rp.Paint).Size;
            PixelRect At(float left) =>
                new(left, left + size.Width, place.Y + (size.Height / 2), place.Y - (size.Height / 2));
            bool IsFree(PixelRect rect) =>
                rect.Left >= rp.DataRect.Left
                && rect.Right <= rp.DataRect.Right
                && taken.TrueForAll(other => !Meet(rect, other));
            foreach (PixelRect rect in new[] { At(place.X + Gap), At(place.X - Gap - size.Width) })
            {
                if (IsFree(rect))
                {
                    letters.Write(rp.Canvas, new Pixel(rect.Left, place.Y), name, rp.Paint);
                    taken.Add(rect);
                    break;
                }
            }
        }
    }

    private static bool Meet(PixelRect one, PixelRect other) =>
        one.Left < other.Right && other.Left < one.Right && one.Top < other.Bottom && other.Top < one.Bottom;
}
