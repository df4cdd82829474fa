namespace Zvar.Tests.Text;

public class ExcerptTests
{
    [Theory]
    [InlineData("wide", "wide")]
    [InlineData("α Lyrae ★ 😀", "α Lyrae ★ 😀")]
    [InlineData("\u001b[31mred\r\n", "␛[31mred␍␊")]
    [InlineData("\u007f\u0000\t", "␡␀␉")]
    [InlineData("evil\u202Egnp.exe\u2028\u0085", "evil\uFFFDgnp.exe\uFFFD\uFFFD")]
    [InlineData(null, "")]
    public void Control_characters_are_visible_and_all_others_stay(string? text, string shown) =>
        Assert.Equal(shown, Excerpt.Of(text));

    [Fact]
    public void A_lone_half_of_a_character_is_replaced() => Assert.Equal("a\uFFFDb", Excerpt.Of("a\ud83db"));

    [Fact]
    public void A_long_text_is_cut_and_never_within_a_character()
    {
        Assert.Equal(new string('x', 60), Excerpt.Of(new string('x', 60)));
        Assert.Equal(new string('x', 60) + "…", Excerpt.Of(new string('x', 30_000)));
        Assert.Equal(new string('x', 59) + "…", Excerpt.Of(new string('x', 59) + "😀😀"));
        Assert.Equal(new string('x', 58) + "😀…", Excerpt.Of(new string('x', 58) + "😀😀"));
    }

    [Fact]
    public void Of_several_texts_the_first_are_shown() =>
        Assert.StartsWith("1,2,3,", Excerpt.Of(Enumerable.Range(1, 1_000_000).Select(i => $"{i}")), StringComparison.Ordinal);

    [Fact]
    public void No_reader_repeats_more_than_an_excerpt_of_what_it_cannot_read()
    {
        Action<string>[] readers =
        [
            text => Number.Parse(text),
            text => Number.ParseCell(text),
            text => Number.ParseWhole(text),
            text => Angle.ParseArcseconds(text),
            text => Duration.ParseDays(text),
            text => Coordinate.ParseRa(text),
            text => Coordinate.ParseDec(text),
            text => Coordinate.ParsePosition(text),
            text => EpochChoice.Parse(text),
            text => Band.Parse(text),
            text => Psid.Parse(text),
        ];
        Assert.All(readers, read =>
        {
            string foreign = $"\u001b[2J{new string('x', 30_000)}";
            string message = Assert.Throws<FormatException>(() => read(foreign)).Message;
            Assert.Contains("␛[2Jx", message, StringComparison.Ordinal);
            Assert.DoesNotContain('\u001b', message);
            Assert.True(message.Length < 300, message);
        });
    }
}
