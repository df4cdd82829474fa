namespace Zvar.Tests.Sky;

public class SkyPositionTests
{
    // astropy 5.2.1, coordinates.angular_separation, in arcseconds.
    [Theory]
    [InlineData(0.8365280032157898, 30.937196731567383, 0.8365264657830731, 30.937195479478635, 0.006546367181345494)]
    [InlineData(10, 0, 10.000027777777778, 0, 0.10000000000164767)]
    [InlineData(10, 60, 10.000027777777778, 60, 0.0500000000008235)]
    [InlineData(200.0, -33.3, 200.0, -33.299999999, 3.59995916064564e-06)]
    [InlineData(200, 45, 200, 45, 0)]
    [InlineData(120, 89.9999, 300, 89.9999, 0.7200000000325434)]
    [InlineData(0, 90, 123, 90, 0)]
    [InlineData(0, -90, 77, -89.99, 36.00000000000756)]
    [InlineData(359.9999, 12, 0.0001, 12, 0.7042662724952666)]
    [InlineData(359.99999, -0.00001, 0.00001, 0.00001, 0.10182337646880699)]
    [InlineData(0, 90, 200, -90, 648000)]
    [InlineData(10, 20, 190, -20, 648000)]
    [InlineData(10, 20, 190, -19.9999, 647999.64)]
    [InlineData(45, 30, 225, -30.000001, 647999.9964)]
    [InlineData(0.836528, 30.937197, 4.93855, 36.31493, 22928.654100337604)]
    [InlineData(83.82208, -5.39111, 84.05339, -1.20192, 15103.96989868009)]
    public void Separations_are_those_of_astropy(double ra1, double dec1, double ra2, double dec2, double arcseconds)
    {
        var first = new SkyPosition(ra1, dec1);
        var second = new SkyPosition(ra2, dec2);
        Assert.Equal(arcseconds, first.SeparationTo(second), 1e-9);
        Assert.Equal(arcseconds, second.SeparationTo(first), 1e-9);
    }

    // astropy 5.2.1, SkyCoord.directional_offset_by.
    [Theory]
    [InlineData(0.836528, 30.937197, 0, 600, 0.836528, 31.103863666666673)]
    [InlineData(0.836528, 30.937197, 90, 600, 1.0308388432743008, 30.93705170888652)]
    [InlineData(0.01, 10, 270, 600, 359.84076224619344, 9.999957257166654)]
    [InlineData(359.99, -10, 90, 600, 0.15923775380657454, -9.999957257166654)]
    [InlineData(123, 89.95, 0, 600, 303.0, 89.88333333333271)]
    [InlineData(123, -89.95, 180, 600, 303.0, -89.88333333333271)]
    [InlineData(50, 90, 30, 3600, 200.0, 89.00000000000082)]
    [InlineData(200, -45, 123.4, 36000, 212.9832479005608, -49.81425222925647)]
    public void Offsets_are_those_of_astropy(
        double ra, double dec, double positionAngle, double distance, double offsetRa, double offsetDec)
    {
        SkyPosition offset = new SkyPosition(ra, dec).Offset(positionAngle, distance);
        Assert.Equal(offsetRa, offset.Ra, 1e-9);
        Assert.Equal(offsetDec, offset.Dec, 1e-9);
    }

    [Fact]
    public void Going_a_distance_separates_by_that_distance_anywhere()
    {
        var random = new Random(20250401);
        for (int i = 0; i < 20_000; i++)
        {
            double dec = Math.Asin((2 * random.NextDouble()) - 1) * 180 / Math.PI;
            var from = new SkyPosition(random.NextDouble() * 360, dec);
            double distance = Math.Pow(10, (random.NextDouble() * 8) - 3);
            SkyPosition to = from.Offset(random.NextDouble() * 360, distance);
            Assert.Equal(distance, from.SeparationTo(to), 1e-9 + (1e-12 * distance));
        }
    }

    [Theory]
    [InlineData(-0.0001, 0)]
    [InlineData(360.0001, 0)]
    [InlineData(double.NaN, 0)]
    [InlineData(0, 90.0001)]
    [InlineData(0, -90.0001)]
    [InlineData(0, double.NaN)]
    public void A_coordinate_off_the_sphere_is_refused(double ra, double dec) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SkyPosition(ra, dec));

    [Fact]
    public void The_full_circle_is_zero() => Assert.Equal(new SkyPosition(0, 5), new SkyPosition(360, 5));

    [Theory]
    [InlineData(0.8365280032157898, 30.937196731567383, "0.836528 +30.937197")]
    [InlineData(266.4168, -29.0078, "266.416800 -29.007800")]
    [InlineData(-0.0, -0.0, "0.000000 +0.000000")]
    [InlineData(0, -1e-9, "0.000000 +0.000000")]
    public void A_position_reads_well(double ra, double dec, string text)
    {
        using var german = new InCulture("de-DE");
        Assert.Equal(text, new SkyPosition(ra, dec).ToString());
    }
}
