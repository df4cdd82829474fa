using System.Globalization;

namespace Zvar.Plots;

// An axis of a text drawing: round numbers between two ends, and where they stand. The first end may be the greater.
internal sealed class TextScale
{
    private static readonly double[] Rounds = [1, 2, 5, 10];

    private readonly double _first;
    private readonly double _last;

    internal TextScale(double first, double last, int mostTicks)
    {
        (_first, _last) = (first, last);
        double span = Math.Abs(last - first);
        double rough = span / Math.Max(1, mostTicks);
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = Rounds.Select(round => round * power).First(round => round >= rough * (1 - 1e-9));
        int decimals = Math.Max(0, -(int)Math.Floor(Math.Log10(step) + 1e-9));
        long from = (long)Math.Ceiling((Math.Min(first, last) / step) - 1e-9);
        long to = (long)Math.Floor((Math.Max(first, last) / step) + 1e-9);
        Ticks = [.. Enumerable.Range(0, (int)(to - from) + 1).Select(i => (from + i) * step)
            .Select(value => (value, (value + 0.0).ToString($"F{decimals}", CultureInfo.InvariantCulture)))];
    }

    internal IReadOnlyList<(double Value, string Text)> Ticks { get; }

    // The place of a value among so many places in a row, each end in the middle of its place.
    internal int PlaceOf(double value, int places) =>
        (int)Math.Round((value - _first) / (_last - _first) * (places - 1), MidpointRounding.AwayFromZero);
}
