namespace Zvar.Tests.Sky;

public class HealpixTests
{
    // healpy 1.16.1: ang2pix and pix2ang with nest=True, lonlat=True. Order, RA, Dec, pixel, its centre. Four pixels
    // meet at 0 0: vec2pix is asked there, for ang2pix goes by a colatitude whose cosine is not quite 0 on the equator.
    public static TheoryData<int, double, double, long, double, double> Healpy { get; } = new()
    {
        { 0, 0.8365264657830731, 30.937195479478635, 4, 0.0, 0.0 },
        { 3, 0.8365264657830731, 30.937195479478635, 319, 0.0, 35.68533471265204 },
        { 12, 0.8365264657830731, 30.937195479478635, 83628323, 0.8349609375, 30.94133516942174 },
        { 29, 0.8365264657830731, 30.937195479478635, 1436723651273359524, 0.8365265093743801, 30.937195518855475 },
        { 3, 0, 0, 282, 5.625, 0.0 },
        { 12, 0, 0, 74099370, 0.010986328125, 0.0 },
        { 12, 45, 0, 95070890, 45.01098632812499, 0.0 },
        { 29, 45, 0, 1633305464859699882, 45.000000083819025, 0.0 },
        { 0, 90, 0, 5, 90.0, 0.0 },
        { 29, 90, 0, 1561247870821771946, 90.00000008381903, 0.0 },
        { 3, 359.9999999, 1e-07, 304, 0.0, 4.780191847199163 },
        { 12, 359.9999999, 1e-07, 79691776, 0.0, 0.00932548498796848 },
        { 12, 1e-07, -1e-07, 71303167, 0.0, -0.00932548498796848 },
        { 29, 1e-07, -1e-07, 1224979098644774909, 8.381903171539307e-08, -1.4229560463263624e-07 },
        { 0, 0, 90, 0, 45.0, 41.81031489577859 },
        { 29, 0, 90, 288230376151711743, 45.0, 89.9999999128621 },
        { 3, 0, -90, 512, 45.0, -84.14973293629666 },
        { 12, 0, -90, 134217728, 45.0, -89.98857866011926 },
        { 12, 123.456, 89.99999, 33554431, 135.0, 89.98857866011927 },
        { 29, 123.456, 89.99999, 576460752303417143, 123.2608695652174, 89.9999899791406 },
        { 0, 123.456, -89.99999, 9, 135.0, -41.81031489577862 },
        { 29, 123.456, -89.99999, 2594073385365415108, 123.2608695652174, -89.99998997914062 },
        { 3, 10, 41.8, 42, 5.625, 41.81031489577859 },
        { 12, 10, 41.8, 11098772, 9.997558593749998, 41.797804666303506 },
        { 12, 10, 41.82, 11098773, 10.008544921875, 41.81031489577859 },
        { 29, 10, 41.82, 190675485075377452, 9.99999997205504, 41.820000033578495 },
        { 0, 10, -41.8, 8, 45.0, -41.81031489577862 },
        { 29, 10, -41.8, 2496518518305807806, 9.999999990686772, -41.799999926449146 },
        { 3, 10, -41.82, 554, 5.625, -41.81031489577862 },
        { 12, 10, -41.82, 145316501, 10.008544921875, -41.81031489577862 },
        { 12, 89.9999999, 66.4, 8388597, 89.9780701754386, 66.39686575524698 },
        { 29, 89.9999999, 66.4, 144115006979954133, 89.9999998326668, 66.3999999491752 },
        { 0, 90.0000001, 66.4, 1, 135.0, 41.81031489577859 },
        { 29, 90.0000001, 66.4, 504403067717544682, 90.00000016733318, 66.3999999491752 },
        { 3, 359.9999999, -66.4, 720, 351.0, -60.4344388449523 },
        { 12, 359.9999999, -66.4, 188743685, 359.9780701754386, -66.39686575524698 },
        { 12, 0, -66.4, 142606346, 0.021929824561403508, -66.39686575524698 },
        { 29, 0, -66.4, 2449958378385451562, 1.673331882219925e-07, -66.39999994917522 },
        { 0, 266.4168, -29.0078, 7, 270.0, 0.0 },
        { 3, 266.4168, -29.0078, 450, 264.37499999999994, -30.000000000000014 },
        { 12, 266.4168, -29.0078, 118088263, 266.41845703125, -29.00351535792508 },
        { 29, 266.4168, -29.0078, 2028740913184819897, 266.41680001281196, -29.007799983160183 },
        { 3, 180, -5, 399, 180.0, -4.780191847199163 },
        { 12, 180, -5, 104660784, 180.0, -4.99546097005026 },
    };

    [Theory]
    [MemberData(nameof(Healpy))]
    public void Pixels_and_their_centres_are_those_of_healpy(
        int order, double ra, double dec, long pixel, double centerRa, double centerDec)
    {
        Assert.Equal(pixel, Healpix.PixelOf(order, new SkyPosition(ra, dec)));
        Assert.Equal(0, Healpix.CenterOf(order, pixel).SeparationTo(new SkyPosition(centerRa, centerDec)), 1e-8);
    }

    [Fact]
    public void A_Gaia_source_id_names_the_pixel_of_its_position()
    {
        // Gaia DR3: source_id / 2^35 is the level-12 pixel of the source.
        Assert.Equal(
            2873447302730839936 >> 35, Healpix.PixelOf(12, new SkyPosition(0.8365264657830731, 30.937195479478635)));
    }

    [Fact]
    public void Every_pixel_holds_its_centre()
    {
        for (int order = 0; order <= 6; order++)
        {
            for (long pixel = 0; pixel < 12L << (2 * order); pixel++)
            {
                Assert.Equal(pixel, Healpix.PixelOf(order, Healpix.CenterOf(order, pixel)));
            }
        }

        var random = new Random(29);
        for (int i = 0; i < 20_000; i++)
        {
            int order = random.Next(7, Healpix.MaxOrder + 1);
            long pixel = random.NextInt64(12L << (2 * order));
            Assert.Equal(pixel, Healpix.PixelOf(order, Healpix.CenterOf(order, pixel)));
        }
    }

    [Fact]
    public void A_pixel_lies_inside_the_pixels_of_coarser_orders()
    {
        var random = new Random(12);
        for (int i = 0; i < 5_000; i++)
        {
            var position = new SkyPosition(
                random.NextDouble() * 360, Math.Asin((2 * random.NextDouble()) - 1) * 180 / Math.PI);
            long finest = Healpix.PixelOf(Healpix.MaxOrder, position);
            for (int order = 0; order < Healpix.MaxOrder; order++)
            {
                Assert.Equal(finest >> (2 * (Healpix.MaxOrder - order)), Healpix.PixelOf(order, position));
            }
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(30)]
    public void There_are_orders_0_to_29(int order)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Healpix.PixelOf(order, default));
        Assert.Throws<ArgumentOutOfRangeException>(() => Healpix.CenterOf(order, 0));
    }

    [Theory]
    [InlineData(0, 12)]
    [InlineData(0, -1)]
    [InlineData(29, 3458764513820540928)]
    public void A_pixel_beyond_the_last_is_refused(int order, long pixel) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Healpix.CenterOf(order, pixel));
}
