using System.IO.Compression;
using System.Net;
using System.Reflection;
using System.Text;

namespace Zvar.Plots;

/// <summary>
/// Folds as one page for a browser, to be played with: one file that asks for nothing elsewhere and works off line.
/// </summary>
public static class FoldPage
{
    private static readonly string[] Scripts =
    [
        "folding.js", "extreme.js", "words.js", "stars.js", "state.js", "marks.js", "contents.js", "figure.js",
        "saving.js", "controls.js", "page.js",
    ];

    private static readonly Lazy<string> Page = new(() => Read("page.html")
        .Replace("{{style}}", Read("page.css"), StringComparison.Ordinal)
        .Replace("{{script}}", string.Join('\n', Scripts.Select(Read)), StringComparison.Ordinal)
        .Replace("{{plotly}}", Convert.ToBase64String(Compress(Read("plotly.js"))), StringComparison.Ordinal));

    /// <summary>The page as HTML. Its reader steps through the folds in the order given.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static string Write(IReadOnlyList<FoldView> folds)
    {
        ArgumentNullException.ThrowIfNull(folds);
        if (folds.Count == 0)
        {
            throw new ArgumentException("There is nothing to show.", nameof(folds));
        }

        string title = folds.Count == 1 ? folds[0].GetTitle() : $"{folds.Count} folded light curves";

        // A name with braces in it is no place to be filled.
        string encoded = WebUtility.HtmlEncode(title).Replace("{", "&#123;", StringComparison.Ordinal);
        return Page.Value
            .Replace("{{title}}", encoded, StringComparison.Ordinal)
            .Replace("{{stars}}", FoldPageData.Write(folds), StringComparison.Ordinal);
    }

    private static string Read(string asset)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(asset)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static byte[] Compress(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
