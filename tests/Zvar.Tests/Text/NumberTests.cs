namespace Zvar.Tests.Text;

public class NumberTests
{
    [Theory]
    [InlineData("1.5", 1.5)]
    [InlineData(" 15 ", 15)]
    [InlineData("2e-3", 0.002)]
    [InlineData("+.5", 0.5)]
    [InlineData("\u22125", -5)]
    [InlineData("\u20135", -5)]
    [InlineData("\u20145", -5)]
    [InlineData("\u20105", -5)]
    [InlineData("\uFF0D5", -5)]
    [InlineData("2e\u22123", 0.002)]
    public void Numbers_are_read_with_a_point_and_every_minus_sign_in_every_culture(string text, double number)
    {
        using var german = new InCulture("de-DE");
        Assert.Equal(number, Number.Parse(text));
        Assert.Equal(number, Number.ParseCell(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nan")]
    [InlineData("inf")]
    [InlineData("1e999")]
    [InlineData("--")]
    [InlineData("null")]
    [InlineData("300s")]
    [InlineData("0x10")]
    [InlineData("\u0661\u0660")]
    public void What_somebody_gives_is_a_finite_number(string text)
    {
        FormatException error = Assert.Throws<FormatException>(() => Number.Parse(text));
        Assert.Equal($"'{text}' is not a number. Write one of: {Number.Forms}.", error.Message);
    }

    [Theory]
    [InlineData("1,5", "as in '1.5'.")]
    [InlineData("-2,5e3", "as in '-2.5e3'.")]
    [InlineData("1.5,2", "decimals have a point, and two numbers a space between them.")]
    [InlineData("1,5,2", "decimals have a point, and two numbers a space between them.")]
    [InlineData("0.3, 0.5", "decimals have a point, and two numbers a space between them.")]
    [InlineData("high,low", "decimals have a point, and two numbers a space between them.")]
    public void A_comma_is_refused_with_advice_that_makes_sense(string text, string advice)
    {
        FormatException error = Assert.Throws<FormatException>(() => Number.Parse(text));
        Assert.StartsWith($"'{text}' has a comma: ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(advice, error.Message, StringComparison.Ordinal);
        Assert.Equal(error.Message, Assert.Throws<FormatException>(() => Number.ParseCell(text)).Message);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("nan")]
    [InlineData("NaN")]
    [InlineData("--")]
    [InlineData("\u2013")]
    [InlineData("null")]
    [InlineData("NULL")]
    [InlineData("None")]
    [InlineData("N/A")]
    [InlineData("<NA>")]
    [InlineData("inf")]
    [InlineData("-Infinity")]
    [InlineData("\u221E")]
    public void A_cell_in_which_programs_write_that_nothing_was_measured_is_not_measured(string? cell)
    {
        Assert.True(Number.IsMissing(cell));
        Assert.Equal(double.NaN, Number.ParseCell(cell));
    }

    [Theory]
    [InlineData("faint")]
    [InlineData(">17.5")]
    public void Whatever_else_is_in_a_cell_is_refused(string cell) =>
        Assert.Throws<FormatException>(() => Number.ParseCell(cell));

    [Theory]
    [InlineData("648", 648)]
    [InlineData("648.0", 648)]
    [InlineData("\u22121", -1)]
    public void Whole_numbers_are_read(string text, int number) => Assert.Equal(number, Number.ParseWhole(text));

    [Theory]
    [InlineData("648.5")]
    [InlineData("1e11")]
    public void Numbers_that_are_not_whole_are_refused(string text) => Assert.Equal(
        $"'{text}' is not a whole number, such as 15.",
        Assert.Throws<FormatException>(() => Number.ParseWhole(text)).Message);
}
