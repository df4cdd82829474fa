namespace Zvar.Tests.Text;

public class AngleTests
{
    [Theory]
    [InlineData("600", 600)]
    [InlineData("10arcmin", 600)]
    [InlineData("10 arcmin", 600)]
    [InlineData("10'", 600)]
    [InlineData("10\u2032", 600)]
    [InlineData("10\u2019", 600)]
    [InlineData("1.5deg", 5400)]
    [InlineData("1.5°", 5400)]
    [InlineData("1.5 degrees", 5400)]
    [InlineData("5\"", 5)]
    [InlineData("5\u2033", 5)]
    [InlineData("5''", 5)]
    [InlineData("5 ARCSEC", 5)]
    [InlineData("250mas", 0.25)]
    [InlineData(" 6e2 ", 600)]
    [InlineData(".5'", 30)]
    [InlineData("\u22125", -5)]
    public void Angles_are_read_as_people_write_them(string text, double arcseconds)
    {
        using var german = new InCulture("de-DE");
        Assert.Equal(arcseconds, Angle.ParseArcseconds(text), 1e-9);
    }

    [Theory]
    [InlineData("")]
    [InlineData("arcmin")]
    [InlineData("ten arcmin")]
    [InlineData("10 parsecs")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e999")]
    [InlineData("\u0661\u0660")]
    [InlineData("10 20")]
    public void What_is_no_angle_is_refused_with_the_forms_that_are(string text)
    {
        FormatException error = Assert.Throws<FormatException>(() => Angle.ParseArcseconds(text));
        Assert.Contains($"'{text}'", error.Message, StringComparison.Ordinal);
        Assert.Contains(Angle.Forms, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,5deg", "'1.5deg'")]
    [InlineData("1,5", "'1.5'")]
    public void A_decimal_comma_is_refused_by_name(string text, string instead)
    {
        using var german = new InCulture("de-DE");
        FormatException error = Assert.Throws<FormatException>(() => Angle.ParseArcseconds(text));
        Assert.Contains("comma", error.Message, StringComparison.Ordinal);
        Assert.Contains(instead, error.Message, StringComparison.Ordinal);
    }
}
