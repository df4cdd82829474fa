namespace Zvar.Tests.Text;

public class IauNameTests
{
    // Degrees: astropy 5.2.1, SkyCoord.
    [Theory]
    [InlineData("J000320.77+305613.9", 0.8365416666666666, 30.937194444444444)]
    [InlineData("j000320.77+305613.9", 0.8365416666666666, 30.937194444444444)]
    [InlineData("J000320.77\u2212305613.9", 0.8365416666666666, -30.937194444444444)]
    [InlineData("J000320+305613", 0.8333333333333333, 30.936944444444444)]
    [InlineData("SDSS J000320.77+305613.9", 0.8365416666666666, 30.937194444444444)]
    [InlineData("SDSSJ000320.77+305613.9", 0.8365416666666666, 30.937194444444444)]
    [InlineData("ZTF J153932.16+502738.8", 234.88400000000001, 50.460777777777778)]
    [InlineData("ASASSN-V J000320.77+305613.9", 0.8365416666666666, 30.937194444444444)]
    [InlineData("CSS_J000320.7+305613", 0.83625, 30.936944444444444)]
    [InlineData("MASTER OT J000320.77+305613.9", 0.8365416666666666, 30.937194444444444)]
    [InlineData("2MASS J00032077+3056139", 0.8365416666666666, 30.937194444444444)]
    [InlineData("PSO J334.2028+01.4075", 334.2028, 1.4075)]
    [InlineData("PSO J000.8365-30.9372", 0.8365, -30.9372)]
    [InlineData(" J000000.00-000001.8 ", 0, -0.0005)]
    public void A_position_is_read_from_a_name_made_of_it(string text, double ra, double dec)
    {
        using var german = new InCulture("de-DE");
        SkyPosition position = Coordinate.ParsePosition(text);
        Assert.Equal(ra, position.Ra, 1e-9);
        Assert.Equal(dec, position.Dec, 1e-9);
    }

    [Theory]
    [InlineData("PSR J0437-4715")]
    [InlineData("PSO J318.5-22")]
    [InlineData("Gaia DR3 2873447302730839936")]
    [InlineData("PSR J174805.0-244646ad")]
    [InlineData("B000320.77+305613.9")]
    [InlineData("RR Lyr")]
    public void What_tells_less_than_a_place_is_no_position(string text) =>
        Assert.Throws<FormatException>(() => Coordinate.ParsePosition(text));

    [Theory]
    [InlineData("J240000.00+305613.9")]
    [InlineData("J006000.00+305613.9")]
    [InlineData("J000060.00+305613.9")]
    [InlineData("J000000.00+900000.1")]
    [InlineData("PSO J360.0000+01.4075")]
    public void Off_the_sky_is_told(string text) => Assert.Contains(
        "no place on the sky",
        Assert.Throws<FormatException>(() => Coordinate.ParsePosition(text)).Message,
        StringComparison.Ordinal);
}
