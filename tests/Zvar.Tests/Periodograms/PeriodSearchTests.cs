using System.Globalization;
using System.Text.RegularExpressions;

namespace Zvar.Tests.Periodograms;

public class PeriodSearchTests
{
    // Narrow enough to be quick where the range is not what is tested.
    private static readonly PeriodSearchOptions Narrow = new() { MinPeriod = 0.2, MaxPeriod = 5 };

    private static IReadOnlyList<PeriodCandidate> Find(LightCurve star, PeriodSearchOptions options) =>
        PeriodSearch.Find(star, options, TestContext.Current.CancellationToken);

    [Fact]
    public void A_sine_in_three_bands_is_found_to_its_error()
    {
        LightCurve star = new Star(1)
            .Observe("g", 200, Star.Sine(0.61234567, 0.3))
            .Observe("r", 250, Star.Sine(0.61234567, 0.2))
            .Observe("i", 60, Star.Sine(0.61234567, 0.15))
            .Build();

        PeriodCandidate found = Assert.Single(Find(star, Narrow));

        Assert.InRange(found.Period, 0.61234567 - (4 * found.PeriodErr), 0.61234567 + (4 * found.PeriodErr));
        Assert.Equal(1 / found.Period, found.Frequency, 12);
        Assert.Equal((1, 1, 510, "g r i"), (found.Rank, found.Component, found.Points, found.Bands));
        Assert.Equal(145120008365555264, found.Psid);
        Assert.Same(star, found.GetLightCurve());
        Assert.InRange(found.Power, 0.9, 1);
        Assert.InRange(found.FalseAlarmProbability, 0, 1e-100);
        Assert.True(found.Significance > 100);
        Assert.Equal("", found.Ambiguous + found.Alias + found.Relation);
    }

    // Montgomery and O'Donoghue (1999, DSSN 13, 28): sqrt(6/N) σ/(π T A) of a sine whose points lie evenly.
    [Fact]
    public void The_error_of_the_period_of_a_sine_is_the_one_of_the_formula()
    {
        var star = new Star(2);
        for (int i = 0; i < 1000; i++)
        {
            double time = (i * 0.4321) + (0.1 * Math.Sin(i * i));
            star.Add("r", time, Star.Sine(0.7531, 0.1)(time) + (0.02 * star.Gaussian()), 0.02);
        }

        PeriodCandidate found = Find(star.Build(), Narrow)[0];

        double error = Math.Sqrt(6.0 / 1000) * 0.02 / (Math.PI * 999 * 0.4321 * 0.1);
        Assert.Equal(1, found.PeriodErr / (0.7531 * 0.7531) / error, 0.1);
    }

    [Theory]
    [InlineData(0.6, 0.3, 0.9876)]
    [InlineData(0.4, 0.2, 0.4567)]
    [InlineData(0.8, 0.1, 2.3456)]
    public void A_binary_is_found_at_its_whole_period(double first, double second, double period)
    {
        LightCurve star = new Star(3)
            .Observe("g", 300, Star.Binary(period, first, second))
            .Observe("r", 400, Star.Binary(period, first, second))
            .Build();

        IReadOnlyList<PeriodCandidate> found = Find(star, Narrow with { Top = 5 });

        Assert.Equal(period, found[0].Period, period * 1e-4);
        Assert.Contains(found, one => one.Relation == "P/2" && Math.Abs((one.Period * 2 / period) - 1) < 1e-4);
        Assert.Equal(found.OrderBy(one => one.Score), found);
        Assert.Equal([1, 2, 3, 4, 5], found.Select(one => one.Rank));
        Assert.Equal(found[1].Score - found[0].Score, found[0].Gap, 9);
    }

    [Fact]
    public void Minima_that_can_hardly_be_told_apart_are_ambiguous_and_it_says_with_what()
    {
        LightCurve star = new Star(4).Observe("r", 120, Star.Binary(0.9876, 0.4, 0.3, 0.15), 0.03).Build();

        PeriodCandidate found = Find(star, Narrow)[0];

        Assert.Equal(0.9876, found.Period, 1e-4);
        Assert.InRange(found.Gap, 0, 10);
        Assert.Matches(@"^0\.49379\d* d \(P/2\) is \d\.\d behind$", found.Ambiguous);
    }

    [Fact]
    public void The_second_period_is_found_when_the_first_is_taken_out()
    {
        LightCurve star = new Star(5)
            .Observe("g", 400, time => Star.Sine(0.5432, 0.2)(time) + Star.Sine(0.3217, 0.06)(time), 0.01)
            .Observe("r", 400, time => Star.Sine(0.5432, 0.15)(time) + Star.Sine(0.3217, 0.05)(time), 0.01)
            .Build();

        IReadOnlyList<PeriodCandidate> found = Find(star, Narrow with { Prewhitening = 1 });

        Assert.Equal([1, 2], found.Select(one => one.Component));
        Assert.Equal([1, 1], found.Select(one => one.Rank));
        Assert.Equal(0.5432, found[0].Period, 1e-4);
        Assert.Equal(0.3217, found[1].Period, 1e-4);
    }

    [Fact]
    public void A_slow_trend_hides_a_period_until_it_is_taken_out()
    {
        LightCurve star = new Star(6)
            .Observe("r", 300, time => Star.Sine(0.4567, 0.05)(time) + (time * time * 2e-6), 0.01)
            .Build();

        PeriodCandidate hidden = Find(star, Narrow)[0];
        PeriodCandidate found = Find(star, Narrow with { Detrending = Detrending.Trend })[0];

        Assert.Equal(0.4567, found.Period, 1e-4);
        Assert.Equal("", found.Alias);
        Assert.Matches("day", hidden.Alias);
    }

    [Fact]
    public void The_offset_of_a_field_hides_a_period_until_it_is_taken_out()
    {
        LightCurve star = new Star(7)
            .Observe("r", 150, Star.Sine(0.4567, 0.05), 0.01, field: 567)
            .Observe("r", 150, time => Star.Sine(0.4567, 0.05)(time) + 0.4, 0.01, field: 1567)
            .Build();

        PeriodCandidate hidden = Find(star, Narrow)[0];
        PeriodCandidate found = Find(star, Narrow with { Detrending = Detrending.Fields })[0];

        Assert.Equal(0.4567, found.Period, 1e-4);
        Assert.True(found.Power > 0.8);
        Assert.True(hidden.Power < 0.5);
    }

    [Fact]
    public void A_rhythm_of_the_day_is_said_and_passed_over_if_asked()
    {
        LightCurve star = new Star(8)
            .Observe("r", 400, time => Star.Sine(1, 0.3)(time) + Star.Sine(0.7654, 0.1)(time), 0.01)
            .Build();

        PeriodCandidate day = Find(star, Narrow)[0];
        PeriodCandidate found = Find(star, Narrow with { ExcludeAliases = true })[0];

        Assert.Matches("day", day.Alias);
        Assert.DoesNotMatch("day|month", found.Alias);
    }

    [Fact]
    public void One_method_alone_gives_its_peaks_by_their_power()
    {
        LightCurve star = new Star(9).Observe("r", 300, Star.Sine(0.5678, 0.2)).Build();

        IReadOnlyList<PeriodCandidate> found =
            Find(star, Narrow with { Methods = [PeriodogramMethod.LombScargle], Top = 4 });

        Assert.Equal(0.5678, found[0].Period, 1e-4);
        Assert.All(found, one => Assert.Equal(PeriodogramMethod.LombScargle, one.Method));
        Assert.Equal(found.OrderBy(one => one.Score), found);
        Assert.Equal(found[0], found.MaxBy(one => one.Power));
    }

    [Fact]
    public void Points_without_an_error_are_left_out_and_a_band_without_any_is_taken_whole()
    {
        var some = new Star(10);
        var none = new Star(10);
        foreach (PhotometryPoint point in
            new Star(10).Observe("r", 200, Star.Sine(0.5678, 0.2)).Build().EnumeratePoints())
        {
            some.Add("r", point.Time - Star.Start, point.Mag, point.MagErr);
            none.Add("r", point.Time - Star.Start, point.Mag, double.NaN);
        }

        foreach (double error in new[] { 0, -1, double.NaN, double.PositiveInfinity })
        {
            some.Add("r", 500.1, 12, error);
        }

        LightCurve partly = some.Build();
        PeriodCandidate with = Find(partly, Narrow)[0];
        PeriodCandidate without = Find(none.Build(), Narrow)[0];

        Assert.Equal(4, TimeSeries.Of(partly).WithoutError);
        Assert.Equal((200, 200), (with.Points, without.Points));
        Assert.Equal(0.5678, with.Period, 1e-4);
        Assert.Equal(with.Period, without.Period, 1e-6);
    }

    [Fact]
    public void A_band_with_too_few_points_is_left_out()
    {
        LightCurve star = new Star(11)
            .Observe("g", 4, time => 18)
            .Observe("r", 100, Star.Sine(0.5678, 0.2))
            .Build();

        Assert.Equal("r", Find(star, Narrow)[0].Bands);
    }

    public static TheoryData<string, PeriodSearchError> Unsearchable => new()
    {
        { "no points", PeriodSearchError.TooFewPoints },
        { "four points", PeriodSearchError.TooFewPoints },
        { "three bands of four", PeriodSearchError.TooFewPoints },
        { "all at one time", PeriodSearchError.BaselineTooShort },
        { "one hour", PeriodSearchError.BaselineTooShort },
        { "all alike", PeriodSearchError.NoVariation },
        { "no magnitude", PeriodSearchError.TooFewPoints },
    };

    [Theory]
    [MemberData(nameof(Unsearchable))]
    public void What_has_no_period_says_why(string what, PeriodSearchError error)
    {
        var star = new Star(12);
        int points = what switch { "no points" => 0, "four points" => 4, "three bands of four" => 12, _ => 50 };
        for (int i = 0; i < points; i++)
        {
            star.Add(
                what == "three bands of four" ? "gri"[i % 3].ToString() : "r",
                what switch { "all at one time" => 7, "one hour" => i / 1200.0, _ => i * 1.37 },
                what switch { "all alike" => 17, "no magnitude" => double.NaN, _ => 17 + (i % 7 * 0.1) },
                0.02);
        }

        PeriodSearchException thrown =
            Assert.Throws<PeriodSearchException>(() => Find(star.Build(), Narrow));

        Assert.Equal(error, thrown.Error);
        Assert.Matches(@"\w+ \w+ \w+", thrown.Message);
    }

    // An oversampling below 1 would step over peaks: it is no advice.
    [Theory]
    [InlineData(5e-9, 5, @"9\.\de\+11", @"\.")]
    [InlineData(2e-6, 50, @"2\.\de\+10", @", or an oversampling of (?<oversampling>\S+)\.")]
    public void A_grid_too_large_is_refused_with_the_numbers_that_would_do(
        double shortest, double fine, string count, string end)
    {
        LightCurve star = new Star(13).Observe("r", 50, Star.Sine(0.5, 0.1)).Build();

        PeriodSearchException thrown = Assert.Throws<PeriodSearchException>(
            () => Find(star, new PeriodSearchOptions { MinPeriod = shortest, Oversampling = fine }));

        Assert.Equal(PeriodSearchError.GridTooLarge, thrown.Error);
        Match advice = Regex.Match(
            thrown.Message, @"^These would be " + count + @" frequencies, and 1,000,000,000 are the most\. A shortest period of"
            + @" (?<period>\S+) d would do" + end + "$");
        Assert.True(advice.Success, thrown.Message);
        double baseline = TimeSeries.Of(star).Baseline;
        double period = double.Parse(advice.Groups["period"].Value, CultureInfo.InvariantCulture);
        Assert.InRange(FrequencyGrid.Of(baseline, period, 10, fine).Count, 9e8, 1e9);
        if (advice.Groups["oversampling"] is { Success: true } oversampling)
        {
            double enough = double.Parse(oversampling.Value, CultureInfo.InvariantCulture);
            Assert.InRange(FrequencyGrid.Of(baseline, shortest, 10, enough).Count, 9e8, 1e9);
        }
    }

    [Fact]
    public void The_same_light_curve_has_the_same_periods_every_time()
    {
        LightCurve star = new Star(14).Observe("g", 100, time => 17, 0.1).Observe("r", 80, time => 17, 0.1).Build();

        IReadOnlyList<PeriodCandidate> first = Find(star, Narrow with { Top = 10 });
        IReadOnlyList<PeriodCandidate>[] again = new IReadOnlyList<PeriodCandidate>[4];
        Parallel.For(0, again.Length, i => again[i] = Find(star, Narrow with { Top = 10 }));

        Assert.All(again, found => Assert.Equal(first, found));
    }

    [Fact]
    public void It_stops_when_it_is_told()
    {
        LightCurve star = new Star(15).Observe("g", 3000, Star.Sine(0.5, 0.1), span: 3000).Build();
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(
            () => PeriodSearch.Find(star, new PeriodSearchOptions(), stop.Token));
    }
}
