namespace Zvar;

/// <summary>
/// HEALPix pixels in NESTED order (Górski et al. 2005, ApJ 622, 759), by which Gaia numbers its sources and HATS its
/// partitions. Order k divides the sky into 12·4^k pixels of equal area.
/// </summary>
public static class Healpix
{
    /// <summary>The finest order whose pixel numbers fit a <see cref="long"/>.</summary>
    public const int MaxOrder = 29;

    private static readonly int[] RingOfFace = [2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4];
    private static readonly int[] LongitudeOfFace = [1, 3, 5, 7, 0, 2, 4, 6, 1, 3, 5, 7];

    /// <summary>The number of the pixel that holds a position.</summary>
    /// <param name="order">0 to <see cref="MaxOrder"/>.</param>
    /// <param name="position">Where.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such order.</exception>
    public static long PixelOf(int order, SkyPosition position)
    {
        CheckOrder(order);
        long nside = 1L << order;
        (double z, double cosDec) = Math.SinCos(position.Dec * Math.PI / 180);
        double absZ = Math.Abs(z);
        double quarter = position.Ra / 90;

        int face;
        long x, y;
        if (absZ <= 2.0 / 3)
        {
            double along = nside * (0.5 + quarter);
            double across = nside * z * 0.75;
            long rising = (long)Math.Floor(along - across);
            long falling = (long)Math.Floor(along + across);
            long faceRising = rising >> order;
            long faceFalling = falling >> order;
            face = (int)(faceRising == faceFalling
                ? (faceFalling & 3) | 4
                : faceRising < faceFalling ? faceRising & 3 : (faceFalling & 3) + 8);
            x = falling & (nside - 1);
            y = nside - (rising & (nside - 1)) - 1;
        }
        else
        {
            int column = Math.Min(3, (int)quarter);
            double within = quarter - column;

            // 1 - |z| written through cos(dec), which does not cancel near the poles.
            double scale = nside * cosDec * Math.Sqrt(3 / (1 + absZ));
            long rising = Math.Min((long)(within * scale), nside - 1);
            long falling = Math.Min((long)((1 - within) * scale), nside - 1);
            (face, x, y) = z >= 0
                ? (column, nside - falling - 1, nside - rising - 1)
                : (column + 8, rising, falling);
        }

        return ((long)face << (2 * order)) + (long)(Spread((ulong)x) | (Spread((ulong)y) << 1));
    }

    /// <summary>The centre of a pixel.</summary>
    /// <param name="order">0 to <see cref="MaxOrder"/>.</param>
    /// <param name="pixel">0 to 12·4^order - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such order or pixel.</exception>
    public static SkyPosition CenterOf(int order, long pixel)
    {
        CheckOrder(order);
        long nside = 1L << order;
        if (pixel < 0 || pixel >= 12 * nside * nside)
        {
            throw new ArgumentOutOfRangeException(
                nameof(pixel), $"Order {order} has the pixels 0 to {(12 * nside * nside) - 1}, not {pixel}.");
        }

        int face = (int)(pixel >> (2 * order));
        ulong inFace = (ulong)pixel & (((ulong)nside * (ulong)nside) - 1);
        long x = (long)Gather(inFace);
        long y = (long)Gather(inFace >> 1);

        long ring = (RingOfFace[face] * nside) - x - y - 1;
        long pixelsInQuarter;
        double dec;
        int shift;
        if (ring < nside || ring > 3 * nside)
        {
            pixelsInQuarter = ring < nside ? ring : (4 * nside) - ring;
            double scaled = (double)pixelsInQuarter / nside;
            double colatitudeSine = scaled * Math.Sqrt((2 - (scaled * scaled / 3)) / 3);
            double height = 1 - (scaled * scaled / 3);
            dec = Math.Atan2(height, colatitudeSine) * (ring < nside ? 1 : -1);
            shift = 0;
        }
        else
        {
            pixelsInQuarter = nside;
            dec = Math.Asin((2 * nside - ring) * 2.0 / (3 * nside));
            shift = (int)((ring - nside) & 1);
        }

        long place = ((LongitudeOfFace[face] * pixelsInQuarter) + x - y + 1 + shift) / 2;
        if (place > 4 * pixelsInQuarter)
        {
            place -= 4 * pixelsInQuarter;
        }
        else if (place < 1)
        {
            place += 4 * pixelsInQuarter;
        }

        double ra = (place - ((shift + 1) * 0.5)) * 90 / pixelsInQuarter;
        return new SkyPosition(((ra % 360) + 360) % 360, dec * 180 / Math.PI);
    }

    private static void CheckOrder(int order)
    {
        if (order is < 0 or > MaxOrder)
        {
            throw new ArgumentOutOfRangeException(nameof(order), $"A HEALPix order is 0 to {MaxOrder}, not {order}.");
        }
    }

    // Puts a zero bit between every two bits.
    private static ulong Spread(ulong bits)
    {
        bits = (bits | (bits << 16)) & 0x0000FFFF0000FFFF;
        bits = (bits | (bits << 8)) & 0x00FF00FF00FF00FF;
        bits = (bits | (bits << 4)) & 0x0F0F0F0F0F0F0F0F;
        bits = (bits | (bits << 2)) & 0x3333333333333333;
        return (bits | (bits << 1)) & 0x5555555555555555;
    }

    // Takes every second bit, the inverse of Spread.
    private static ulong Gather(ulong bits)
    {
        bits &= 0x5555555555555555;
        bits = (bits | (bits >> 1)) & 0x3333333333333333;
        bits = (bits | (bits >> 2)) & 0x0F0F0F0F0F0F0F0F;
        bits = (bits | (bits >> 4)) & 0x00FF00FF00FF00FF;
        bits = (bits | (bits >> 8)) & 0x0000FFFF0000FFFF;
        return (bits | (bits >> 16)) & 0x00000000FFFFFFFF;
    }
}
