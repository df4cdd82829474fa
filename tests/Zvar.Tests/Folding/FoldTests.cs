namespace Zvar.Tests.Folding;

public class FoldTests
{
    private const double Period = 0.2726629621689033;

    // Time, band, mag, magerr, and the phase numpy 1.24.2 gives: ((time - time.min()) / period) % 1.0.
    private static readonly (double Time, string Band, double Mag, double MagErr, double Phase)[] Numpy =
    [
        (2458263.981924, "g", 17.6797, 0.0111, 0.0),
        (2458265.409135, "g", 17.1119, 0.0363, 0.2343412845659829),
        (2458265.739604, "g", 17.6205, 0.024, 0.4463467492045279),
        (2458270.390405, "g", 17.7036, 0.0264, 0.5033058726234785),
        (2458272.594272, "r", 16.6054, 0.0197, 0.5860574941332359),
        (2458272.990212, "g", 17.6487, 0.0325, 0.038179913114596786),
        (2458274.176708, "g", 17.4492, 0.0108, 0.389691355547491),
        (2458275.118948, "g", 17.3179, 0.0212, 0.8453862278605868),
        (2458275.988575, "r", 16.8062, 0.0109, 0.034770634584639026),
        (2458276.103221, "g", 17.6141, 0.0137, 0.45523845100532156),
        (2458281.784976, "g", 17.1194, 0.039, 0.29325383306684216),
        (2458282.630165, "r", 16.5867, 0.0297, 0.3930111058960648),
        (2458282.699322, "g", 17.2596, 0.0228, 0.6466465817792653),
        (2458284.163854, "r", 16.7786, 0.0257, 0.017863810415832404),
        (2458284.54663, "r", 16.6632, 0.0362, 0.4217068444183951),
        (2458284.577477, "r", 16.8094, 0.0203, 0.5348391881470178),
        (2458286.121818, "g", 17.1808, 0.0277, 0.1987584367038977),
        (2458288.483508, "g", 17.3352, 0.0305, 0.8603308826978093),
        (2458288.869093, "g", 17.103, 0.0207, 0.2744760116879519),
        (2458288.985743, "r", 16.2448, 0.0256, 0.7022935608214453),
        (2458289.150974, "g", 17.2226, 0.033, 0.3082834554018774),
        (2458295.009352, "g", 17.132, 0.0373, 0.794069252971056),
        (2458295.688401, "g", 17.1186, 0.0145, 0.28450284447352203),
        (2458295.864701, "g", 17.6049, 0.038, 0.931088645974782),
        (2458296.831061, "g", 17.682, 0.0102, 0.4752443768273338),
        (2458298.924062, "g", 17.2964, 0.0326, 0.15139145404197052),
        (2458299.870476, "r", 16.4764, 0.0343, 0.6223946015203694),
        (2458300.668635, "g", 17.6431, 0.0141, 0.5496678683005314),
        (2458303.54033, "r", 16.642, 0.0226, 0.08169971219192007),
        (2458303.801935, "g", 17.6958, 0.0345, 0.041144286463293156),
    ];

    // Five bins of the same, numpy 1.24.2: digitize, then mean and std(ddof=1) / sqrt(n) by band; r has no point in the
    // last bin, and one in the second, whose error is its own.
    private static readonly (string Band, double Phase, int Count, double Mag, double MagErr)[] NumpyBins =
    [
        ("g", 0.1, 5, 17.500279999999997, 0.10864681955768418),
        ("g", 0.3, 6, 17.187450000000002, 0.05536524631932943),
        ("g", 0.5, 5, 17.65266, 0.017418742778972363),
        ("g", 0.7, 2, 17.1958, 0.06379999999999875),
        ("g", 0.9, 3, 17.419333333333334, 0.09291763975574151),
        ("r", 0.1, 3, 16.742266666666666, 0.05076249709294401),
        ("r", 0.3, 1, 16.5867, 0.0297),
        ("r", 0.5, 3, 16.692666666666668, 0.060704786558484276),
        ("r", 0.7, 2, 16.3606, 0.11580000000000011),
    ];

    // The same bins, Python 3.11: statistics.median, and sqrt(pi/2) * 1.4826 * median(|mag - median|) / sqrt(n).
    private static readonly (double Mag, double MagErr)[] PythonMedians =
    [
        (17.6487, 0.03913991149370003),
        (17.119, 0.008761738623338245),
        (17.6431, 0.024098883934551476),
        (17.1958, 0.08382809853134365),
        (17.3352, 0.018559634106138586),
        (16.7786, 0.02960958967222281),
        (16.5867, 0.0297),
        (16.6632, 0.06200848851646778),
        (16.3606, 0.15215194059451093),
    ];

    [Fact]
    public void Phases_are_those_of_numpy()
    {
        LightCurve curve = Curve();
        PhasePoint[] points = [.. new Fold(curve, Period, curve.FirstTime).EnumeratePoints()];
        Assert.Equal(Numpy.Length, points.Length);
        Assert.All(points.Zip(Numpy), pair =>
        {
            (PhasePoint point, (double _, string band, double mag, double magErr, double phase)) = pair;
            Assert.Equal(phase, point.Phase, 1e-12);
            Assert.Equal((band, mag, magErr, 1), (point.Band, point.Mag, point.MagErr, point.Count));
            Assert.Equal((145120008365555264, 2458263.981924, Period), (point.Psid, point.Epoch, point.Period));
        });
    }

    [Fact]
    public void Bins_are_those_of_numpy_at_their_middle_and_the_empty_ones_are_left_out()
    {
        LightCurve curve = Curve();
        PhasePoint[] bins = [.. new Fold(curve, Period, curve.FirstTime).Bin(5)];
        Assert.Equal(NumpyBins.Length, bins.Length);
        Assert.All(bins.Zip(NumpyBins), pair =>
        {
            (PhasePoint bin, (string band, double phase, int count, double mag, double magErr)) = pair;
            Assert.Equal((band, count), (bin.Band, bin.Count));
            Assert.Equal(phase, bin.Phase, 1e-12);
            Assert.Equal(mag, bin.Mag, 1e-12);
            Assert.Equal(magErr, bin.MagErr, 1e-12);
        });
    }

    [Fact]
    public void A_statistic_that_there_is_not_is_no_mean()
    {
        LightCurve curve = Curve();
        Assert.ThrowsAny<InvalidOperationException>(
            () => new Fold(curve, Period, curve.FirstTime).Bin(5, (BinStatistic)2).ToArray());
    }

    [Fact]
    public void Medians_and_their_errors_are_those_of_Pythons_statistics()
    {
        LightCurve curve = Curve();
        PhasePoint[] bins = [.. new Fold(curve, Period, curve.FirstTime).Bin(5, BinStatistic.Median)];
        Assert.Equal(PythonMedians.Length, bins.Length);
        Assert.All(bins.Zip(PythonMedians), pair =>
        {
            Assert.Equal(pair.Second.Mag, pair.First.Mag, 1e-12);
            Assert.Equal(pair.Second.MagErr, pair.First.MagErr, 1e-12);
        });
    }

    [Fact]
    public void Only_detections_with_a_time_are_folded()
    {
        var builder = new LightCurveBuilder(1);
        builder.Add(new PhotometryRow { Time = 10.25, Mag = 17, Band = "g" });
        builder.Add(new PhotometryRow { Time = 10.5, Mag = double.NaN, Band = "g" });
        builder.Add(new PhotometryRow { Time = double.NaN, Mag = 17, Band = "g" });
        builder.Add(new PhotometryRow { Time = 10.75, Mag = double.PositiveInfinity, Band = "g" });
        builder.Add(new PhotometryRow { Time = double.NegativeInfinity, Mag = 17, Band = "g" });
        var fold = new Fold(builder.Build(), 1, 10);
        Assert.Equal([0.25], fold.EnumeratePoints().Select(point => point.Phase));
        Assert.Equal([(0.5, 1)], fold.Bin(1).Select(bin => (bin.Phase, bin.Count)));
    }

    [Theory]
    [InlineData(10, 0)]
    [InlineData(9.75, 0.75)]
    [InlineData(12.5, 0.5)]
    [InlineData(double.NaN, double.NaN)]
    public void A_phase_is_never_negative_and_never_one(double time, double phase) =>
        Assert.Equal(phase, Fold.PhaseOf(time, 1, 10), 1e-15);

    [Fact]
    public void A_moment_before_the_epoch_does_not_round_up_to_phase_one() =>
        Assert.Equal(0, Fold.PhaseOf(-1e-20, 1, 0));

    [Theory]
    [InlineData(0)]
    [InlineData(-0.27)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_period_that_is_no_positive_number_of_days_is_refused(double period) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Fold(Curve(), period, 0));

    [Fact]
    public void An_epoch_that_is_no_time_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Fold(Curve(), Period, double.NaN));

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void Bins_are_refused_at_once_where_there_are_none(int bins)
    {
        var fold = new Fold(Curve(), Period, 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => { fold.Bin(bins); });
    }

    [Fact]
    public void A_phase_point_says_where_its_star_was_found()
    {
        LightCurve curve = Curve().Of(zvarObject: null, "Andromeda 7");
        var fold = new Fold(curve, Period, curve.FirstTime);
        Assert.All([.. fold.EnumeratePoints(), .. fold.Bin(5)], point => Assert.Equal("Andromeda 7", point.TargetName));
    }

    [Fact]
    public void An_empty_light_curve_folds_to_nothing()
    {
        LightCurve empty = new LightCurveBuilder(1).Build();
        var fold = new Fold(empty, Period, EpochChoice.First.Resolve(empty, Period));
        Assert.Empty(fold.EnumeratePoints());
        Assert.Empty(fold.Bin(10));
    }

    [Fact]
    public void A_phase_point_reads_well_in_any_culture()
    {
        using var german = new InCulture("de-DE");
        LightCurve curve = Curve();
        PhasePoint point = new Fold(curve, Period, curve.FirstTime).EnumeratePoints().ElementAt(1);
        Assert.Equal("0.2343 g 17.112 ± 0.036", point.ToString());
    }

    private static LightCurve Curve()
    {
        var builder = new LightCurveBuilder(145120008365555264);
        foreach ((double time, string band, double mag, double magErr, double _) in Numpy)
        {
            builder.Add(new PhotometryRow { Time = time, Band = band, Mag = mag, MagErr = magErr });
        }

        return builder.Build();
    }
}
