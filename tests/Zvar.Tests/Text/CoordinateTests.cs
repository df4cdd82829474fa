namespace Zvar.Tests.Text;

public class CoordinateTests
{
    // Degrees of the sexagesimal forms: astropy 5.2.1, Angle.
    [Theory]
    [InlineData("0.8365", 0.8365)]
    [InlineData("0.8365deg", 0.8365)]
    [InlineData("0.8365°", 0.8365)]
    [InlineData("00:03:20.77", 0.8365416666666666)]
    [InlineData("00h03m20.77s", 0.8365416666666666)]
    [InlineData("00h 03m 20.77s", 0.8365416666666666)]
    [InlineData("00 03 20.77", 0.8365416666666666)]
    [InlineData("23h59m59.999s", 359.99999583333334)]
    [InlineData("12h", 180)]
    [InlineData("12:30", 187.5)]
    [InlineData("187d30m", 187.5)]
    [InlineData("0", 0)]
    [InlineData("360", 0)]
    [InlineData("24:00:00", 0)]
    [InlineData("1e2", 100)]
    public void Right_ascensions_are_read_as_people_write_them(string text, double degrees)
    {
        using var german = new InCulture("de-DE");
        Assert.Equal(degrees, Coordinate.ParseRa(text), 1e-12);
    }

    [Theory]
    [InlineData("30.9372", 30.9372)]
    [InlineData("+30.9372deg", 30.9372)]
    [InlineData("-5.5", -5.5)]
    [InlineData("\u22125.5", -5.5)]
    [InlineData("\u22125:23:28", -5.391111111111112)]
    [InlineData("+30:56:13.9", 30.937194444444444)]
    [InlineData("+30d56m13.9s", 30.937194444444444)]
    [InlineData("+30 56 13.9", 30.937194444444444)]
    [InlineData("+30° 56\u2032 13.9\u2033", 30.937194444444444)]
    [InlineData("30°56'13.9\"", 30.937194444444444)]
    [InlineData("-00d30m00s", -0.5)]
    [InlineData("-0:30", -0.5)]
    [InlineData("-89d59m59.9s", -89.99997222222223)]
    [InlineData("-90", -90)]
    [InlineData("90:00:00", 90)]
    public void Declinations_are_read_as_people_write_them(string text, double degrees)
    {
        using var german = new InCulture("de-DE");
        Assert.Equal(degrees, Coordinate.ParseDec(text), 1e-12);
    }

    [Theory]
    [InlineData("0.8365416667 30.9371944444")]
    [InlineData("0.8365416667, 30.9371944444")]
    [InlineData("0.8365416667,30.9371944444")]
    [InlineData("0.8365416667 , +30.9371944444")]
    [InlineData("0.8365416667deg 30.9371944444deg")]
    [InlineData("00:03:20.77 +30:56:13.9")]
    [InlineData("00:03:20.77,+30:56:13.9")]
    [InlineData("00h03m20.77s +30d56m13.9s")]
    [InlineData("00h03m20.77s 30°56\u203213.9\u2033")]
    [InlineData("00h 03m 20.77s +30° 56\u2032 13.9\u2033")]
    [InlineData("00h 03m 20.77s, 30d 56m 13.9s")]
    [InlineData("00 03 20.77 +30 56 13.9")]
    [InlineData("  00 03 20.77  30 56 13.9 ")]
    public void Positions_are_read_as_people_write_them(string text)
    {
        using var german = new InCulture("de-DE");
        SkyPosition position = Coordinate.ParsePosition(text);
        Assert.Equal(0.8365416666666666, position.Ra, 1e-9);
        Assert.Equal(30.937194444444444, position.Dec, 1e-9);
    }

    [Fact]
    public void What_a_position_is_written_as_is_read_again()
    {
        var random = new Random(21);
        for (int i = 0; i < 2_000; i++)
        {
            var position = new SkyPosition(random.NextDouble() * 360, (random.NextDouble() * 180) - 90);
            Assert.InRange(position.SeparationTo(Coordinate.ParsePosition(position.ToString())), 0, 0.003);
        }
    }

    [Fact]
    public void The_sign_of_a_declination_stays_with_it() =>
        Assert.Equal(new SkyPosition(75, -0.5), Coordinate.ParsePosition("5 0 0 \u22120 30 0"));

    [Theory]
    [InlineData("361")]
    [InlineData("-5")]
    [InlineData("24:00:01")]
    public void A_right_ascension_off_the_circle_is_refused(string text)
    {
        FormatException error = Assert.Throws<FormatException>(() => Coordinate.ParseRa(text));
        Assert.Contains("0 to 360", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("91")]
    [InlineData("-90:00:01")]
    public void A_declination_off_the_sphere_is_refused(string text)
    {
        FormatException error = Assert.Throws<FormatException>(() => Coordinate.ParseDec(text));
        Assert.Contains("-90 to 90", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Vega")]
    [InlineData("00:60:00")]
    [InlineData("00:00:60")]
    [InlineData("NaN")]
    [InlineData("10 30")]
    [InlineData("\u0660\u0661:\u0660\u0663:\u0662\u0660")]
    public void What_is_no_coordinate_is_refused_with_the_forms_that_are(string text)
    {
        FormatException ra = Assert.Throws<FormatException>(() => Coordinate.ParseRa(text));
        FormatException dec = Assert.Throws<FormatException>(() => Coordinate.ParseDec(text));
        Assert.Contains(Coordinate.RaForms, ra.Message, StringComparison.Ordinal);
        Assert.Contains(Coordinate.DecForms, dec.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("1 2 3")]
    public void What_is_no_position_is_refused_with_the_forms_that_are(string text)
    {
        FormatException error = Assert.Throws<FormatException>(() => Coordinate.ParsePosition(text));
        Assert.Contains(Coordinate.PositionForms, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,5")]
    [InlineData("0,8365 30,9372")]
    [InlineData("10,20")]
    [InlineData("00h03m20,77s +30d56m13,9s")]
    [InlineData("00h 03m 20.77s +30d 56m 13,9s")]
    public void A_decimal_comma_in_a_position_is_refused_by_name(string text)
    {
        using var german = new InCulture("de-DE");
        FormatException error = Assert.Throws<FormatException>(() => Coordinate.ParsePosition(text));
        Assert.Contains("comma", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decimal_comma_in_a_coordinate_is_refused_by_name()
    {
        FormatException ra = Assert.Throws<FormatException>(() => Coordinate.ParseRa("1,5"));
        FormatException dec = Assert.Throws<FormatException>(() => Coordinate.ParseDec("1,5"));
        Assert.Contains("'1.5'", ra.Message, StringComparison.Ordinal);
        Assert.Contains("'1.5'", dec.Message, StringComparison.Ordinal);
    }
}
