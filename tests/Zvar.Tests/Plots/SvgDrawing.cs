using System.Globalization;
using System.Xml.Linq;

namespace Zvar.Tests.Plots;

// What an SVG shows, read as a reader of XML would.
internal sealed class SvgDrawing(string svg)
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly XElement _root = XDocument.Parse(svg).Root!;

    public double Width => Number(_root, "width");

    public double Height => Number(_root, "height");

    public string Text => string.Join(" | ", _root.Descendants(Svg + "text").Select(text => text.Value.Trim()));

    // The legend's markers lie outside the clipped data area, where the points are.
    public IReadOnlyList<(double X, double Y, string Fill)> CirclesInTheData =>
        [.. Marks("ellipse").Select(mark => (Number(mark, "cx"), Number(mark, "cy"), Fill(mark)))];

    public int MarksInTheData(string fill) => Marks("ellipse", "rect", "path").Count(mark => Fill(mark) == fill);

    public int OutlinesInTheData(string stroke) =>
        Marks("path").Count(mark => (string?)mark.Attribute("stroke") == stroke && Fill(mark) == "none");

    private static string Fill(XElement mark) => (string?)mark.Attribute("fill") ?? "";

    private IEnumerable<XElement> Marks(params string[] names) => _root.Elements(Svg + "g")
        .SelectMany(group => group.Descendants()).Where(mark => names.Contains(mark.Name.LocalName));

    private static double Number(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
