using ScottPlot;

namespace Zvar.Plots;

// Ticks at round numbers that read the same whatever the language of the machine, as many as have room for their
// labels.
internal sealed class PlainTicks : ITickGenerator
{
    // The air between two labels, in heights of a letter.
    private const float AirAcross = 1.6f;
    private const float AirUp = 1.3f;

    // Minor ticks nearer than this are a blur, in pixels.
    private const double LeastMinorDistance = 5;

    private const int MostSteps = 8;

    public Tick[] Ticks { get; private set; } = [];

    // What ScottPlot would have of its own generators; the room alone decides here.
    public int MaxTickCount { get; set; } = int.MaxValue;

    public void Regenerate(CoordinateRange range, Edge edge, PixelLength size, Paint paint, LabelStyle labelStyle)
    {
        // An axis of magnitudes runs from the greater to the smaller.
        (double low, double high) = (Math.Min(range.Min, range.Max), Math.Max(range.Min, range.Max));
        double perUnit = size.Length / (high - low);
        float Needed(RoundTicks ticks) => edge is Edge.Left or Edge.Right
            ? labelStyle.FontSize * (1 + AirUp)
            : ticks.Values.Max(value => labelStyle.Measure(ticks.Write(value), paint).Width)
                + (AirAcross * labelStyle.FontSize);

        // The fewer the steps the more room they have, until no round number is left between the ends.
        RoundTicks[] candidates = [.. Enumerable.Range(1, MostSteps).Reverse()
            .Select(steps => new RoundTicks(low, high, steps)).Where(ticks => ticks.Values.Count > 0)];
        RoundTicks chosen =
            Array.Find(candidates, ticks => ticks.Step * perUnit >= Needed(ticks)) ?? candidates[^1];
        double minor = chosen.Step / chosen.Parts;
        Ticks =
        [
            .. chosen.Values.Select(value => Tick.Major(value, chosen.Write(value))),
            .. minor * perUnit < LeastMinorDistance ? [] : MinorTicks(chosen, low, high, minor),
        ];
    }

    private static IEnumerable<Tick> MinorTicks(RoundTicks ticks, double low, double high, double minor)
    {
        double first = ticks.Values[0];
        int from = (int)Math.Ceiling((low - first) / minor);
        int to = (int)Math.Floor((high - first) / minor);
        return Enumerable.Range(from, to - from + 1).Where(i => i % ticks.Parts != 0)
            .Select(i => Tick.Minor(first + (i * minor)));
    }
}
