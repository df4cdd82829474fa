namespace Zvar.Plots;

// Colours near one another, each with the number of its pixels.
internal sealed class ColorBox
{
    private static readonly Func<PercentColor, int>[] Axes =
        [color => color.Red, color => color.Green, color => color.Blue];

    private readonly KeyValuePair<PercentColor, int>[] _counts;
    private readonly Func<PercentColor, int> _widest = Axes[0];
    private readonly double _middle;

    internal ColorBox(KeyValuePair<PercentColor, int>[] counts)
    {
        _counts = counts;
        double pixels = counts.Sum(count => (double)count.Value);
        foreach (Func<PercentColor, int> axis in Axes)
        {
            double mean = counts.Sum(count => (double)count.Value * axis(count.Key)) / pixels;
            double spread = counts.Sum(count => count.Value * Math.Pow(axis(count.Key) - mean, 2));
            if (spread > Spread)
            {
                (_widest, _middle, Spread) = (axis, mean, spread);
            }
        }
    }

    // The squared distances of the pixels from their mean, along the axis where they are largest; 0 for one colour.
    internal double Spread { get; }

    internal IEnumerable<PercentColor> Colors => _counts.Select(count => count.Key);

    // Stands for all: where a picture's ground and markers are among them, those stay as they are.
    internal PercentColor MostFrequent => _counts.MaxBy(count => count.Value).Key;

    internal (ColorBox Low, ColorBox High) Split()
    {
        ILookup<bool, KeyValuePair<PercentColor, int>> halves =
            _counts.ToLookup(count => _widest(count.Key) > _middle);
        return (new ColorBox([.. halves[false]]), new ColorBox([.. halves[true]]));
    }
}
