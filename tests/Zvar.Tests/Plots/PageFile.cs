using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Zvar.Plots;

namespace Zvar.Tests.Plots;

// A page as its user finds it in a file.
internal static class PageFile
{
    public static string Write<TView>(ViewPage<TView> page, params IEnumerable<TView> views)
    {
        foreach (TView view in views)
        {
            page.Add(view);
        }

        using var stream = new MemoryStream();
        page.Write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    // What a page says of one of its stars, but for the columns, as JSON.
    public static string ReadStar(string html, int place)
    {
        string packed = Regex.Match(html, $"""id="star-{place}">([^<]*)<""").Groups[1].Value;
        using var unpacked = new MemoryStream();
        using (var gzip = new GZipStream(new MemoryStream(Convert.FromBase64String(packed)), CompressionMode.Decompress))
        {
            gzip.CopyTo(unpacked);
        }

        return Encoding.UTF8.GetString(unpacked.ToArray()).Split('\0')[0];
    }
}
