namespace Zvar.Tests.Periodograms;

/// <summary>
/// The definition of Finkbeiner, Prince and Whitebook (2025, PASP 137, 054504), by hand: 2S = Σ Y²/V over the bins, as a
/// share of the chi² about the mean.
/// </summary>
public class FpwDefinitionTests
{
    private static readonly FrequencyGrid OneCycleADay = new(1, 0.1, 1);

    // Weights 1, 1, 4, 1, 1 (in hundreds); the weighted mean is 17.2, the chi² 2.48. The first and the third share a bin.
    private static Star InBand(Star star, string band) => star
        .Add(band, 0, 17, 0.1)
        .Add(band, 0.3, 18, 0.1)
        .Add(band, 1.1, 17.2, 0.05)
        .Add(band, 2.5, 16, 0.1)
        .Add(band, 3.7, 17.8, 0.1);

    private static double PowerOf(Star star) => Assert.Single(Periodogram.Enumerate(
        TimeSeries.Of(star.Build()), PeriodogramMethod.Fpw5, OneCycleADay, TestContext.Current.CancellationToken)).Power;

    [Fact]
    public void The_means_of_the_bins_are_weighted() =>
        Assert.Equal(((0.04 / 5) + 0.64 + 1.44 + 0.36) / 2.48, PowerOf(InBand(new Star(1), "r")), 7);

    // In the other band both exposures fall into one bin, whose mean is the band's own: nothing of its chi² of 2 goes.
    [Fact]
    public void Each_band_has_its_own_mean_and_bins() => Assert.Equal(
        2.448 / 4.48,
        PowerOf(InBand(new Star(1), "r").Add("g", 0.3, 20, 0.1).Add("g", 1.3, 22, 0.1)),
        7);
}
