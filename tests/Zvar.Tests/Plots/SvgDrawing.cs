using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SkiaSharp;

namespace Zvar.Tests.Plots;

// What an SVG shows, read as a reader of XML would.
internal sealed partial class SvgDrawing(string svg)
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly XElement _root = XDocument.Parse(svg).Root!;

    public double Width => Number(_root, "width");

    public double Height => Number(_root, "height");

    public string Text => field ??= string.Join(" | ", _root.Descendants(Svg + "text").Select(text => text.Value.Trim()));

    // The places of what is written: a letter reaches from its base line up to 0.75 of its size, some a little below.
    public IReadOnlyList<(string Text, SKRect Place)> Written => field ??=
        [.. _root.Descendants(Svg + "text").Select(text => (text.Value.Trim(), PlaceOf(text)))];

    // The legend's markers lie outside the clipped data area, where the points are.
    public IReadOnlyList<(double X, double Y, string Fill)> CirclesInTheData =>
        [.. Marks("ellipse").Select(mark => (Number(mark, "cx"), Number(mark, "cy"), Fill(mark)))];

    public int MarksInTheData(string fill) => Marks("ellipse", "rect", "path").Count(mark => Fill(mark) == fill);

    public int OutlinesInTheData(string stroke) =>
        Marks("path").Count(mark => (string?)mark.Attribute("stroke") == stroke && Fill(mark) == "none");

    private static SKRect PlaceOf(XElement text)
    {
        float size = (float)Number(text, "font-size");
        float[] starts = Numbers((string)text.Attribute("x")!);
        float baseline = Numbers((string)text.Attribute("y")!)[0];
        float lastLetter = starts.Length > 1 ? (starts[^1] - starts[0]) / (starts.Length - 1) : size / 2;
        var place =
            new SKRect(starts[0], baseline - (0.75f * size), starts[^1] + lastLetter, baseline + (0.15f * size));
        float[] transform = Numbers((string?)text.Attribute("transform") ?? "translate(0)");
        return transform switch
        {
            // A quarter turn: what goes to the right goes up.
            [0, -1, 1, 0, var x, var y] => new(x + place.Top, y - place.Right, x + place.Bottom, y - place.Left),
            [var x, var y] => SKRect.Create(place.Left + x, place.Top + y, place.Width, place.Height),
            [var x] => SKRect.Create(place.Left + x, place.Top, place.Width, place.Height),
            _ => throw new NotSupportedException($"This test reads no transform {text.Attribute("transform")}."),
        };
    }

    private static float[] Numbers(string text) =>
        [.. Number().Matches(text).Select(one => float.Parse(one.Value, CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"-?\d+(\.\d+)?(e-?\d+)?")]
    private static partial Regex Number();

    private static string Fill(XElement mark) => (string?)mark.Attribute("fill") ?? "";

    private IEnumerable<XElement> Marks(params string[] names) => _root.Elements(Svg + "g")
        .SelectMany(group => group.Descendants()).Where(mark => names.Contains(mark.Name.LocalName));

    private static double Number(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
