namespace Zvar.Tests.Sky;

public sealed class HealpixCoverTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(11)]
    public void The_largest_radius_of_a_pixel_is_just_that_of_its_farthest_points(int order)
    {
        var random = new Random(1);
        double farthest = 0;
        for (int i = 0; i < 100_000; i++)
        {
            SkyPosition point = Anywhere(random);
            farthest = Math.Max(
                farthest, point.SeparationTo(Healpix.CenterOf(order, Healpix.PixelOf(order, point))));
        }

        Assert.InRange(farthest / HealpixCover.LargestRadius(order), 0.85, 1 + 1e-12);
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(2)]
    [InlineData(600)]
    [InlineData(36000)]
    [InlineData(500_000)]
    public void Every_point_of_a_cone_is_in_its_ranges_and_few_others_are(double radius)
    {
        var random = new Random(2);
        for (int i = 0; i < 50; i++)
        {
            SkyPosition center = Anywhere(random);
            IReadOnlyList<(long First, long End)> ranges = HealpixCover.Ranges(center, radius);
            for (int k = 0; k < 100; k++)
            {
                SkyPosition point = center.Offset(360 * random.NextDouble(), radius * Math.Sqrt(random.NextDouble()));
                long pixel = Healpix.PixelOf(Healpix.MaxOrder, point);
                Assert.Contains(ranges, range => range.First <= pixel && pixel < range.End);
            }

            Assert.Equal(ranges.OrderBy(range => range.First), ranges);
            double covered = ranges.Sum(range => (double)(range.End - range.First)) / (12L << (2 * Healpix.MaxOrder));
            double cone = (1 - Math.Cos(radius / 3600 * Math.PI / 180)) / 2;
            Assert.InRange(covered, cone, Math.Max(1e-10, 5 * cone));
        }
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(5, 0)]
    [InlineData(8, 10)]
    [InlineData(12, 600)]
    [InlineData(3, 36000)]
    public void Every_point_around_a_pixel_is_in_its_ranges_and_few_others_are(int order, double radius)
    {
        var random = new Random(3);
        for (int i = 0; i < 50; i++)
        {
            long pixel = Healpix.PixelOf(order, Anywhere(random));
            IReadOnlyList<(long First, long End)> ranges = HealpixCover.RangesAround(order, pixel, radius);
            SkyPosition center = Healpix.CenterOf(order, pixel);
            double largest = HealpixCover.LargestRadius(order);
            for (int k = 0; k < 100; k++)
            {
                SkyPosition inside = center.Offset(360 * random.NextDouble(), largest * random.NextDouble());
                if (Healpix.PixelOf(order, inside) != pixel)
                {
                    continue;
                }

                SkyPosition point = inside.Offset(360 * random.NextDouble(), radius * random.NextDouble());
                long finest = Healpix.PixelOf(Healpix.MaxOrder, point);
                Assert.Contains(ranges, range => range.First <= finest && finest < range.End);
            }

            Assert.Equal(ranges.OrderBy(range => range.First), ranges);
            double covered = ranges.Sum(range => (double)(range.End - range.First)) / (12L << (2 * Healpix.MaxOrder));
            double circle = (1 - Math.Cos((radius + largest) / 3600 * Math.PI / 180)) / 2;
            Assert.InRange(covered, 1 / (12 * Math.Pow(4, order)), 1.6 * circle);
        }
    }

    private static SkyPosition Anywhere(Random random) =>
        new(360 * random.NextDouble(), Math.Asin((2 * random.NextDouble()) - 1) * 180 / Math.PI);
}
