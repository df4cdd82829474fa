using static Zvar.Variability;

namespace Zvar.Tests.Variability;

public class VariabilityTests
{
    // Of the light curve of formulas below (Formulas), by NumPy 1.24.2 (average, median, std, percentile, polyfit with
    // w = 1 / error, and for all bands lstsq with a column of ones for each) and SciPy 1.10.1 (median_abs_deviation,
    // iqr, skew, kurtosis). Chi squared, eta, the excess variance and the slope there is no function for: they are the
    // formulas of the docstrings, written in NumPy.
    private static readonly VariabilityStatistics[] Golden =
    [
        Row("g", 24) with
        {
            WeightedMean = 17.255918977170015,
            Median = 17.19238899116392,
            StandardDeviation = 0.2146941225502793,
            Amplitude = 0.5875598345494062,
            MedianAbsoluteDeviation = 0.20142863924657028,
            InterquartileRange = 0.39111345869100944,
            Skewness = -0.02820063750464471,
            ExcessKurtosis = -1.4697538967677628,
            ReducedChiSquared = 66.14432612844854,
            ExcessVariance = 0.03806042490131992,
            VonNeumannEta = 2.210275952190474,
            MaximumSlope = 0.33591360544163723,
            LinearTrend = -0.0015444878482809956,
        },
        Row("r", 18) with
        {
            WeightedMean = 16.70778282621256,
            Median = 16.69990435296028,
            StandardDeviation = 0.16343434386986352,
            Amplitude = 0.44324387866956627,
            MedianAbsoluteDeviation = 0.15120405218801736,
            InterquartileRange = 0.2811991106279592,
            Skewness = -0.11510620349222504,
            ExcessKurtosis = -1.3365018209050097,
            ReducedChiSquared = 79.4111099248912,
            ExcessVariance = 0.02257858668507869,
            VonNeumannEta = 2.2988361736001726,
            MaximumSlope = 0.36099853568908674,
            LinearTrend = 0.0030697329985517716,
        },
        Row("all", 42) with
        {
            StandardDeviation = 0.1936234950522594,
            Amplitude = 0.5763455743054702,
            MedianAbsoluteDeviation = 0.17991831995488639,
            InterquartileRange = 0.346302034776822,
            Skewness = -0.14279975053437435,
            ExcessKurtosis = -1.3126943656204149,
            ReducedChiSquared = 71.78270924193667,
            ExcessVariance = 0.03176462130421229,
            VonNeumannEta = 1.4063620370966217,
            MaximumSlope = 0.36099853568908674,
            LinearTrend = 0.0005818830433172992,
        },
    ];

    private static readonly string[] Computed =
    [
        "WeightedMean", "Median", "StandardDeviation", "Amplitude", "MedianAbsoluteDeviation", "InterquartileRange",
        "Skewness", "ExcessKurtosis", "ReducedChiSquared", "ExcessVariance", "VonNeumannEta", "MaximumSlope",
        "LinearTrend",
    ];

    [Fact]
    public void The_statistics_are_those_of_numpy_and_scipy()
    {
        IReadOnlyList<VariabilityStatistics> rows = Measure(Formulas());

        Assert.Equal(["g", "r", "all"], rows.Select(row => row.Band));
        Assert.All(rows.Zip(Golden), pair =>
        {
            (VariabilityStatistics row, VariabilityStatistics golden) = pair;
            Assert.Equal(golden.Points, row.Points);
            Assert.Equal(golden.Points, row.PointsWithError);
            foreach (var column in VariabilityTable.Columns.Where(one => Computed.Contains(one.Name)))
            {
                double expected = (double)column.Read(golden)!;
                double actual = (double)column.Read(row)!;
                Assert.True(
                    expected.Equals(actual) || Math.Abs(actual - expected) <= 1e-8 * Math.Abs(expected),
                    $"{row.Band} {column.Name}: {actual}, not {expected}");
            }
        });
    }

    [Fact]
    public void The_times_are_those_of_the_detections()
    {
        VariabilityStatistics[] rows = [.. Measure(Formulas())];
        Assert.Equal([2458000.5, 2458000.52, 2458000.5], rows.Select(row => row.FirstTime));
        Assert.Equal(2458000.5 + (1.37 * 23), rows[0].LastTime);
        Assert.Equal(2458000.5 + (1.37 * 17) + 0.4, rows[1].LastTime);
        Assert.All(rows, row => Assert.Equal(row.LastTime - row.FirstTime, row.Baseline));
    }

    // By hand, of Stetson 1996: in g the mean is 10.1 and n = 2, so that delta is -√2 and √2; in r it is 12.2, and
    // delta -2√2 and 2√2. The first two are a pair, P = 4; the others stand alone, P = 1 and P = 7, with half the
    // weight.
    [Fact]
    public void Stetsons_J_and_K_are_those_of_the_paper()
    {
        VariabilityStatistics[] rows =
        [
            .. Measure(Curve([(0, "g", 10.0, 0.1), (0.02, "r", 12.0, 0.1), (1, "g", 10.2, 0.1), (2, "r", 12.4, 0.1)])),
        ];

        Assert.Equal(1, rows[0].StetsonJ, 1e-9);
        Assert.Equal(Math.Sqrt(7), rows[1].StetsonJ, 1e-9);
        Assert.Equal((Math.Sqrt(4) + (Math.Sqrt(1) / 2) + (Math.Sqrt(7) / 2)) / 2, rows[2].StetsonJ, 1e-9);
        Assert.Equal(1, rows[0].StetsonK, 1e-9);
        Assert.Equal(1.5 * Math.Sqrt(2) / Math.Sqrt(5), rows[2].StetsonK, 1e-9);
    }

    // By hand: the deltas are -√2, √2 in g and √2, -√2 in r, so that a pair has √|P| = √2 with its sign, and one alone
    // has 1.
    [Theory]
    [InlineData(0.0, 0.01, 0.02, 0.03, 1.4142135623730951)] // g g r r: the inner two, and the outer two
    [InlineData(0.0, 0.5, 1 / 24.0, 0.5, -1.4142135623730951)] // g r an hour apart, g r at once
    [InlineData(0.0, 0.5, 0.042, 0.55, 1)] // more than an hour apart: each alone
    public void Exposures_in_different_bands_within_an_hour_are_pairs(
        double g1, double g2, double r1, double r2, double expected)
    {
        LightCurve curve = Curve(
            [(g1, "g", 10, 0.1), (g2, "g", 10.2, 0.1), (r1, "r", 8.2, 0.1), (r2, "r", 8, 0.1)]);
        Assert.Equal(expected, Measure(curve)[^1].StetsonJ, 1e-9);
    }

    // By hand: g with r, both times P = 2; i alone, both times P = 1.
    [Fact]
    public void Three_bands_pair_with_one_another()
    {
        LightCurve curve = Curve(
        [
            (0, "g", 10, 0.1), (0.01, "r", 8, 0.1), (0.02, "i", 7, 0.1),
            (5, "g", 10.2, 0.1), (5.01, "r", 8.2, 0.1), (5.02, "i", 7.2, 0.1),
        ]);

        Assert.Equal(((2 * Math.Sqrt(2)) + 1) / 3, Measure(curve)[^1].StetsonJ, 1e-9);
    }

    // By hand, of the paper's formula: the fluxes are 1 and 0.1, their mean 0.55, S² = 0.405, the squares of their
    // errors (0.4 ln 10 · 0.1)² · 1 and · 0.01.
    [Fact]
    public void The_excess_variance_is_of_the_flux()
    {
        double errors = Math.Pow(0.4 * Math.Log(10) * 0.1, 2) * (1 + 0.01) / 2;
        VariabilityStatistics row = Measure(Curve([(0, "g", 15, 0.1), (1, "g", 17.5, 0.1)])).Single();
        Assert.Equal((0.405 - errors) / (0.55 * 0.55), row.ExcessVariance, 1e-9);
    }

    [Fact]
    public void Von_Neumanns_eta_tells_the_smooth_from_the_jumping()
    {
        // By hand: the squares of the steps are 3 · 1 and 4 + 1 + 4, those of the deviations 5.
        Assert.Equal(3 / 5.0, Eta(1, 2, 3, 4), 1e-9);
        Assert.Equal(9 / 5.0, Eta(2, 4, 3, 1), 1e-9);

        static double Eta(params double[] mags) =>
            Measure(Curve([.. mags.Select((mag, i) => ((double)i, "g", mag, 0.1))])).Single().VonNeumannEta;
    }

    [Fact]
    public void A_slope_is_within_a_band_and_between_different_times()
    {
        LightCurve curve = Curve(
        [
            (0, "g", 10, 0.1), (0.5, "r", 15, 0.1), (1, "g", 10.5, 0.1), (1, "g", 13, 0.1), (1.5, "g", 12, 0.1),
            (2.5, "r", 15.5, 0.1),
        ]);
        Assert.Equal([2, 0.25, 2], Measure(curve).Select(row => row.MaximumSlope));
    }

    [Fact]
    public void Bands_with_trends_of_their_own_heights_have_one_slope()
    {
        // g early and bright, r late and faint: each fades by 0.01 a day.
        LightCurve curve = Curve(
        [
            .. Enumerable.Range(0, 10).Select(i => ((double)i, "g", 15 + (0.01 * i), 0.1)),
            .. Enumerable.Range(10, 10).Select(i => ((double)i, "r", 12 + (0.01 * i), 0.1)),
        ]);
        Assert.All(Measure(curve), row => Assert.Equal(0.01, row.LinearTrend, 1e-9));
    }

    [Fact]
    public void The_colour_of_a_star_is_no_variation()
    {
        LightCurve curve = Curve(
            [.. Enumerable.Range(0, 20).Select(i => ((double)i, i % 2 == 0 ? "g" : "r", 15.3 + (i % 2), 0.1))]);
        VariabilityStatistics all = Measure(curve)[^1];
        Assert.Equal((0, 0, 0), (all.StandardDeviation, all.Amplitude, all.ReducedChiSquared));
        Assert.Equal((double.NaN, double.NaN), (all.WeightedMean, all.Median));
    }

    [Fact]
    public void What_is_known_of_the_star_goes_along()
    {
        LightCurveBuilder builder = new(145120008365555264) { Synthetic = true };
        builder.Add(new PhotometryRow { Time = 1, Mag = 15.5, MagErr = 0.1, Band = "g" });
        VariabilityStatistics row = Measure(builder.Build().Of(null, "mine")).Single();
        Assert.Equal((145120008365555264, "mine", true), (row.Psid, row.TargetName, row.Synthetic));
        Assert.Equal("145120008365555264 g: 1 points, amplitude 0.000", row.ToString());
    }

    private static LightCurve Formulas()
    {
        var g = Enumerable.Range(0, 24).Select(k => (
            2458000.5 + (1.37 * k), "g",
            17.2 + (0.3 * Math.Sin(2 * Math.PI * 1.37 * k / 5.1)) + (0.01 * ((7 * k % 5) - 2)),
            0.02 + (0.005 * (k % 4))));
        var r = Enumerable.Range(0, 18).Select(k => (
            2458000.5 + (1.37 * k) + (k % 2 == 0 ? 0.02 : 0.4), "r",
            16.7 + (0.22 * Math.Sin(2 * Math.PI * 1.37 * k / 5.1)) + (0.01 * ((3 * k % 7) - 3)),
            0.015 + (0.004 * (k % 3))));
        return Curve([.. g, .. r]);
    }

    private static LightCurve Curve((double Time, string Band, double Mag, double MagErr)[] points)
    {
        LightCurveBuilder builder = new(0);
        foreach ((double time, string band, double mag, double magErr) in points)
        {
            builder.Add(new PhotometryRow { Time = time, Mag = mag, MagErr = magErr, Band = band });
        }

        return builder.Build();
    }

    private static VariabilityStatistics Row(string band, int points) => new()
    {
        Psid = 0,
        Band = band,
        Points = points,
        PointsWithError = points,
        FirstTime = double.NaN,
        LastTime = double.NaN,
        Baseline = double.NaN,
        WeightedMean = double.NaN,
        Median = double.NaN,
        StandardDeviation = double.NaN,
        Amplitude = double.NaN,
        MedianAbsoluteDeviation = double.NaN,
        InterquartileRange = double.NaN,
        Skewness = double.NaN,
        ExcessKurtosis = double.NaN,
        ReducedChiSquared = double.NaN,
        ExcessVariance = double.NaN,
        VonNeumannEta = double.NaN,
        StetsonJ = double.NaN,
        StetsonK = double.NaN,
        MaximumSlope = double.NaN,
        LinearTrend = double.NaN,
    };
}
