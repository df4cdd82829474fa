namespace Zvar.Tests.Periodograms;

/// <summary>The Lomb–Scargle powers of a grid, against the definition summed point by point.</summary>
public sealed class LombScargleTests
{
    private const double Start = 2458000;

    // LombScargle(t - t[0], y, e).power(f, method='slow') of astropy 5.2.1, with the star of `Formula`.
    [Fact]
    public void The_powers_are_those_of_astropy()
    {
        (double, double)[] golden =
            [(0.1, 0.01520669), (1, 0.16954719), (3.7, 0.00524554), (10, 0.01524273), (19.99, 0.00462101)];
        TimeSeries series = Formula();
        foreach ((double frequency, double power) in golden)
        {
            Assert.Equal(power, Powers(series, new FrequencyGrid(frequency, 1e-4, 1)).Single().Power, 1e-8);
        }
    }

    [Theory]
    [InlineData(60)]
    [InlineData(1126)]
    [InlineData(8000)]
    public void Every_power_of_a_grid_is_that_of_the_direct_sum(int points)
    {
        TimeSeries series = Survey(points, "r");
        CompareWithSums(series, new FrequencyGrid(0.1, 1 / (5 * series.Baseline), 30_000), every: 131);

        // At such a frequency its last digit turns the phases by 1e-9: more than that no sum can agree.
        CompareWithSums(series, new FrequencyGrid(280, 1 / (5 * series.Baseline), 30_000), every: 131, within: 1e-8);
    }

    [Fact]
    public void Fifty_thousand_points_are_summed_as_well()
    {
        TimeSeries series = Survey(50_000, "r");
        CompareWithSums(series, new FrequencyGrid(7, 1 / (5 * series.Baseline), 20_000), every: 997);
    }

    [Fact]
    public void Of_several_bands_the_chi_squared_taken_is_summed()
    {
        TimeSeries series = Survey(900, "g", "r", "i");
        Assert.Equal(3, series.Bands.Count);
        CompareWithSums(series, new FrequencyGrid(0.1, 1 / (5 * series.Baseline), 30_000), every: 131);
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(1)]
    [InlineData(8)]
    public void Steps_of_any_width_are_right(double oversampling)
    {
        TimeSeries series = Survey(300, "r");
        CompareWithSums(series, new FrequencyGrid(3, 1 / (oversampling * series.Baseline), 9_000), every: 37);
    }

    [Fact]
    public void One_night_is_right()
    {
        TimeSeries series = Of(400, i => i * 0.0007, i => Math.Sin(i * 0.3), _ => 0.01);
        CompareWithSums(series, new FrequencyGrid(1 / series.Baseline, 1 / (5 * series.Baseline), 5_000), every: 7);
    }

    [Fact]
    public void Huge_errors_and_one_wild_point_change_nothing_in_the_sums()
    {
        var random = new Random(4);
        double[] time = [.. Enumerable.Range(0, 500).Select(i => (i * 1.7) + random.NextDouble())];
        TimeSeries series = Of(
            500, i => time[i], i => i == 77 ? 1e4 : Math.Sin(time[i]), i => i % 3 == 0 ? 1e6 : 0.02);
        CompareWithSums(series, new FrequencyGrid(0.05, 1 / (5 * series.Baseline), 20_000), every: 61);
    }

    [Fact]
    public void Whole_days_have_no_power_at_one_cycle_a_day()
    {
        var random = new Random(5);
        TimeSeries series = Of(300, i => 3 * i, _ => random.NextDouble(), _ => 0.01);
        Assert.Equal(0, Powers(series, new FrequencyGrid(1, 1, 1)).Single().Power);
        AreShares(series, new FrequencyGrid(0.5, 1e-4, 20_000));
    }

    [Fact]
    public void Two_points_have_no_power()
    {
        TimeSeries series = Of(2, i => i * 12.3, i => i, _ => 0.01);
        Assert.All(Powers(series, new FrequencyGrid(0.1, 0.01, 5_000)), one => Assert.Equal(0, one.Power));
    }

    [Theory]
    [InlineData(1e-5, 1e5)]
    [InlineData(1e5, 1e-5)]
    public void Weights_twenty_orders_apart_give_shares(double one, double others)
    {
        var random = new Random(6);
        TimeSeries series = Of(
            100, i => i + random.NextDouble(), _ => random.NextDouble(), i => i == 50 ? one : others);
        AreShares(series, new FrequencyGrid(0.1, 1e-3, 4_000));
    }

    [Fact]
    public void A_constant_star_has_no_power()
    {
        TimeSeries series = Of(100, i => i * 1.37, _ => 16, _ => 0.01);
        Assert.All(Powers(series, new FrequencyGrid(0.1, 1e-3, 2_000)), one => Assert.Equal(0, one.Power));
    }

    private static void CompareWithSums(TimeSeries series, FrequencyGrid grid, int every, double within = 1e-9)
    {
        (double Frequency, double Power)[] powers = Powers(series, grid);
        Assert.Equal(grid.Count, powers.Length);
        for (int i = 0; i < powers.Length; i += every)
        {
            Assert.Equal(Sum(series, powers[i].Frequency), powers[i].Power, within);
        }
    }

    private static void AreShares(TimeSeries series, FrequencyGrid grid) =>
        Assert.All(Powers(series, grid), one => Assert.InRange(one.Power, 0, 1));

    private static (double Frequency, double Power)[] Powers(TimeSeries series, FrequencyGrid grid) =>
        [.. Periodogram.Enumerate(series, PeriodogramMethod.LombScargle, grid, TestContext.Current.CancellationToken)];

    // Least squares of constant, cosine and sine, about the weighted means.
    private static double Sum(TimeSeries series, double frequency)
    {
        double taken = 0;
        foreach (BandSeries band in series.Bands)
        {
            double[] cos = Array.ConvertAll(band.Time, t => Math.Cos(Math.Tau * (t * frequency % 1)));
            double[] sin = Array.ConvertAll(band.Time, t => Math.Sin(Math.Tau * (t * frequency % 1)));
            double c = Weighted(band, i => cos[i]) / band.Weights;
            double s = Weighted(band, i => sin[i]) / band.Weights;
            double yc = Weighted(band, i => band.Value[i] * (cos[i] - c));
            double ys = Weighted(band, i => band.Value[i] * (sin[i] - s));
            double cc = Weighted(band, i => (cos[i] - c) * (cos[i] - c));
            double ss = Weighted(band, i => (sin[i] - s) * (sin[i] - s));
            double cs = Weighted(band, i => (cos[i] - c) * (sin[i] - s));
            taken += ((ss * yc * yc) + (cc * ys * ys) - (2 * cs * yc * ys)) / ((cc * ss) - (cs * cs));
        }

        return taken / series.ChiSquared;
    }

    private static double Weighted(BandSeries band, Func<int, double> of) =>
        Enumerable.Range(0, band.Points).Sum(i => band.Weight[i] * of(i));

    private static TimeSeries Formula()
    {
        double[] time = [.. Enumerable.Range(0, 200)
            .Select(k => Math.Floor(k * k * 0.05) + (0.2 * Math.Sin(k * 1.7)) + Start).Order()];
        return Of(
            200,
            k => time[k] - Start,
            k => 16 + (0.1 * Math.Sin(k * 2.399)) + (0.05 * Math.Cos(k * k * 0.77)),
            k => 0.02 + (0.01 * Math.Sin(k)));
    }

    // Nights of seven hours, two thirds of each year.
    private static TimeSeries Survey(int points, params string[] bands)
    {
        var random = new Random(points);
        var builder = new LightCurveBuilder(1);
        for (int i = 0; i < points; i++)
        {
            double night = (365 * random.Next(7)) + random.Next(240);
            double time = night + (0.3 * random.NextDouble());
            double error = 0.01 + (0.05 * random.NextDouble());
            builder.Add(new PhotometryRow
            {
                Time = Start + time,
                Mag = 16 + (0.2 * Math.Sin(time * 7.7)) + (error * random.NextDouble()),
                MagErr = error,
                Band = bands[i % bands.Length],
            });
        }

        return TimeSeries.Of(builder.Build());
    }

    private static TimeSeries Of(
        int points, Func<int, double> time, Func<int, double> mag, Func<int, double> error)
    {
        var builder = new LightCurveBuilder(1);
        for (int i = 0; i < points; i++)
        {
            builder.Add(new PhotometryRow
            {
                Time = Start + time(i),
                Mag = mag(i),
                MagErr = error(i),
                Band = "r",
            });
        }

        return TimeSeries.Of(builder.Build());
    }
}
