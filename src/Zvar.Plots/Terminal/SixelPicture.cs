using System.Globalization;
using System.Text;
using SkiaSharp;

namespace Zvar.Plots;

// A picture in sixels, as the VT330/VT340 Programmer Reference Manual, volume 2, chapter 14, has them: the colours
// first, then bands of six rows. A band is drawn once in each of its colours; a letter is a column of six pixels, a bit
// for each that has the colour, the highest pixel in the lowest bit.
internal static class SixelPicture
{
    private const int BandHeight = 6;

    internal static string Encode(Picture picture)
    {
        PercentColor[] pixels = Read(picture);
        var table = new ColorTable(pixels);
        byte[] indices = Array.ConvertAll(pixels, table.IndexOf);

        // Square pixels; what is not drawn, as under the last rows, stays as it was.
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"\eP7;1q\"1;1;{picture.Width};{picture.Height}");
        for (int i = 0; i < table.Colors.Count; i++)
        {
            (byte red, byte green, byte blue) = table.Colors[i];
            text.Append(CultureInfo.InvariantCulture, $"#{i};2;{red};{green};{blue}");
        }

        int bandLength = BandHeight * picture.Width;
        byte[] columns = new byte[table.Colors.Count * picture.Width];
        for (int start = 0; start < indices.Length; start += bandLength)
        {
            if (start > 0)
            {
                text.Append('-');
            }

            int length = Math.Min(bandLength, indices.Length - start);
            AppendBand(text, indices.AsSpan(start, length), picture.Width, columns);
        }

        return text.Append("\e\\").ToString();
    }

    private static PercentColor[] Read(Picture picture)
    {
        using SKImage image = picture.ToImage();
        using SKPixmap pixmap = image.PeekPixels();
        ReadOnlySpan<byte> bytes = pixmap.GetPixelSpan();
        var pixels = new PercentColor[picture.Width * picture.Height];
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = PercentColor.Of(bytes[4 * i], bytes[(4 * i) + 1], bytes[(4 * i) + 2]);
        }

        return pixels;
    }

    // The columns, a row of them for each colour, come empty and are left so.
    private static void AppendBand(StringBuilder text, ReadOnlySpan<byte> band, int width, byte[] columns)
    {
        for (int i = 0; i < band.Length; i++)
        {
            columns[(band[i] * width) + (i % width)] |= (byte)(1 << (i / width));
        }

        bool first = true;
        for (int color = 0; color < columns.Length / width; color++)
        {
            Span<byte> row = columns.AsSpan(color * width, width);
            int length = row.LastIndexOfAnyExcept((byte)0) + 1;
            if (length > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"{(first ? "" : "$")}#{color}");
                AppendRuns(text, row[..length]);
                row.Clear();
                first = false;
            }
        }
    }

    // A repeat count takes two letters or more, so only longer runs are counted.
    private static void AppendRuns(StringBuilder text, ReadOnlySpan<byte> row)
    {
        while (!row.IsEmpty)
        {
            int end = row.IndexOfAnyExcept(row[0]);
            int run = end < 0 ? row.Length : end;
            char letter = (char)('?' + row[0]);
            if (run > 3)
            {
                text.Append(CultureInfo.InvariantCulture, $"!{run}{letter}");
            }
            else
            {
                text.Append(letter, run);
            }

            row = row[run..];
        }
    }
}
