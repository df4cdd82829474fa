using Zvar.Plots;

namespace Zvar.Tests.Plots;

public class FoldSessionTests
{
    private static readonly FoldSession One = new([new FoldView(TestStar.Make(), TestStar.Period)]);

    private static readonly FoldSession Two = new(
    [
        new FoldView(TestStar.Make(), TestStar.Period),
        new FoldView(TestStar.Make(90, 126541217361397171, "Second"), 0.7),
    ]);

    [Theory]
    [InlineData("2", 2)]
    [InlineData("3", 3)]
    [InlineData("h", 0.5)]
    [InlineData("t", 1 / 3.0)]
    [InlineData("23", 6)]
    [InlineData("230", 1)]
    public void Keys_multiply_the_period_and_reset_it(string keys, double factor) =>
        Assert.Equal(TestStar.Period * factor, Press(One, keys).View.Period, 1e-15);

    [Theory]
    [InlineData("j", TestStar.Period / 2)]
    [InlineData("jj", 1.25)]
    [InlineData("jjj", TestStar.Period)]
    [InlineData("k", 1.25)]
    [InlineData("j20", TestStar.Period / 2)]
    public void Keys_step_through_the_periods_of_the_star(string keys, double period) =>
        Assert.Equal(period, Press(One, keys).View.Period);

    [Fact]
    public void A_period_that_is_none_of_the_stars_stands_before_its_first()
    {
        var session = new FoldSession([new FoldView(TestStar.Make(), 0.7)]);

        Assert.Equal(TestStar.Period, Press(session, "j").View.Period);
        Assert.Equal(1.25, Press(session, "k").View.Period);
        Assert.Equal("6.54 hours, ZVAR's (sig: 48.87, strlen: 11.69, bin: 5, band: g)", Press(session, "j").Message);
    }

    [Fact]
    public void A_star_without_periods_says_so()
    {
        LightCurve unknown = TestStar.Make().Of(null, null);

        FoldSession session = Press(new FoldSession([new FoldView(unknown, 0.7)]), "j");

        Assert.Equal(0.7, session.View.Period);
        Assert.Equal("No other periods are known for this star.", session.Message);
    }

    [Fact]
    public void Arrows_tune_the_period_and_step_through_the_periods()
    {
        double baseline = One.View.LightCurve.Time.Max() - One.View.LightCurve.Time.Min();
        FoldSession longer = One.Press(Key(ConsoleKey.RightArrow));

        Assert.Equal(0.02, (baseline / TestStar.Period) - (baseline / longer.View.Period), 1e-9);
        Assert.Equal(TestStar.Period, longer.Press(Key(ConsoleKey.LeftArrow)).View.Period, 1e-15);
        Assert.Equal(TestStar.Period / 2, One.Press(Key(ConsoleKey.DownArrow)).View.Period);
        Assert.Equal(1.25, One.Press(Key(ConsoleKey.UpArrow)).View.Period);
    }

    [Fact]
    public void Bins_stay_between_none_and_a_thousand()
    {
        Assert.Equal(30, Press(One, "++=").View.Bins);
        Assert.Equal(0, Press(One, "+--").View.Bins);
        Assert.Equal(1000, Press(One, new string('+', 105)).View.Bins);
    }

    [Fact]
    public void Bins_show_the_mean_or_the_median()
    {
        Assert.Equal(BinStatistic.Median, Press(One, "+m").View.Statistic);
        Assert.Equal(BinStatistic.Mean, Press(One, "+mm").View.Statistic);
        Assert.Contains(", 10 bins (median)", Press(One, "+m").Draw(90, 24, color: false)[1]);
        Assert.Equal(BinStatistic.Median, Press(Two, "+mn").View.Statistic);
    }

    [Fact]
    public void One_band_after_the_other_is_shown_alone_and_then_all()
    {
        Assert.Equal(["g"], Press(One, "b").View.Bands);
        Assert.Equal(["i"], Press(One, "bbb").View.Bands);
        Assert.Equal(["g", "r", "i"], Press(One, "bbbb").View.Bands);
    }

    [Fact]
    public void The_phase_is_shown_once_or_twice()
    {
        Assert.Equal(1, Press(One, "w").View.Cycles);
        Assert.Equal(2, Press(One, "ww").View.Cycles);
    }

    [Fact]
    public void Phase_zero_goes_round_its_places()
    {
        Assert.Equal(EpochChoice.Minimum, Press(One, "z").View.EpochChoice);
        Assert.Equal(EpochChoice.Maximum, Press(One, "zz").View.EpochChoice);
        Assert.Equal(EpochChoice.First, Press(One, "zzz").View.EpochChoice);
        Assert.Equal("Phase zero at: Minimum", Press(One, "z").Message);
    }

    [Fact]
    public void Bands_are_switched_off_and_on()
    {
        Assert.Equal(["g", "i"], Press(One, "r").View.Bands);
        Assert.Equal(["i"], Press(One, "rg").View.Bands);
        Assert.Equal(["g", "r", "i"], Press(One, "rgigri").View.Bands);
    }

    [Fact]
    public void A_band_without_points_cannot_be_switched()
    {
        LightCurve star = TestStar.Make();
        var session = new FoldSession([new FoldView(star.Where(row => star.Band[row] == "g"), 1)]);

        Assert.Equal("There is nothing in i.", Press(session, "i").Message);
    }

    [Fact]
    public void Stars_are_stepped_through_each_with_its_own_period()
    {
        FoldSession second = Press(Two, "+w2n");

        Assert.Equal(126541217361397171, second.View.LightCurve.Psid);
        Assert.Equal((0.7, 10, 1), (second.View.Period, second.View.Bins, second.View.Cycles));
        Assert.Equal(1.4, Press(second, "2").View.Period, 1e-15);
        Assert.Equal(0.7, Press(second, "20").View.Period);
        Assert.Equal(0, Press(second, "n").Index);
        Assert.Equal(1, Press(Two, "p").Index);
    }

    [Fact]
    public void Psid_period_and_link_are_told_to_be_copied()
    {
        Assert.Equal("145120008365555264, 0.2726629621689033", Press(One, "c").Message);
        Assert.StartsWith(
            "https://simbad.u-strasbg.fr/simbad/sim-coo?Coord=0.8365280032157898%2C++30.937196731567383&CooFrame=FK5",
            Press(One, "s").Message,
            StringComparison.Ordinal);
        Assert.Equal("", Press(One, "cx").Message);
    }

    [Fact]
    public void Q_and_escape_end_it_and_other_keys_do_not()
    {
        Assert.True(Press(One, "q").Ended);
        Assert.True(One.Press(Key(ConsoleKey.Escape)).Ended);
        Assert.False(Press(One, "x\0 ").Ended);
        Assert.False(One.Press(Key(ConsoleKey.F5)).Ended);
    }

    [Fact]
    public void The_screen_is_the_drawing_and_a_line_beneath_it()
    {
        IReadOnlyList<string> screen = Press(Two, "2").Draw(80, 24, color: false);

        Assert.Equal(FoldText.Draw(Press(Two, "2").View, 80, 23, color: false), screen.Take(23));
        Assert.Equal("1 of 2  ? keys  q quit", screen[23]);
        Assert.Equal("? keys  q quit", One.Draw(80, 24, color: false)[23]);
        Assert.Equal(80, Press(One, "s").Draw(80, 24, color: false)[23].Length);
    }

    [Fact]
    public void The_keys_are_told_until_the_next_key()
    {
        IReadOnlyList<string> screen = Press(One, "?").Draw(80, 24, color: false);

        Assert.Equal(24, screen.Count);
        Assert.Contains(screen, line => line.Contains("j  next period", StringComparison.Ordinal));
        Assert.Contains(screen, line => line.Contains("q  quit", StringComparison.Ordinal));
        Assert.Contains("6.54 hours", Press(One, "?x").Draw(80, 24, color: false)[1]);
    }

    [Theory]
    [InlineData('q')]
    [InlineData('\u001b')]
    [InlineData('2')]
    public void Any_key_goes_back_from_them_and_does_nothing_else(char key)
    {
        FoldSession back = Press(One, "?").Press(Key(key == '\u001b' ? ConsoleKey.Escape : default, key));

        Assert.Equal((false, false), (back.Helps, back.Ended));
        Assert.Equal(One.View, back.View);
        Assert.True(back.Press(Key(ConsoleKey.Escape)).Ended);
    }

    [Theory]
    [InlineData(39, 24)]
    [InlineData(80, 10)]
    [InlineData(30, 8)]
    [InlineData(20, 4)]
    [InlineData(3, 1)]
    public void A_small_terminal_has_lines_that_fit_it(int width, int height)
    {
        foreach (FoldSession session in new[] { Two, Press(Two, "?") })
        {
            IReadOnlyList<string> screen = session.Draw(width, height, color: true);

            Assert.Equal(height, screen.Count);
            Assert.All(screen, line => Assert.InRange(line.Length, 0, width));
        }

        Assert.StartsWith(
            "There is room for a diagram from 40 columns"[..Math.Min(width - 1, 43)],
            string.Concat(Two.Draw(width, Math.Max(2, height), color: true)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_of_nothing_is_refused() => Assert.Throws<ArgumentException>(() => new FoldSession([]));

    private static FoldSession Press(FoldSession session, string keys) =>
        keys.Aggregate(session, (before, key) => before.Press(Key(default, key)));

    private static ConsoleKeyInfo Key(ConsoleKey key, char character = '\0') =>
        new(character, key, shift: false, alt: false, control: false);
}
