namespace Zvar.Tests.Catalogue;

public class BandTests
{
    [Theory]
    [InlineData("g", "g")]
    [InlineData("zg", "g")]
    [InlineData("1", "g")]
    [InlineData("R", "r")]
    [InlineData("ZR", "r")]
    [InlineData("2", "r")]
    [InlineData("I", "i")]
    [InlineData(" zi ", "i")]
    [InlineData("3", "i")]
    public void A_band_is_read_under_any_of_its_names(string text, string band)
    {
        // In Turkish the small form of I is another letter.
        using var turkish = new InCulture("tr-TR");
        Assert.Equal(band, Band.Parse(text));
    }

    [Theory]
    [InlineData("z")]
    [InlineData("")]
    [InlineData("4")]
    public void A_band_that_does_not_exist_is_refused_with_those_that_do(string text)
    {
        FormatException error = Assert.Throws<FormatException>(() => Band.Parse(text));
        Assert.Contains("g, r and i", error.Message, StringComparison.Ordinal);
    }
}
