namespace Zvar.Tests.Sky;

public class ConeCoverTests
{
    private const double Cone = 600;

    public static TheoryData<double, double, double> Caps { get; } = new()
    {
        // Centre and radius in degrees: the equator, RA 0/360, both poles, near a pole, and a field in between.
        { 180, 0, 0.5 },
        { 180, 0, 10 },
        { 0, 12, 0.5 },
        { 359.99, -3, 3 },
        { 0.01, 60, 5 },
        { 0, 90, 0.5 },
        { 77, 90, 2 },
        { 200, -90, 10 },
        { 123, 89.7, 1 },
        { 300, -84, 10 },
        { 4.93855, 36.31493, 0.17 },
        { 4.93855, 36.31493, 7 },
    };

    [Theory]
    [MemberData(nameof(Caps))]
    public void Every_point_of_the_wide_cone_lies_in_a_small_one(double ra, double dec, double degrees)
    {
        var center = new SkyPosition(ra, dec);
        double radius = degrees * 3600;
        UnitVector[] cones = [.. ConeCover.Centers(center, radius, Cone).Select(UnitVector.Of)];
        var random = new Random(10);
        double area = Math.Pow(Math.Sin(degrees * Math.PI / 360), 2);
        for (int i = 0; i < 8_000; i++)
        {
            // Evenly over the area, and a third of them on the rim.
            double distance = i % 3 == 0
                ? radius
                : 2 * Math.Asin(Math.Sqrt(random.NextDouble() * area)) * 180 / Math.PI * 3600;
            var point = UnitVector.Of(center.Offset(random.NextDouble() * 360, distance));
            Assert.Contains(cones, cone => cone.IsWithin(Cone, point));
        }
    }

    // Were there a hole, a corner of it would be a point where the rims of two cones cross, and no third cone holds it.
    [Theory]
    [InlineData(0, 0, 2)]
    [InlineData(10, 90, 2)]
    [InlineData(0.1, -45, 5)]
    [InlineData(0.1, 80, 30)]
    public void Where_two_rims_cross_a_third_cone_covers(double ra, double dec, double degrees)
    {
        // Cones of a twelfth of the radius: the larger, the more the sphere bends between their rows.
        double small = degrees * 300;
        var center = UnitVector.Of(new SkyPosition(ra, dec));
        UnitVector[] cones =
            [.. ConeCover.Centers(new SkyPosition(ra, dec), degrees * 3600, small).Select(UnitVector.Of)];
        int crossings = 0;
        for (int i = 0; i < cones.Length; i++)
        {
            for (int j = 0; j < cones.Length; j++)
            {
                if (i != j && cones[i].IsWithin(2 * small, cones[j]))
                {
                    UnitVector crossing = cones[i].CrossingOfRims(cones[j], small);
                    if (center.IsWithin(degrees * 3600, crossing))
                    {
                        crossings++;
                        Assert.Contains(
                            cones.Where((_, k) => k != i && k != j), cone => cone.IsWithin(small, crossing));
                    }
                }
            }
        }

        Assert.True(crossings > 1000, $"Only {crossings} crossings were looked at.");
    }

    [Theory]
    [InlineData(0, 0, 2, 1.45)]
    [InlineData(0, 90, 5, 1.32)]
    [InlineData(359.9, 30, 10, 1.27)]
    [InlineData(100, -89, 30, 1.27)]
    public void Hardly_more_cones_are_made_than_a_hexagonal_pattern_needs(
        double ra, double dec, double degrees, double most)
    {
        // In the plane the areas of the thinnest covering by circles add up to 2π/√27 = 1.2092 of what they cover
        // (Kershner 1939, Amer. J. Math. 61, 665); the rim adds (1 + cone/radius)² for a finite one.
        int cones = ConeCover.Centers(new SkyPosition(ra, dec), degrees * 3600, Cone).Count;
        double ratio = cones * AreaOf(Cone / 3600) / AreaOf(degrees);
        Assert.InRange(ratio, 1.2092, most);
    }

    [Fact]
    public void One_cone_is_enough_for_what_it_holds()
    {
        var center = new SkyPosition(4.93855, 36.31493);
        Assert.Equal([center], ConeCover.Centers(center, 600, 600));
        Assert.Equal([center], ConeCover.Centers(center, 5, 600));
    }

    [Fact]
    public void Seven_cones_cover_what_is_a_little_wider_than_one() =>
        Assert.Equal(7, ConeCover.Centers(new SkyPosition(0, 90), 660, 600).Count);

    [Theory]
    [InlineData(0, 600)]
    [InlineData(-1, 600)]
    [InlineData(double.NaN, 600)]
    [InlineData(108_001, 600)]
    [InlineData(1200, 0)]
    [InlineData(1200, double.NaN)]
    public void A_radius_that_cannot_be_covered_is_refused(double radius, double coneRadius) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ConeCover.Centers(default, radius, coneRadius));

    private static double AreaOf(double degrees) => Math.Pow(Math.Sin(degrees * Math.PI / 360), 2);
}
