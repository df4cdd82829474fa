using System.IO.Compression;
using System.Net.Http.Headers;

namespace Zvar.Http;

// How responses may be compressed. HttpClient would undo that by itself, and would not tell how much was sent.
internal static class Compression
{
    private const string Gzip = "gzip";
    private const string Brotli = "br";

    internal static void Accept(HttpRequestHeaders headers)
    {
        headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(Gzip));
        headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(Brotli));
    }

    // The plain bytes of what was sent.
    internal static Stream Undo(Stream sent, IEnumerable<string> encodings)
    {
        foreach (string encoding in encodings.Reverse())
        {
            sent = encoding switch
            {
                _ when encoding.Equals(Gzip, StringComparison.OrdinalIgnoreCase) =>
                    new GZipStream(sent, CompressionMode.Decompress),
                _ when encoding.Equals(Brotli, StringComparison.OrdinalIgnoreCase) =>
                    new BrotliStream(sent, CompressionMode.Decompress),
                _ => sent,
            };
        }

        return sent;
    }
}
