using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Zvar.Tests.Plots;

// What a PDF says, read as one who copies its text would: the letters of its pages, by way of each font's ToUnicode.
internal sealed partial class PdfDrawing
{
    private readonly Dictionary<string, string> _objects;

    public PdfDrawing(byte[] pdf)
    {
        Source = Encoding.Latin1.GetString(pdf);
        _objects = Object().Matches(Source)
            .ToDictionary(one => one.Groups["id"].Value, one => one.Groups["body"].Value);
    }

    // The document itself, a character a byte.
    public string Source { get; }

    public IReadOnlyList<string> Pages =>
        [.. _objects.Values.Where(body => PageType().IsMatch(body)).Select(TextOf)];

    public int Images => _objects.Values.Count(body => body.Contains("/Subtype /Image", StringComparison.Ordinal));

    private string TextOf(string page)
    {
        var text = new StringBuilder();
        foreach (Match shown in Shown().Matches(Inflate(_objects[Reference(page, "Contents")])))
        {
            string map = Inflate(_objects[Reference(_objects[shown.Groups["font"].Value], "ToUnicode")]);
            Dictionary<string, string> letters = LettersOf(map);
            foreach (Match glyphs in Glyphs().Matches(shown.Value))
            {
                text.AppendJoin("", glyphs.Groups[1].Value.Chunk(4).Select(glyph => letters[new string(glyph)]));
            }

            text.Append(" | ");
        }

        return text.ToString();
    }

    // Single glyphs, and ranges of them.
    private static Dictionary<string, string> LettersOf(string map)
    {
        var letters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match entry in MapEntry().Matches(map))
        {
            int from = Hex(entry.Groups["from"].Value);
            int to = entry.Groups["to"].Success ? Hex(entry.Groups["to"].Value) : from;
            for (int glyph = from; glyph <= to; glyph++)
            {
                int code = Hex(entry.Groups["code"].Value) + glyph - from;
                letters[glyph.ToString("X4", CultureInfo.InvariantCulture)] = ((char)code).ToString();
            }
        }

        return letters;
    }

    private static string Inflate(string body)
    {
        int start = body.IndexOf("stream", StringComparison.Ordinal) + "stream".Length;
        byte[] bytes = Encoding.Latin1.GetBytes(body[start..].TrimStart('\r', '\n'));
        using var inflated = new ZLibStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var text = new MemoryStream();
        inflated.CopyTo(text);
        return Encoding.Latin1.GetString(text.ToArray());
    }

    private static string Reference(string body, string name) =>
        Regex.Match(body, $@"/{name} (\d+) 0 R").Groups[1].Value;

    private static int Hex(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<id>\d+) 0 obj\n(?<body>.*?)\nendobj", RegexOptions.Singleline)]
    private static partial Regex Object();

    [GeneratedRegex(@"/Type /Page\b")]
    private static partial Regex PageType();

    // A line of text; Skia names its font by the font's object: /F4 is object 4.
    [GeneratedRegex(@"BT\n/F(?<font>\d+) .*?\nET", RegexOptions.Singleline)]
    private static partial Regex Shown();

    [GeneratedRegex("<([0-9A-F]+)>")]
    private static partial Regex Glyphs();

    [GeneratedRegex(@"^<(?<from>[0-9A-F]{4})> (<(?<to>[0-9A-F]{4})> )?<(?<code>[0-9A-F]{4})>$", RegexOptions.Multiline)]
    private static partial Regex MapEntry();
}
