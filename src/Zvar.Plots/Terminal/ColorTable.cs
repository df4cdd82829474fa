namespace Zvar.Plots;

// The colours a picture is shown in where a terminal holds 256 at once: its own, if there are no more, or else those
// left by cutting the widest box of colours in two until there are 256 boxes (the median cut of P. Heckbert, "Color
// image quantization for frame buffer display", SIGGRAPH 1982, here at the mean).
internal sealed class ColorTable
{
    private const int MaxColors = 256;

    private readonly Dictionary<PercentColor, byte> _indices = [];

    internal ColorTable(IEnumerable<PercentColor> pixels)
    {
        var boxes = new PriorityQueue<ColorBox, double>();
        void Add(ColorBox box) => boxes.Enqueue(box, -box.Spread);

        Add(new ColorBox([.. pixels.CountBy(pixel => pixel)]));
        while (boxes.Count < MaxColors && boxes.Peek().Spread > 0)
        {
            (ColorBox low, ColorBox high) = boxes.Dequeue().Split();
            Add(low);
            Add(high);
        }

        var colors = new List<PercentColor>();
        foreach ((ColorBox box, _) in boxes.UnorderedItems)
        {
            foreach (PercentColor color in box.Colors)
            {
                _indices.Add(color, (byte)colors.Count);
            }

            colors.Add(box.MostFrequent);
        }

        Colors = colors;
    }

    internal IReadOnlyList<PercentColor> Colors { get; }

    // Where in the table the colour of one of the picture's pixels is.
    internal byte IndexOf(PercentColor color) => _indices[color];
}
