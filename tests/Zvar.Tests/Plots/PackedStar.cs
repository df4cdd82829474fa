using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Zvar.Tests.Plots;

// A star of a page, as it is packed in it.
internal static class PackedStar
{
    // What the page says of it, but for the columns, as JSON.
    public static string Read(string html, int place)
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
