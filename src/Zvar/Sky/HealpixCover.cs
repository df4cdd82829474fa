namespace Zvar;

/// <summary>Which HEALPix pixels hold a cone, or what is around a pixel.</summary>
public static class HealpixCover
{
    private const double RadiansToArcseconds = 180 * 3600 / Math.PI;

    // Pixels a fourth as wide as the cone fit it well; none finer than 0.2 arcsec are looked at.
    private const int Fineness = 4;
    private const int FinestOrder = 20;

    // The edge of a pixel is followed by pixels a sixteenth as wide.
    private const int EdgeOrders = 4;

    /// <summary>
    /// The largest angle between the centre of a pixel and a corner of it, in arcseconds, among all pixels of an order:
    /// that of a pixel at the equatorial corner of a polar cap, from its centre to the corner towards the pole.
    /// </summary>
    /// <param name="order">0 to <see cref="Healpix.MaxOrder"/>.</param>
    public static double LargestRadius(int order)
    {
        double nside = 1L << order;

        // Between (z, longitude) = (2/3, π/4 nside) and (1 - (1 - 1/nside)²/3, 0), by Vincenty's form.
        double far = 1 - (1 / nside);
        double z = 1 - (far * far / 3);
        double farther = Math.Sqrt((1 - z) * (1 + z));
        const double near = 2.0 / 3;
        double nearer = Math.Sqrt((1 - near) * (1 + near));
        (double sin, double cos) = Math.SinCos(Math.PI / (4 * nside));
        double east = nearer * sin;
        double north = (farther * near) - (z * nearer * cos);
        double along = (z * near) + (farther * nearer * cos);
        return Math.Atan2(Math.Sqrt((east * east) + (north * north)), along) * RadiansToArcseconds;
    }

    /// <summary>Whether a pixel may reach into a cone: never false where it does.</summary>
    /// <param name="order">The order of the pixel.</param>
    /// <param name="pixel">Its number.</param>
    /// <param name="center">The centre of the cone.</param>
    /// <param name="radius">Its radius in arcseconds.</param>
    public static bool MayReach(int order, long pixel, SkyPosition center, double radius) =>
        center.SeparationTo(Healpix.CenterOf(order, pixel)) <= radius + LargestRadius(order);

    /// <summary>
    /// Ranges of pixels of the finest order that together hold every point of a cone, and some beside it.
    /// </summary>
    /// <param name="center">The centre of the cone.</param>
    /// <param name="radius">Its radius in arcseconds.</param>
    /// <returns>The ranges in order, from the first pixel up to the end, which is in it no more.</returns>
    public static IReadOnlyList<(long First, long End)> Ranges(SkyPosition center, double radius)
    {
        List<(long First, long End)> ranges = [];
        for (long pixel = 0; pixel < 12; pixel++)
        {
            Add(0, pixel);
        }

        return ranges;

        void Add(int order, long pixel)
        {
            if (!MayReach(order, pixel, center, radius))
            {
                return;
            }

            if (order < FinestOrder && LargestRadius(order) > radius / Fineness)
            {
                for (int child = 0; child < 4; child++)
                {
                    Add(order + 1, (4 * pixel) + child);
                }

                return;
            }

            AddTo(ranges, order, pixel);
        }
    }

    /// <summary>
    /// Ranges of pixels of the finest order that together hold every point that is no farther from a pixel than a
    /// radius, those in it too, and some beside.
    /// </summary>
    /// <param name="order">The order of the pixel.</param>
    /// <param name="pixel">Its number.</param>
    /// <param name="radius">The radius in arcseconds.</param>
    /// <returns>The ranges in order, from the first pixel up to the end, which is in it no more.</returns>
    public static IReadOnlyList<(long First, long End)> RangesAround(int order, long pixel, double radius)
    {
        int finest = Math.Min(FinestOrder, order + EdgeOrders);
        List<(long First, long End)> ranges = [];
        for (long other = 0; other < 12; other++)
        {
            Add(0, other, order, [pixel]);
        }

        return ranges;

        // Of the pixel there are those parts, none finer than the other, that were near what the other is in.
        void Add(int otherOrder, long other, int partOrder, long[] parts)
        {
            SkyPosition center = Healpix.CenterOf(otherOrder, other);
            double reach = radius + LargestRadius(otherOrder);
            long[] near = [.. parts.Where(part => MayReach(partOrder, part, center, reach))];
            if (near.Length == 0)
            {
                return;
            }

            bool isInside = otherOrder >= order && other >> (2 * (otherOrder - order)) == pixel;
            if (isInside || otherOrder == finest || LargestRadius(otherOrder) <= radius / Fineness)
            {
                AddTo(ranges, otherOrder, other);
                return;
            }

            if (otherOrder >= order)
            {
                near = [.. near.SelectMany(Children)];
                partOrder++;
            }

            foreach (long child in Children(other))
            {
                Add(otherOrder + 1, child, partOrder, near);
            }
        }

        static IEnumerable<long> Children(long parent) => Enumerable.Range(0, 4).Select(child => (4 * parent) + child);
    }

    private static void AddTo(List<(long First, long End)> ranges, int order, long pixel)
    {
        int shift = 2 * (Healpix.MaxOrder - order);
        (long first, long end) = (pixel << shift, (pixel + 1) << shift);
        if (ranges is [.., var last] && last.End == first)
        {
            ranges[^1] = (last.First, end);
        }
        else
        {
            ranges.Add((first, end));
        }
    }
}
