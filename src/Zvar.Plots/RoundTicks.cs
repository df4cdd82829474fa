using System.Globalization;

namespace Zvar.Plots;

// Round numbers between the two ends of an axis, either of which may be the greater: 1, 2 or 5 times a power of ten
// apart, so far that there are no more than so many steps.
internal sealed class RoundTicks
{
    private static readonly double[] Rounds = [1, 2, 5, 10];

    // What arithmetic leaves behind a round number.
    private const double Rounding = 1e-9;

    private readonly int _decimals;

    internal RoundTicks(double first, double last, int mostSteps)
    {
        double rough = Math.Abs(last - first) / Math.Max(1, mostSteps);
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double round = Rounds.First(one => one * power >= rough * (1 - Rounding));
        Step = round * power;
        Parts = round == 2 ? 4 : 5;
        _decimals = Math.Max(0, -(int)Math.Floor(Math.Log10(Step) + Rounding));
        long from = (long)Math.Ceiling((Math.Min(first, last) / Step) - Rounding);
        long to = (long)Math.Floor((Math.Max(first, last) / Step) + Rounding);
        Values = [.. Enumerable.Range(0, (int)(to - from) + 1).Select(i => (from + i) * Step)];
    }

    internal double Step { get; }

    // In how many parts a step divides into round numbers again.
    internal int Parts { get; }

    internal IReadOnlyList<double> Values { get; }

    // A tick's number with the decimals of the step. What should be zero is not quite, and would have a minus sign.
    internal string Write(double value) => (Math.Round(value, Math.Min(_decimals, 15)) + 0.0)
        .ToString($"F{_decimals}", CultureInfo.InvariantCulture);
}
