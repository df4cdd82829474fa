namespace Zvar.Tables;

// How the sky is divided into partitions: each as wide as its limits allow.
internal static class HatsPartitions
{
    // Finer partitions, of a few arcseconds, are of no use to anybody.
    private const int FinestOrder = 16;

    // Divides stars, by their places on the sky, where other partitions are to stay as they are.
    internal static IReadOnlyList<HatsPartition> Divide(
        SpooledStar[] stars, IReadOnlyList<HatsPixel> kept, HatsOptions options)
    {
        List<HatsPartition> partitions = [];
        foreach (HatsPixel pixel in HatsPixel.Base)
        {
            Divide(pixel, stars, kept, options, partitions);
        }

        return partitions;
    }

    // The widest pixels in which no partition is.
    internal static IEnumerable<HatsPixel> Gaps(IReadOnlyList<HatsPixel> partitions)
    {
        var pixels = new Stack<HatsPixel>(HatsPixel.Base.Reverse());
        while (pixels.TryPop(out HatsPixel pixel))
        {
            int at = FirstAtOrAfter(partitions, pixel.First);
            bool isInOne = at > 0 && partitions[at - 1].Contains(pixel);
            bool hasSome = at < partitions.Count && partitions[at].First < pixel.End;
            if (!isInOne && !hasSome)
            {
                yield return pixel;
            }
            else if (hasSome && partitions[at] != pixel)
            {
                foreach (HatsPixel child in pixel.Children().Reverse())
                {
                    pixels.Push(child);
                }
            }
        }
    }

    // Which of some partitions, in order, a star is in; -1 where it is in none.
    internal static int IndexOf(IReadOnlyList<HatsPixel> partitions, long healpix)
    {
        int at = FirstAtOrAfter(partitions, healpix + 1) - 1;
        return at >= 0 && partitions[at].Contains(healpix) ? at : -1;
    }

    // Whether one begins in a range.
    internal static bool HasOneIn(IReadOnlyList<HatsPixel> partitions, long first, long end) =>
        FirstAtOrAfter(partitions, first) is var at && at < partitions.Count && partitions[at].First < end;

    private static void Divide(
        HatsPixel pixel,
        ReadOnlySpan<SpooledStar> all,
        IReadOnlyList<HatsPixel> kept,
        HatsOptions options,
        List<HatsPartition> partitions)
    {
        int from = FirstAtOrAfter(all, pixel.First);
        ReadOnlySpan<SpooledStar> inside = all[from..FirstAtOrAfter(all, pixel.End)];
        if (inside.IsEmpty)
        {
            return;
        }

        int at = FirstAtOrAfter(kept, pixel.First);
        bool isFree = at == kept.Count || kept[at].First >= pixel.End;
        if (isFree && (pixel.Order == FinestOrder || Fits(inside, options)))
        {
            partitions.Add(new HatsPartition(pixel, from, inside.Length));
            return;
        }

        foreach (HatsPixel child in pixel.Children())
        {
            Divide(child, all, kept, options, partitions);
        }
    }

    private static bool Fits(ReadOnlySpan<SpooledStar> stars, HatsOptions options)
    {
        if (stars.Length > options.MaxRows)
        {
            return false;
        }

        long points = 0;
        foreach (SpooledStar star in stars)
        {
            points += star.Points;
        }

        return points <= options.MaxPoints || stars.Length == 1;
    }

    private static int FirstAtOrAfter(ReadOnlySpan<SpooledStar> stars, long healpix)
    {
        (int low, int high) = (0, stars.Length);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = stars[middle].Healpix < healpix ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static int FirstAtOrAfter(IReadOnlyList<HatsPixel> pixels, long healpix)
    {
        (int low, int high) = (0, pixels.Count);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = pixels[middle].First < healpix ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
