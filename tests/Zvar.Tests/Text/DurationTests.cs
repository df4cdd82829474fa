namespace Zvar.Tests.Text;

public class DurationTests
{
    [Theory]
    [InlineData("0.27", 0.27)]
    [InlineData("5min", 5.0 / 1440)]
    [InlineData("6.5h", 6.5 / 24)]
    [InlineData("6.5 hours", 6.5 / 24)]
    [InlineData("10d", 10)]
    [InlineData("10 days", 10)]
    [InlineData("300s", 300.0 / 86400)]
    [InlineData("300 seconds", 300.0 / 86400)]
    [InlineData("5 m", 5.0 / 1440)]
    [InlineData("2HR", 2.0 / 24)]
    [InlineData("1e-2d", 0.01)]
    [InlineData("\u22121d", -1)]
    public void Durations_are_read_as_people_write_them(string text, double days)
    {
        using var german = new InCulture("de-DE");
        Assert.Equal(days, Duration.ParseDays(text), 1e-15);
    }

    [Theory]
    [InlineData("")]
    [InlineData("d")]
    [InlineData("a while")]
    [InlineData("NaN")]
    [InlineData("5 weeks")]
    [InlineData("\u0665min")]
    public void What_is_no_duration_is_refused_with_the_forms_that_are(string text)
    {
        FormatException error = Assert.Throws<FormatException>(() => Duration.ParseDays(text));
        Assert.Contains(Duration.Forms, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decimal_comma_is_refused_by_name()
    {
        using var german = new InCulture("de-DE");
        FormatException error = Assert.Throws<FormatException>(() => Duration.ParseDays("6,5h"));
        Assert.Contains("comma", error.Message, StringComparison.Ordinal);
        Assert.Contains("'6.5h'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.2726629621689033, "6.54 hours")]
    [InlineData(0.0035774890258711803, "5.15 minutes")]
    [InlineData(0.010445044381397761, "15.04 minutes")]
    [InlineData(1, "1.00 days")]
    [InlineData(123.456, "123.46 days")]
    [InlineData(double.NaN, "")]
    public void A_period_is_said_in_the_unit_that_suits_it(double days, string text)
    {
        using var german = new InCulture("de-DE");
        Assert.Equal(text, Duration.ToText(days));
    }
}
