using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text;

namespace Zvar.Plots;

// A page as HTML: one file that asks for nothing elsewhere. What all pages have, and the place of what a kind of them
// has of its own.
internal sealed class PageDocument
{
    private static readonly string[] CommonScripts =
    [
        "elements.js", "settings.js", "objects.js", "words.js", "command.js", "address.js", "marks.js", "contents.js",
        "observed-content.js", "figure.js", "saving.js", "page.js",
    ];

    private static readonly Lazy<string> Common = new(() => Read("page.html")
        .Replace("{{palette}}", WritePalette(), StringComparison.Ordinal)
        .Replace("{{style}}", Read("page.css"), StringComparison.Ordinal)
        .Replace("{{settings}}", PageData.WriteSettings(), StringComparison.Ordinal)
        .Replace("{{plotly}}", WritePlotly(), StringComparison.Ordinal));

    private readonly Lazy<string> _html;

    // The page of a kind: its parts of the document, its scripts, and what two of the controls are called here.
    internal PageDocument(
        string figures, string? controls, string? points, string[] scripts, string errors, string copy) =>
        _html = new Lazy<string>(() => Common.Value
            .Replace("{{figures}}", Read(figures), StringComparison.Ordinal)
            .Replace("{{controls}}", controls is null ? "" : Read(controls), StringComparison.Ordinal)
            .Replace("{{points}}", points is null ? "" : Read(points), StringComparison.Ordinal)
            .Replace("{{errors}}", errors, StringComparison.Ordinal)
            .Replace("{{copy}}", copy, StringComparison.Ordinal)
            .Replace(
                "{{script}}",
                string.Join('\n', CommonScripts.Concat(scripts).Select(Read)),
                StringComparison.Ordinal));

    // Scripts and the index of the stars come first, so that the page shows a star as soon as it has come, and the rest
    // while it is looked at.
    internal void Write(Stream stream, string title, IReadOnlyList<PageStar> stars, string vetting)
    {
        string[] parts = _html.Value.Split("{{stars}}");

        // A name with braces in it is no place to be filled.
        string encoded = WebUtility.HtmlEncode(title).Replace("{", "&#123;", StringComparison.Ordinal);
        string head = parts[0]
            .Replace("{{title}}", encoded, StringComparison.Ordinal)
            .Replace("{{vetting}}", vetting, StringComparison.Ordinal)
            .Replace("{{index}}", PageData.WriteIndex(stars), StringComparison.Ordinal);
        stream.Write(Encoding.UTF8.GetBytes(head));
        foreach ((int place, PageStar star) in stars.Index())
        {
            stream.Write(Encoding.ASCII.GetBytes(string.Create(
                CultureInfo.InvariantCulture,
                $"<script type=\"text/plain\" id=\"star-{place}\">{Convert.ToBase64String(star.Packed)}</script>\n")));
        }

        stream.Write(Encoding.UTF8.GetBytes(parts[1]));
    }

    // The colours that the page has in common with the pictures.
    private static string WritePalette()
    {
        static string Of(PictureTheme theme)
        {
            var palette = Palette.Of(theme);
            return $":root {{ --ground: {palette.Ground.ToStringRGB()}; --ink: {palette.Ink.ToStringRGB()};"
                + $" --muted: {palette.Muted.ToStringRGB()}; --accent: {palette.Accent.ToStringRGB()}; }}";
        }

        return $"{Of(PictureTheme.Light)}\n@media (prefers-color-scheme: dark) {{ {Of(PictureTheme.Dark)} }}";
    }

    private static string Read(string asset)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(asset)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string WritePlotly()
    {
        byte[] script = Encoding.UTF8.GetBytes(Read("plotly.js"));
        return Convert.ToBase64String(PageData.Compress(stream => stream.Write(script)));
    }
}
