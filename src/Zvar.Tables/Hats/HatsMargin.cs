namespace Zvar.Tables;

// Which partitions a star is near to without being in them; and which of the pixels where no partition is.
internal sealed class HatsMargin
{
    // The boundary of a partition is looked for in pixels this much smaller than the threshold. A star may be taken
    // that is farther away by twice their radius, and none is left out.
    private const int Fineness = 8;

    // Whether a boundary is near is seen on a ring around the star, a little wider than the threshold. Where a
    // partition is many times wider, its boundary is nearly straight there, or turns away at a corner: what of it comes
    // as near as the threshold has more of the ring outside than lies between two of its points.
    private const double RingWidth = 1.25;
    private const int RingPoints = 8;
    private const int WidePartition = 16;

    private readonly double _threshold;
    private readonly int _fineOrder;
    private readonly HatsPixel[] _pixels;

    internal HatsMargin(IReadOnlyList<HatsPixel> partitions, double threshold)
    {
        _threshold = threshold;
        _pixels = [.. partitions.Concat(HatsPartitions.Gaps(partitions)).OrderBy(pixel => pixel.First)];
        _fineOrder = Enumerable.Range(0, Healpix.MaxOrder + 1)
            .First(order => order == Healpix.MaxOrder || HealpixCover.LargestRadius(order) <= threshold / Fineness);
    }

    // Partitions and pixels without one: they are the whole sky.
    internal IReadOnlyList<HatsPixel> Pixels => _pixels;

    // The places among these of those that a star is near to.
    internal IReadOnlyList<int> FindNear(long healpix)
    {
        SkyPosition star = Healpix.CenterOf(Healpix.MaxOrder, healpix);
        int own = HatsPartitions.IndexOf(_pixels, healpix);
        if (IsInside(_pixels[own], star))
        {
            return [];
        }

        List<int> near = [];
        foreach (HatsPixel pixel in HatsPixel.Base)
        {
            AddNear(pixel, star, own, near);
        }

        return near;
    }

    private bool IsInside(HatsPixel own, SkyPosition star)
    {
        if (HealpixCover.LargestRadius(own.Order) < WidePartition * _threshold)
        {
            return false;
        }

        for (int i = 0; i < RingPoints; i++)
        {
            SkyPosition point = star.Offset(360.0 * i / RingPoints, RingWidth * _threshold);
            if (Healpix.PixelOf(own.Order, point) != own.Pixel)
            {
                return false;
            }
        }

        return true;
    }

    // Says whether the pixel that this one is in was found, so that the rest of it is not looked at.
    private bool AddNear(HatsPixel pixel, SkyPosition star, int own, List<int> near)
    {
        if (!HealpixCover.MayReach(pixel.Order, pixel.Pixel, star, _threshold))
        {
            return false;
        }

        int index = HatsPartitions.IndexOf(_pixels, pixel.First);
        bool isOfOne = _pixels[index].Contains(pixel);
        if (isOfOne && index == own)
        {
            return true;
        }

        if (isOfOne && pixel.Order >= _fineOrder)
        {
            near.Add(index);
            return true;
        }

        foreach (HatsPixel child in pixel.Children())
        {
            if (AddNear(child, star, own, near) && isOfOne)
            {
                return true;
            }
        }

        return false;
    }
}
