namespace Zvar.Tests.Catalogue;

public class PsidTests
{
    [Theory]
    [InlineData("145120008365555264", 145120008365555264)]
    [InlineData("126541217361397171", 126541217361397171)]
    [InlineData("71230008365555264", 71230008365555264)]
    [InlineData(" 145120008365555264 ", 145120008365555264)]
    [InlineData("12000083655264", 12000083655264)]
    [InlineData("ZVAR 145120008365555264", 145120008365555264)]
    [InlineData(" zvar  145120008365555264", 145120008365555264)]
    public void A_psid_is_read_to_its_last_digit(string text, long psid) => Assert.Equal(psid, Psid.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("abc")]
    [InlineData("14512000836555526x")]
    [InlineData("-145120008365555264")]
    [InlineData("+145120008365555264")]
    [InlineData("145 120008365555264")]
    [InlineData("145,120,008,365,555")]
    [InlineData("1.4512000836555526E+17")]
    [InlineData("145120008365555264.0")]
    [InlineData("ZVAR145120008365555264")]
    [InlineData("ZVAR ")]
    [InlineData("ZVAR 1.4512000836555526E+17")]
    [InlineData("Gaia 145120008365555264")]
    [InlineData("\u0661\u0664\u0665\u0661\u0662\u0660\u0660\u0660\u0668\u0663\u0666\u0665\u0665\u0665\u0665\u0662")]
    public void What_is_no_psid_is_refused_with_the_form_of_one(string text)
    {
        FormatException error = Assert.Throws<FormatException>(() => Psid.Parse(text));
        Assert.Contains("17 or 18 digits, as in 145120008365555264", error.Message, StringComparison.Ordinal);
        Assert.Contains($"'{text}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_psid_is_read_of_the_name_it_gives() =>
        Assert.Equal(126541217361397171, Psid.Parse(Psid.NameOf(126541217361397171)));

    [Fact]
    public void Too_many_digits_are_counted()
    {
        FormatException error = Assert.Throws<FormatException>(() => Psid.Parse("12345678901234567890"));
        Assert.Contains("(it has 20)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_psid_leads_back_to_its_position()
    {
        // Printed position of the ZVAR notebook's star: 0.8365280 +30.9371967, 0.08″ and 0.14″ off.
        Assert.True(Psid.TryDecode(145120008365555264, out SkyPosition position));
        Assert.Equal(0.836555, position.Ra, 6);
        Assert.Equal(30.937236, position.Dec, 6);
        double off = position.SeparationTo(new SkyPosition(0.8365280032157898, 30.937196731567383));
        Assert.InRange(off, 0.1, 0.2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-145120008365555264)]
    [InlineData(145123600000005264)]
    [InlineData(216010008365555264)]
    [InlineData(long.MaxValue)]
    public void Digits_that_are_no_position_do_not_decode(long psid) => Assert.False(Psid.TryDecode(psid, out _));

    [Fact]
    public void Encoding_where_a_psid_points_gives_the_psid_again()
    {
        var random = new Random(18);
        for (int i = 0; i < 100_000; i++)
        {
            long zone = random.Next(1, 21600);
            long part = i % 4 == 0 ? (i % 8 == 0 ? 0 : 9999) : random.Next(10_000);
            long psid = (zone * 10_000_000_000_000) + (random.NextInt64(360_000_000) * 10_000) + part;
            Assert.True(Psid.TryDecode(psid, out SkyPosition position));
            Assert.Equal(psid, Psid.Encode(position));
        }
    }

    [Fact]
    public void A_position_comes_back_from_its_psid_to_the_last_part_of_a_zone()
    {
        var random = new Random(19);
        for (int i = 0; i < 20_000; i++)
        {
            var position = new SkyPosition(random.NextDouble() * 360, (random.NextDouble() * 180) - 90);
            Assert.True(Psid.TryDecode(Psid.Encode(position), out SkyPosition back));
            Assert.InRange(position.SeparationTo(back), 0, 0.0025);
        }
    }

    [Theory]
    [InlineData(0, 90)]
    [InlineData(359.99999999, 12)]
    public void The_edges_of_the_sphere_have_psids(double ra, double dec)
    {
        var position = new SkyPosition(ra, dec);
        Assert.True(Psid.TryDecode(Psid.Encode(position), out SkyPosition back));
        Assert.InRange(position.SeparationTo(back), 0, 0.0025);
    }
}
