namespace Zvar.Tests.Periodograms;

public class FalseAlarmTests
{
    // astropy 5.2.1: LombScargle(t, y, dy).false_alarm_probability(Z, method="baluev", maximum_frequency=10), with t
    // i + 0.37 sin(i), dy 0.05 + 0.01 (i mod 3), N = 100.
    [Theory]
    [InlineData(0.1, 0.9999994588867815)]
    [InlineData(0.2, 0.06901631995059598)]
    [InlineData(0.3, 0.00014413202248014282)]
    [InlineData(0.5, 1.8011027497456022e-11)]
    [InlineData(0.9, 6.801021514436548e-45)]
    public void The_bound_of_Baluev_is_the_one_of_astropy(double power, double probability)
    {
        TimeSeries series = Evenly(100, "r");

        // astropy's range begins at zero and ends with the last frequency of its own grid.
        var grid = new FrequencyGrid(1e-12, 9.999970245313003 - 1e-12, 2);
        FalseAlarm found = FalseAlarm.Of(PeriodogramMethod.LombScargle, series, grid, power);

        Assert.Equal(FalseAlarmKind.Baluev, found.Kind);
        Assert.Equal(1, found.Probability / probability, 1e-6);
    }

    // SciPy 1.10.1: p = scipy.stats.beta.logsf(x, a, b), and 1 - (1 - p)^n.
    [Theory]
    [InlineData(PeriodogramMethod.Fpw5, 0.3, 2.486595554991848)]
    [InlineData(PeriodogramMethod.Fpw5, 0.6, 13.7436416716595)]
    [InlineData(PeriodogramMethod.Fpw5, 0.99, 89.62984590218214)]
    [InlineData(PeriodogramMethod.Fpw10, 0.3, 0.3574183738311106)]
    [InlineData(PeriodogramMethod.Fpw10, 0.6, 10.178394130211952)]
    [InlineData(PeriodogramMethod.Fpw10, 0.99, 81.5318134249388)]
    [InlineData(PeriodogramMethod.Fpw20, 0.5, 1.8674336056710876)]
    [InlineData(PeriodogramMethod.Fpw20, 0.6, 5.10185403640889)]
    [InlineData(PeriodogramMethod.Fpw20, 0.99, 67.39786308850749)]
    public void The_bins_of_Gaussian_noise_have_the_tail_of_a_beta_distribution(
        PeriodogramMethod method, double power, double significance)
    {
        TimeSeries series = Evenly(100, "r");
        FrequencyGrid grid = FrequencyGrid.Of(series.Baseline, 0.1, 10, 5);

        FalseAlarm found = FalseAlarm.Of(method, series, grid, power);

        Assert.Equal(FalseAlarmKind.Gaussian, found.Kind);
        Assert.Equal(1, found.Significance / significance, 1e-6);
    }

    [Theory]
    [InlineData(PeriodogramMethod.LombScargle)]
    [InlineData(PeriodogramMethod.Fpw5)]
    [InlineData(PeriodogramMethod.Fpw10)]
    [InlineData(PeriodogramMethod.Fpw20)]
    public void It_falls_with_the_power_and_can_be_asked_the_other_way_round(PeriodogramMethod method)
    {
        TimeSeries series = Evenly(100, "g", "r");
        FrequencyGrid grid = FrequencyGrid.Of(series.Baseline, 0.1, 10, 5);
        double[] powers = [.. Enumerable.Range(0, 101).Select(i => i / 100.0)];

        FalseAlarm[] all = Array.ConvertAll(powers, power => FalseAlarm.Of(method, series, grid, power));

        Assert.Equal(all.OrderByDescending(one => one.LogProbability), all);
        Assert.Equal((1, 0), (all[0].Probability, all[0].Significance));
        Assert.InRange(all[^1].Probability, 0, 1e-100);
        foreach (double probability in new[] { 0.1, 0.01, 1e-6, 1e-20 })
        {
            double power = FalseAlarm.PowerAt(method, series, grid, probability);
            Assert.Equal(1, FalseAlarm.Of(method, series, grid, power).Probability / probability, 1e-6);
        }
    }

    // Of n light curves of noise at most so many have a probability below α: n α, and 3.1 standard deviations of that,
    // which chance exceeds once in a thousand. The draws are the same each time.
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Of_noise_no_more_is_called_sure_than_the_probability_says(int bands)
    {
        const int Stars = 1000;
        PeriodSearchOptions options = new() { MinPeriod = 1, MaxPeriod = 10 };
        double[] probabilities = new double[Stars];
        Parallel.For(0, Stars, i =>
        {
            var star = new Star(1000 + i);
            for (int band = 0; band < bands; band++)
            {
                star.Observe("gri"[band].ToString(), 150 / bands, time => 17, 0.05, 300);
            }

            probabilities[i] = PeriodSearch.Find(star.Build(), options, default)[0].FalseAlarmProbability;
        });

        foreach (double alpha in new[] { 0.1, 0.05, 0.01 })
        {
            double most = (Stars * alpha) + (3.1 * Math.Sqrt(Stars * alpha * (1 - alpha)));
            Assert.InRange(probabilities.Count(probability => probability < alpha), 0, most);
        }
    }

    // As above; the errors of the points are too small for their scatter, every tenth by ten times, as bad photometry is.
    // Without shuffles a quarter of them have less than a tenth.
    [Fact]
    public void Of_noise_with_wild_points_shuffles_call_no_more_sure_than_they_say()
    {
        const int Stars = 150;
        PeriodSearchOptions options = new() { MinPeriod = 1, MaxPeriod = 10, Shuffles = 20 };
        double[] shuffled = new double[Stars];
        double[] gaussian = new double[Stars];
        Parallel.For(0, Stars, i =>
        {
            var noise = new Random(i);
            LightCurve star = new Star(5000 + i)
                .Observe("r", 60, time => 17 + ((noise.Next(10) == 0 ? 0.5 : 0.02) * (noise.NextDouble() - 0.5)), 0.01, 300)
                .Build();
            shuffled[i] = PeriodSearch.Find(star, options, default)[0].FalseAlarmProbability;
            gaussian[i] = PeriodSearch.Find(star, options with { Shuffles = 0 }, default)[0].FalseAlarmProbability;
        });

        foreach (double alpha in new[] { 0.1, 0.05, 0.01 })
        {
            double most = (Stars * alpha) + (3.1 * Math.Sqrt(Stars * alpha * (1 - alpha)));
            Assert.InRange(shuffled.Count(probability => probability < alpha), 0, most);
        }

        Assert.True(gaussian.Count(probability => probability < 0.1) > Stars / 4);
    }

    [Fact]
    public void Shuffles_tell_chance_from_a_period_and_say_the_same_each_time()
    {
        PeriodSearchOptions options = new() { MinPeriod = 0.5, MaxPeriod = 10, Shuffles = 40 };
        LightCurve noise = new Star(20).Observe("r", 80, time => 17, 0.05).Build();
        LightCurve star = new Star(21).Observe("r", 80, Star.Sine(0.7531, 0.1), 0.05).Build();

        PeriodCandidate chance = PeriodSearch.Find(noise, options, TestContext.Current.CancellationToken)[0];
        PeriodCandidate found = PeriodSearch.Find(star, options, TestContext.Current.CancellationToken)[0];

        Assert.Equal((FalseAlarmKind.Shuffled, FalseAlarmKind.Shuffled), (chance.FalseAlarmKind, found.FalseAlarmKind));
        Assert.InRange(chance.FalseAlarmProbability, 0.01, 1);
        Assert.InRange(found.FalseAlarmProbability, 0, 1e-4);
        Assert.Equal(chance, PeriodSearch.Find(noise, options, TestContext.Current.CancellationToken)[0]);
    }

    private static TimeSeries Evenly(int points, params string[] bands)
    {
        var star = new Star(0);
        for (int i = 0; i < points; i++)
        {
            star.Add(bands[i % bands.Length], i + (0.37 * Math.Sin(i)), 17 + (0.1 * Math.Sin(i * i)), 0.05 + (0.01 * (i % 3)));
        }

        return TimeSeries.Of(star.Build());
    }
}
