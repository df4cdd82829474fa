using System.Reflection;

namespace Zvar.Tests.Hostile;

/// <summary>
/// Light curves of which little or nothing can be told, and such as no arithmetic likes: a statistic that is undefined
/// is NaN, and nothing throws.
/// </summary>
public class UnmeasurableLightCurveTests
{
    private static readonly double[] Numbers =
    [
        double.NaN, double.NegativeInfinity, double.PositiveInfinity, double.MinValue, double.MaxValue, double.Epsilon,
        0, -0.0, -1, 1, 17.3, 17.300000000000004, 1e-300, 1e300, 2458000.5, 1e10,
    ];

    [Fact]
    public void Nothing_that_detects_the_star_is_no_row()
    {
        Assert.Empty(Measure());
        Assert.Empty(Measure(
            (1, double.NaN, 0.1), (double.NaN, 17, 0.1), (double.PositiveInfinity, 17, 0.1),
            (2, double.NegativeInfinity, 0.1)));
    }

    [Fact]
    public void Exposures_without_a_magnitude_or_a_time_do_not_count()
    {
        VariabilityStatistics clean = Measure((1, 17, 0.1), (2, 17.5, 0.1), (3, 17.1, 0.2)).Single();
        VariabilityStatistics among = Measure(
            (double.NegativeInfinity, 30, 0.1), (1, 17, 0.1), (1.5, double.NaN, 0.1), (2, 17.5, 0.1),
            (2, double.PositiveInfinity, 0.1), (3, 17.1, 0.2), (double.NaN, -30, 0.1)).Single();
        Assert.Equal(clean, among);
    }

    [Fact]
    public void Of_one_point_there_is_its_magnitude()
    {
        VariabilityStatistics row = Measure((2458000.5, 17.3, 0.1)).Single();
        Assert.Equal((1, 1, 17.3, 17.3), (row.Points, row.PointsWithError, row.WeightedMean, row.Median));
        Assert.Equal((2458000.5, 2458000.5, 0.0), (row.FirstTime, row.LastTime, row.Baseline));
        Assert.Equal((0, 0, 0), (row.Amplitude, row.MedianAbsoluteDeviation, row.InterquartileRange));
        AssertUndefined(
            row, "StandardDeviation", "Skewness", "ExcessKurtosis", "ReducedChiSquared", "ExcessVariance",
            "VonNeumannEta", "StetsonJ", "StetsonK", "MaximumSlope", "LinearTrend");
    }

    [Fact]
    public void Two_points_have_no_shape()
    {
        VariabilityStatistics row = Measure((1, 17, 0.1), (2, 17.5, 0.1)).Single();
        AssertUndefined(row, "Skewness", "ExcessKurtosis", "VonNeumannEta");
        Assert.Equal(0.5, row.LinearTrend, 1e-12);
        Assert.Equal(0.5, row.MaximumSlope, 1e-12);
        Assert.Equal(Math.Sqrt(0.125), row.StandardDeviation, 1e-12);
    }

    [Fact]
    public void Three_points_have_no_kurtosis() =>
        AssertUndefined(Measure((1, 17, 0.1), (2, 17.5, 0.1), (3, 17.1, 0.1)).Single(), "ExcessKurtosis");

    [Fact]
    public void At_one_time_nothing_has_a_slope()
    {
        VariabilityStatistics row = Measure(
            [.. Enumerable.Range(0, 30).Select(i => (2458000.1, 17 + (0.1 * (i % 7)), 0.01 * (1 + (i % 3))))]).Single();
        AssertUndefined(row, "MaximumSlope", "LinearTrend");
        Assert.Equal(0, row.Baseline);
    }

    // 17.3 is no sum of powers of two: a mean of many of it is off by a rounding, whose shape must not be told.
    [Fact]
    public void Equal_magnitudes_do_not_vary()
    {
        VariabilityStatistics row = Measure(
            [.. Enumerable.Range(0, 1001).Select(i => ((double)i, 17.3, 0.01 * (1 + (i % 3))))]).Single();
        Assert.Equal((17.3, 17.3), (row.WeightedMean, row.Median));
        Assert.Equal(
            (0, 0, 0, 0, 0, 0, 0),
            (row.StandardDeviation, row.Amplitude, row.MedianAbsoluteDeviation, row.InterquartileRange,
                row.ReducedChiSquared, row.MaximumSlope, row.LinearTrend));
        Assert.Equal(-1, row.StetsonJ);
        Assert.True(row.ExcessVariance < 0);
        AssertUndefined(row, "Skewness", "ExcessKurtosis", "VonNeumannEta", "StetsonK");
    }

    [Fact]
    public void A_point_without_an_error_is_left_out_of_what_is_weighted()
    {
        VariabilityStatistics row = Measure(
            (1, 17, 0.1), (2, 17.5, 0.1), (3, 17.1, 0.2), (4, 19, 0), (5, 19, -0.1), (6, 19, double.NaN),
            (7, 19, double.PositiveInfinity)).Single();
        VariabilityStatistics without = Measure((1, 17, 0.1), (2, 17.5, 0.1), (3, 17.1, 0.2)).Single();
        Assert.Equal((7, 3), (row.Points, row.PointsWithError));
        Assert.Equal(19, row.Median);
        Assert.All(
            ["WeightedMean", "ReducedChiSquared", "ExcessVariance", "StetsonJ", "StetsonK", "LinearTrend"],
            name => Assert.Equal(Value(without, name), Value(row, name), 1e-12));
    }

    [Fact]
    public void Without_any_error_the_mean_and_the_trend_are_not_weighted()
    {
        VariabilityStatistics row = Measure((1, 17, 0), (2, 17.5, double.NaN), (3, 17.1, -1), (4, 17.4, 0)).Single();
        Assert.Equal(17.25, row.WeightedMean, 1e-12);
        Assert.Equal(0.08, row.LinearTrend, 1e-12);
        AssertUndefined(row, "ReducedChiSquared", "ExcessVariance", "StetsonJ", "StetsonK");
    }

    [Theory]
    [InlineData(1e200)]
    [InlineData(1e-200)]
    public void Errors_whose_squares_no_double_holds_still_weigh(double scale)
    {
        VariabilityStatistics row = Measure(
            (1, 17, scale), (2, 17.5, scale), (3, 17.1, 2 * scale), (4, 17.3, 3 * scale)).Single();
        VariabilityStatistics usual = Measure((1, 17, 0.1), (2, 17.5, 0.1), (3, 17.1, 0.2), (4, 17.3, 0.3)).Single();
        Assert.All(
            ["WeightedMean", "StetsonK", "LinearTrend"],
            name => Assert.Equal(Value(usual, name), Value(row, name), 1e-12));
        Assert.False(double.IsNaN(row.StetsonJ));
    }

    [Fact]
    public void A_huge_error_takes_a_point_out_of_the_mean()
    {
        VariabilityStatistics row = Measure((1, 17, 0.1), (2, 17.5, 0.1), (3, 99, 1e300)).Single();
        Assert.Equal(17.25, row.WeightedMean, 1e-12);
        Assert.Equal(3, row.PointsWithError);
    }

    // A band's only detection would be its own mean, and its deviation of nothing would make the star seem constant.
    [Fact]
    public void A_band_with_one_detection_is_in_no_row_over_all_bands()
    {
        Assert.Equal(["g", "r"], Bands((1, "g"), (2, "r")));
        Assert.Equal(["g", "r"], Bands((1, "g"), (2, "g"), (3, "r")));
        Assert.Equal(["g", "r", "i", "all"], Bands((1, "g"), (2, "g"), (3, "r"), (4, "r"), (5, "i")));

        LightCurve curve = Curve([(1, "g"), (2, "g"), (3, "r"), (4, "r"), (5, "i")]);
        Assert.Equal(4, Zvar.Variability.Measure(curve)[^1].Points);

        static IEnumerable<string> Bands(params (double, string)[] points) =>
            Zvar.Variability.Measure(Curve(points)).Select(row => row.Band);
    }

    [Fact]
    public void A_band_of_any_name_has_its_row() => Assert.Equal(
        ["g", "", "cyan", "all", "all"],
        Zvar.Variability.Measure(Curve(
            [(1, ""), (2, ""), (3, "cyan"), (4, "cyan"), (5, "g"), (6, "g"), (7, "all"), (8, "all")]))
            .Select(row => row.Band));

    [Fact]
    public void An_exposure_that_came_twice_counts_twice()
    {
        (double, double, double)[] points = [(1, 17, 0.1), (2, 17.5, 0.1), (3, 17.1, 0.2), (4, 17.4, 0.1)];
        VariabilityStatistics once = Measure(points).Single();
        VariabilityStatistics twice = Measure([.. points, .. points]).Single();
        Assert.Equal(2 * once.Points, twice.Points);
        Assert.All(
            ["WeightedMean", "Median", "Skewness", "ExcessKurtosis", "StetsonK", "MaximumSlope", "LinearTrend"],
            name => Assert.Equal(Value(once, name), Value(twice, name), 1e-9));
    }

    [Fact]
    public void Whatever_the_numbers_are_nothing_throws()
    {
        var random = new Random(1);
        for (int round = 0; round < 5000; round++)
        {
            LightCurveBuilder builder = new(0);
            int points = random.Next(12);
            for (int i = 0; i < points; i++)
            {
                builder.Add(new PhotometryRow
                {
                    Time = Any(),
                    Mag = Any(),
                    MagErr = Any(),
                    Band = random.Next(3) switch { 0 => "g", 1 => "r", _ => "V" },
                });
            }

            Assert.All(Zvar.Variability.Measure(builder.Build()), row => Assert.InRange(row.Points, 1, points));
        }

        double Any() => Numbers[random.Next(Numbers.Length)];
    }

    // Of a million detections or as many bands as points a square of their number would not end.
    [Theory]
    [InlineData(1_000_000, 3)]
    [InlineData(200_000, 200_000)]
    public void Many_points_and_many_bands_end(int points, int bands)
    {
        LightCurveBuilder builder = new(0, points);
        for (int i = 0; i < points; i++)
        {
            builder.Add(new PhotometryRow
            {
                Time = i * 0.001,
                Mag = 17 + (i % 11 * 0.1),
                MagErr = 0.1,
                Band = $"b{i % bands}",
            });
        }

        IReadOnlyList<VariabilityStatistics> rows = Zvar.Variability.Measure(builder.Build());
        Assert.Equal(points, rows.Where(row => row.Band != "all").Sum(row => row.Points));
    }

    private static double Value(VariabilityStatistics row, string name) =>
        (double)typeof(VariabilityStatistics).GetProperty(name)!.GetValue(row)!;

    // These and no others.
    private static void AssertUndefined(VariabilityStatistics row, params string[] names) => Assert.Equal(
        names,
        typeof(VariabilityStatistics).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetValue(row) is double.NaN)
            .Select(property => property.Name));

    private static IReadOnlyList<VariabilityStatistics> Measure(params (double Time, double Mag, double Err)[] points)
    {
        LightCurveBuilder builder = new(0);
        foreach ((double time, double mag, double magErr) in points)
        {
            builder.Add(new PhotometryRow { Time = time, Mag = mag, MagErr = magErr, Band = "g" });
        }

        return Zvar.Variability.Measure(builder.Build());
    }

    private static LightCurve Curve((double Time, string Band)[] points)
    {
        LightCurveBuilder builder = new(0);
        foreach ((double time, string band) in points)
        {
            builder.Add(new PhotometryRow { Time = time, Mag = 17 + (0.1 * time), MagErr = 0.1, Band = band });
        }

        return builder.Build();
    }
}
