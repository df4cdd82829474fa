using ScottPlot;

namespace Zvar.Plots;

// Lines at periods, with a few letters at their upper ends where there is room for them: what matters most is written
// first.
internal sealed class PeriodMarks(IReadOnlyList<(PeriodMark Mark, LineStyle Line)> marks, LabelStyle? letters) : IPlottable
{
    private const float Gap = 2;

    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public void Render(RenderPack rp)
    {
        foreach ((PeriodMark mark, LineStyle line) in marks)
        {
            float x = PixelOf(mark);
            Drawing.DrawLine(
                rp.Canvas, rp.Paint, new Pixel(x, rp.DataRect.Top), new Pixel(x, rp.DataRect.Bottom), line);
        }

        if (letters is not null)
        {
            Write(rp, letters);
        }
    }

    private float PixelOf(PeriodMark mark) => Axes.GetPixelX(Math.Log10(mark.Period));

    private void Write(RenderPack rp, LabelStyle letters)
    {
        var taken = new List<(float Left, float Right)>();
        foreach (PeriodMark mark in marks.Select(one => one.Mark).Where(mark => mark.Text.Length > 0))
        {
            float x = PixelOf(mark);
            float half = (letters.WidthOf(mark.Text, rp.Paint) / 2) + Gap;
            bool isFree = x - half >= rp.DataRect.Left
                && x + half <= rp.DataRect.Right
                && taken.TrueForAll(other => x + half <= other.Left || x - half >= other.Right);
            if (isFree)
            {
                taken.Add((x - half, x + half));
                var place = new Pixel(x, rp.DataRect.Top + (0.9f * letters.FontSize));
                float height = 0.6f * letters.FontSize;
                var ground = new PixelRect(x - half + Gap, x + half - Gap, place.Y + height, place.Y - height);
                Drawing.FillRectangle(rp.Canvas, ground, rp.Paint, new FillStyle { Color = letters.BackgroundColor });
                letters.Write(rp.Canvas, place, mark.Text, rp.Paint);
            }
        }
    }
}
