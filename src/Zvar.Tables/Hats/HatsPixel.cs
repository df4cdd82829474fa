using System.Globalization;

namespace Zvar.Tables;

// A HEALPix pixel of any order: a partition, or where none is.
internal readonly record struct HatsPixel(int Order, long Pixel)
{
    // The pixels of the finest order in it: from the first up to the end.
    internal long First => Pixel << (2 * (Healpix.MaxOrder - Order));

    internal long End => (Pixel + 1) << (2 * (Healpix.MaxOrder - Order));

    // Its share of the sky.
    internal double SkyFraction => 1 / (12 * Math.Pow(4, Order));

    // The file of a partition below the folder of the data.
    internal string Path => string.Create(
        CultureInfo.InvariantCulture, $"Norder={Order}/Dir={Pixel / 10_000 * 10_000}/Npix={Pixel}.parquet");

    internal static IEnumerable<HatsPixel> Base => Enumerable.Range(0, 12).Select(pixel => new HatsPixel(0, pixel));

    internal IEnumerable<HatsPixel> Children()
    {
        for (int i = 0; i < 4; i++)
        {
            yield return new HatsPixel(Order + 1, (4 * Pixel) + i);
        }
    }

    internal bool Contains(HatsPixel other) => First <= other.First && other.End <= End;

    internal bool Contains(long finest) => First <= finest && finest < End;

    // The partition of a path that ends like one.
    internal static HatsPixel Of(string path)
    {
        string[] parts = path.Split('/');
        return parts.Length >= 3 && parts[^3].StartsWith("Norder=", StringComparison.Ordinal)
            && parts[^1].StartsWith("Npix=", StringComparison.Ordinal)
            && int.TryParse(parts[^3]["Norder=".Length..], CultureInfo.InvariantCulture, out int order)
            && long.TryParse(parts[^1]["Npix=".Length..].Split('.')[0], CultureInfo.InvariantCulture, out long pixel)
            && order is >= 0 and <= Healpix.MaxOrder
            ? new HatsPixel(order, pixel)
            : throw new TableException(
                TableError.TableDamaged, $"'{Excerpt.Of(path)}' is no partition of a HATS catalogue.");
    }
}
