namespace Zvar.Plots;

// An axis of a text drawing: round numbers between two ends, and where they stand. The first end may be the greater.
internal sealed class TextScale
{
    private readonly double _first;
    private readonly double _last;

    internal TextScale(double first, double last, int mostTicks)
    {
        (_first, _last) = (first, last);
        var ticks = new RoundTicks(first, last, mostTicks);
        Ticks = [.. ticks.Values.Select(value => (value, ticks.Write(value)))];
    }

    // An axis with numbers of its own.
    internal TextScale(double first, double last, IReadOnlyList<(double Value, string Text)> ticks) =>
        (_first, _last, Ticks) = (first, last, ticks);

    internal IReadOnlyList<(double Value, string Text)> Ticks { get; }

    // The place of a value among so many places in a row, each end in the middle of its place.
    internal int PlaceOf(double value, int places) =>
        (int)Math.Round((value - _first) / (_last - _first) * (places - 1), MidpointRounding.AwayFromZero);
}
