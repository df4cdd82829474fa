namespace Zvar.Tests.Hats;

/// <summary>
/// HEALPix pixels by the projection of Calabretta and Roukema (2007, MNRAS 381, 865), in which the faces are squares:
/// another way to the same numbers.
/// </summary>
internal static class ProjectedPixel
{
    internal static long Of(int order, SkyPosition position)
    {
        double z = Math.Sin(position.Dec * Math.PI / 180);
        double x = position.Ra / 90;
        double y = 0.75 * z;
        if (Math.Abs(z) > 2.0 / 3)
        {
            // 1 - |z| by the half angle, which does not cancel near the poles.
            double half = Math.Sin((90 - Math.Abs(position.Dec)) * Math.PI / 360);
            double sigma = Math.Sqrt(6 * half * half);
            double middle = Math.Floor(x) + 0.5;
            x = middle + ((x - middle) * sigma);
            y = Math.CopySign((2 - sigma) / 2, z);
        }

        (double northEast, double northWest) = (y + x + 0.5, y - x + 0.5);
        (double column, double row) = (Math.Floor(northEast), Math.Floor(northWest));
        long turn = (long)Math.Floor((column - row) / 2);
        long face = (4 + (int)-(column + row) * 4) + (((turn % 4) + 4) % 4);
        double nside = Math.Pow(2, order);
        long ix = (long)Math.Min(nside - 1, (northEast - column) * nside);
        long iy = (long)Math.Min(nside - 1, (northWest - row) * nside);
        long pixel = face;
        for (int bit = order - 1; bit >= 0; bit--)
        {
            pixel = (pixel << 2) | ((iy >> bit & 1) << 1) | (ix >> bit & 1);
        }

        return pixel;
    }
}
