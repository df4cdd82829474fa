using ScottPlot;

namespace Zvar.Plots;

// Ticks at simple fractions of a cycle, as many as have room for their labels.
internal sealed class PhaseTicks(int cycles) : ITickGenerator
{
    private static readonly double[] StepsOfOne = [0.2, 0.5, 1];
    private static readonly double[] StepsOfTwo = [0.25, 0.5, 1, 2];

    public Tick[] Ticks { get; private set; } = [];

    public int MaxTickCount { get; set; } = int.MaxValue;

    public void Regenerate(CoordinateRange range, Edge edge, PixelLength size, Paint paint, LabelStyle labelStyle)
    {
        double[] steps = cycles == 1 ? StepsOfOne : StepsOfTwo;
        float widest = labelStyle.Measure("0.25", paint).Width + labelStyle.FontSize;
        double step = steps.FirstOrDefault(one => one / cycles * size.Length >= widest, cycles);
        Ticks = [.. Enumerable.Range(0, (int)Math.Round(cycles / step) + 1)
            .Select(i => Tick.Major(i * step, FormattableString.Invariant($"{i * step:0.##}")))];
    }
}
