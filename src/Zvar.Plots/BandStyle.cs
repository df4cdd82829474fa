namespace Zvar.Plots;

// How a band's marks look wherever they are drawn: a colour on light ground and one on dark, a shape for print without
// colours, and the terminal's own colour, which its user has chosen to be read. Green, red and orange stay apart, in
// hue or in lightness, for readers who do not see red and green as others do.
internal sealed record BandStyle(string Light, string Dark, BandShape Shape, string Terminal)
{
    private static readonly BandStyle Unnamed = new("#5F6873", "#9AA4B0", BandShape.Circle, "\u001b[36m");

    private static readonly Dictionary<string, BandStyle> Known = new(StringComparer.Ordinal)
    {
        ["g"] = new("#00876C", "#35C79A", BandShape.Circle, "\u001b[32m"),
        ["r"] = new("#C1272D", "#FF6B5E", BandShape.Square, "\u001b[31m"),
        ["i"] = new("#E08A00", "#FFC04D", BandShape.Diamond, "\u001b[33m"),
        [""] = Unnamed,
    };

    // Of other surveys' bands, one after the other and around again.
    private static readonly BandStyle[] Others =
    [
        new("#2F6DB5", "#7FB2F0", BandShape.Triangle, "\u001b[34m"),
        new("#7B3FA0", "#C79BF2", BandShape.Circle, "\u001b[35m"),
        new("#8A5A2B", "#D9A878", BandShape.Square, "\u001b[36m"),
        new("#5F6873", "#9AA4B0", BandShape.Diamond, "\u001b[37m"),
    ];

    // The styles of a light curve's bands, which stay what they are while some of them are not shown.
    internal static IReadOnlyDictionary<string, BandStyle> Of(IEnumerable<string> bands)
    {
        var styles = new Dictionary<string, BandStyle>(StringComparer.Ordinal);
        int others = 0;
        foreach (string band in bands)
        {
            styles.Add(band, Known.TryGetValue(band, out BandStyle? known) ? known : Others[others++ % Others.Length]);
        }

        return styles;
    }
}
