namespace Zvar.Tests.Catalogue;

public class ZvarObjectTests
{
    private const long Psid = 145120008365555264;

    [Fact]
    public void The_best_period_is_the_most_significant_one_and_brings_the_amplitude_of_its_match_file()
    {
        ZvarObject star = Star(Entry("g", 0.27, 30), Entry("r", 0.136, 48.9), Entry("g", 0.54, double.NaN));
        Assert.Equal(0.136, star.Period);
        Assert.Equal(48.9, star.Significance);
        Assert.Equal(0.72, star.Amplitude);
        Assert.Same(star.Periods[1], star.GetBestPeriod());
        Assert.Equal(1126, star.Points);
    }

    [Fact]
    public void Of_equally_significant_periods_the_first_is_best() =>
        Assert.Equal(0.27, Star(Entry("g", 0.27, 30), Entry("r", 0.136, 30)).Period);

    [Fact]
    public void Without_a_period_there_is_none_and_the_amplitude_is_that_of_most_exposures()
    {
        ZvarObject star = Star();
        Assert.Null(star.GetBestPeriod());
        Assert.Equal(double.NaN, star.Period);
        Assert.Equal(double.NaN, star.Significance);
        Assert.Equal(0.72, star.Amplitude);
        Assert.Empty(star.GetDistinctPeriods());
    }

    [Fact]
    public void An_entry_without_a_period_is_no_period()
    {
        ZvarObject star = Star(Entry("g", double.NaN, 99), Entry("g", 0, 98), Entry("r", 0.5, double.NaN));
        Assert.Equal(0.5, star.Period);
        Assert.Equal([0.5], star.GetDistinctPeriods().Select(entry => entry.Period));
    }

    [Fact]
    public void Periods_are_listed_once_each_the_most_significant_of_equals_and_by_significance()
    {
        ZvarObject star = Star(
            Entry("g", 0.27, 10), Entry("g", 0.136, 20), Entry("r", 0.27, 30), Entry("r", 0.9, double.NaN),
            Entry("g", 0.136, 5));
        Assert.Equal(
            [(0.27, 30, "r"), (0.136, 20, "g"), (0.9, double.NaN, "r")],
            star.GetDistinctPeriods().Select(entry => (entry.Period, entry.Significance, entry.Band)));
    }

    [Fact]
    public void Nested_lists_read_well_in_a_cell()
    {
        using var german = new InCulture("de-DE");
        ZvarObject star = Star(Entry("g", 0.2726629621689033, 48.87137985229492), Entry("r", 12.5, 7));
        Assert.Equal("648/2/2 g (474); 648/2/2 r (652)", star.Matchfiles.ToString());
        Assert.Equal("6.54 hours (48.87, g); 12.50 days (7.00, r)", star.Periods.ToString());
        Assert.Equal("145120008365555264", star.ToString());
    }

    private static ZvarPeriod Entry(string band, double period, double significance) => new()
    {
        Psid = Psid,
        Field = 648,
        Ccd = 2,
        Quad = 2,
        Band = band,
        Period = period,
        Significance = significance,
    };

    private static Matchfile File(string band, int exposures, double amplitude) => new()
    {
        Psid = Psid,
        Field = 648,
        Ccd = 2,
        Quad = 2,
        Band = band,
        Exposures = exposures,
        Amplitude = amplitude,
    };

    private static ZvarObject Star(params ZvarPeriod[] periods) => new()
    {
        Psid = Psid,
        Ra = 0.8365280032157898,
        Dec = 30.937196731567383,
        Matchfiles = new([File("g", 474, 0.85), File("r", 652, 0.72)]),
        Periods = new(periods),
    };
}
