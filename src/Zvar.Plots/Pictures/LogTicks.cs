using ScottPlot;

namespace Zvar.Plots;

// Ticks of an axis of logarithms, labelled with the numbers themselves; or with their inverse, where frequencies stand
// along an axis of periods.
internal sealed class LogTicks(bool inverse) : ITickGenerator
{
    private const int LettersApart = 2;

    public Tick[] Ticks { get; private set; } = [];

    public int MaxTickCount { get; set; } = int.MaxValue;

    public void Regenerate(CoordinateRange range, Edge edge, PixelLength size, Paint paint, LabelStyle labelStyle)
    {
        double sign = inverse ? -1 : 1;
        double low = Math.Pow(10, Math.Min(sign * range.Min, sign * range.Max));
        double high = Math.Pow(10, Math.Max(sign * range.Min, sign * range.Max));
        double perDecade = size.Length / Math.Abs(range.Max - range.Min);
        IReadOnlyList<double> all = LogTickValues.Of(low, high, distance: 0);
        float widest = all.Select(value => labelStyle.Measure(LogTickValues.Write(value), paint).Width)
            .DefaultIfEmpty().Max();
        double distance = (widest + (LettersApart * labelStyle.FontSize)) / perDecade;
        IReadOnlyList<double> labelled = LogTickValues.Of(low, high, distance);
        Ticks =
        [
            .. labelled.Select(value => Tick.Major(sign * Math.Log10(value), LogTickValues.Write(value))),
            .. MinorOf(low, high).Except(labelled).Select(value => Tick.Minor(sign * Math.Log10(value))),
        ];
    }

    private static IEnumerable<double> MinorOf(double low, double high)
    {
        (int first, int last) = ((int)Math.Floor(Math.Log10(low)), (int)Math.Floor(Math.Log10(high)));
        return from power in Enumerable.Range(first, last - first + 1)
               from digit in Enumerable.Range(1, 9)
               let value = digit * Math.Pow(10, power)
               where value > low && value < high
               select value;
    }
}
