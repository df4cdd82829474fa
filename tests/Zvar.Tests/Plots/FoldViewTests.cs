using Zvar.Plots;

namespace Zvar.Tests.Plots;

public class FoldViewTests
{
    private static readonly FoldView View = new(TestStar.Make(), TestStar.Period);

    [Fact]
    public void A_fold_starts_with_all_bands_shown_twice_from_the_first_time()
    {
        Assert.Equal(["g", "r", "i"], View.Bands);
        Assert.Equal(2, View.Cycles);
        Assert.Equal(0, View.Bins);
        Assert.Equal(TestStar.FirstTime, View.Epoch);
    }

    [Fact]
    public void The_epoch_is_the_stars_whichever_bands_are_shown()
    {
        var minimum = new FoldView(TestStar.Make(3000), TestStar.Period) { EpochChoice = EpochChoice.Minimum };

        Assert.Equal(minimum.Epoch, (minimum with { Bands = ["i"] }).Epoch);
        double phase = Math.IEEERemainder(minimum.Epoch - TestStar.FirstTime, TestStar.Period) / TestStar.Period;
        Assert.Equal(0, phase, 1.5e-2);
    }

    [Fact]
    public void Each_period_is_offered_once_and_the_most_significant_first() =>
        Assert.Equal([TestStar.Period, TestStar.Period / 2, 1.25], View.GetPeriods().Select(entry => entry.Period));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_period_that_is_none_is_refused(double period) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new FoldView(TestStar.Make(), period));

    [Fact]
    public void Bins_are_means_or_medians_and_the_line_says_which()
    {
        FoldView means = View with { Bins = 12 };
        FoldView medians = means with { Statistic = BinStatistic.Median };
        var fold = new Fold(View.LightCurve, View.Period, View.Epoch);

        Assert.Equal(fold.Bin(12), means.GetBins());
        Assert.Equal(fold.Bin(12, BinStatistic.Median), medians.GetBins());
        Assert.NotEqual(means.GetBins(), medians.GetBins());
        Assert.EndsWith(", 12 bins", means.GetSubtitle(), StringComparison.Ordinal);
        Assert.EndsWith(", 12 bins (median)", medians.GetSubtitle(), StringComparison.Ordinal);
        FoldView others = medians with { Statistic = (BinStatistic)2 };
        Assert.ThrowsAny<InvalidOperationException>(others.GetSubtitle);
        var style = new PictureStyle();
        Assert.NotEqual(Picture.OfFolds([means], style).ToSvg(), Picture.OfFolds([medians], style).ToSvg());
    }

    [Fact]
    public void Bins_and_cycles_have_their_limits()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => View with { Bins = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => View with { Bins = 1001 });
        Assert.Throws<ArgumentOutOfRangeException>(() => View with { Cycles = 3 });
        Assert.Throws<ArgumentOutOfRangeException>(() => View with { Cycles = 0 });
    }
}
