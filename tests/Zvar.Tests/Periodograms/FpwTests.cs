namespace Zvar.Tests.Periodograms;

/// <summary>The powers of FPW and the highest of them, against every frequency folded point by point in double precision.</summary>
public sealed class FpwTests
{
    // The powers of a whole periodogram are kept in single precision.
    private const double Single = 2e-6;

    private static readonly (PeriodogramMethod Method, int Bins)[] Methods =
        [(PeriodogramMethod.Fpw5, 5), (PeriodogramMethod.Fpw10, 10), (PeriodogramMethod.Fpw20, 20)];

    public static TheoryData<string> HardStars =>
        ["survey", "integer days", "sixty points", "one night", "huge errors", "one wild point", "two points", "three bands"];

    [Theory]
    [MemberData(nameof(HardStars))]
    public void Every_power_is_that_of_the_slow_fold(string kind)
    {
        TimeSeries series = TimeSeries.Of(Make(kind));
        var grid = new FrequencyGrid(0.37123, 1 / (5.3 * series.Baseline), 3_000);
        foreach ((PeriodogramMethod method, int bins) in Methods)
        {
            int wrong = Periodogram.Enumerate(series, method, grid, TestContext.Current.CancellationToken)
                .Count(one => Math.Abs(one.Power - Fold(series, one.Frequency, bins)) > Single);

            // A point that lies on the border of two bins falls into either, by the last digit of its phase.
            Assert.InRange(wrong, 0, 30);
        }
    }

    [Fact]
    public void Fifty_thousand_points_of_one_night_are_folded_as_well()
    {
        var star = new Star(1);
        for (int i = 0; i < 50_000; i++)
        {
            star.Add("r", i * 8e-6, 17 + (0.1 * Math.Sin(i * 0.01)) + (0.02 * star.Gaussian()), 0.02);
        }

        TimeSeries series = TimeSeries.Of(star.Build());
        var grid = new FrequencyGrid(5.1, 0.51, 400);
        foreach ((PeriodogramMethod method, int bins) in Methods)
        {
            Assert.All(
                Periodogram.Enumerate(series, method, grid, TestContext.Current.CancellationToken),
                one => Assert.Equal(Fold(series, one.Frequency, bins), one.Power, 1e-5));
        }
    }

    // The frequency of what is found is that of the best smooth curve, which lies on the same peak: half a peak's width to
    // either side there must be a power as high as any of the grid's. (A point that is nearly all of the chi² makes peaks
    // narrower than a step, of which a search may miss one.)
    [Theory]
    [InlineData("survey")]
    [InlineData("integer days")]
    [InlineData("sixty points")]
    [InlineData("huge errors")]
    [InlineData("three bands")]
    public void A_search_finds_the_peak_with_the_highest_power_of_the_grid(string kind)
    {
        LightCurve star = Make(kind);
        TimeSeries series = TimeSeries.Of(star);
        FrequencyGrid grid = FrequencyGrid.Of(series.Baseline, 0.4, 2, 5);
        foreach ((PeriodogramMethod method, int bins) in Methods)
        {
            double highest = Enumerable.Range(0, (int)grid.Count).AsParallel()
                .Max(i => Fold(series, grid[i], bins));

            PeriodCandidate found = PeriodSearch.Find(
                star,
                new PeriodSearchOptions { Methods = [method], MinPeriod = 0.4, MaxPeriod = 2 },
                TestContext.Current.CancellationToken)[0];

            double around = Enumerable.Range(0, (int)grid.Count).Select(i => grid[i])
                .Where(frequency => Math.Abs(frequency - found.Frequency) < 0.5 / series.Baseline)
                .Concat(Enumerable.Range(-20, 41).Select(i => found.Frequency + (i * grid.Step / 8)))
                .Max(frequency => Fold(series, frequency, bins));
            Assert.InRange(around, highest - 1e-9, 1);
            Assert.Equal(Fold(series, found.Frequency, bins), found.Power, 1e-9);
        }
    }

    private static LightCurve Make(string kind)
    {
        var star = new Star(3);
        Func<double, double> sine = Star.Sine(0.71234, 0.05);
        switch (kind)
        {
            case "integer days":
                for (int i = 0; i < 400; i++)
                {
                    star.Add("r", (i * 3) + (i % 2), 17 + (0.1 * star.Gaussian()), 0.05);
                }

                break;
            case "sixty points":
                star.Observe("r", 60, sine, 0.04);
                break;
            case "one night":
                for (int i = 0; i < 300; i++)
                {
                    star.Add("r", i * 0.001, sine(i * 0.001), 0.02);
                }

                break;
            case "huge errors":
                star.Observe("r", 200, sine).Observe("r", 100, time => 17 + (time % 3), 1e4);
                break;
            case "one wild point":
                star.Observe("r", 400, sine).Add("r", 333.3, 1e3, 0.02);
                break;
            case "two points":
                star.Add("r", 0, 17, 0.1).Add("r", 123.4, 18, 0.1);
                break;
            case "three bands":
                star.Observe("g", 200, sine).Observe("r", 300, sine).Observe("i", 40, sine);
                break;
            default:
                star.Observe("r", 1126, sine, 0.1, 2500);
                break;
        }

        return star.Build();
    }

    // Σ Y²/V over the bins, as a share of the chi².
    private static double Fold(TimeSeries series, double frequency, int bins)
    {
        double taken = 0;
        foreach (BandSeries band in series.Bands)
        {
            double[] weights = new double[bins];
            double[] sums = new double[bins];
            for (int i = 0; i < band.Points; i++)
            {
                double cycles = band.Time[i] * frequency;
                int bin = (int)((cycles - Math.Floor(cycles)) * bins) % bins;
                weights[bin] += band.Weight[i];
                sums[bin] += band.Weight[i] * band.Value[i];
            }

            taken += sums.Zip(weights, (sum, weight) => weight > 0 ? sum * sum / weight : 0).Sum();
        }

        return taken / series.ChiSquared;
    }
}
