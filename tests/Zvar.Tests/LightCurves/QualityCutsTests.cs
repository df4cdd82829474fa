namespace Zvar.Tests.LightCurves;

public class QualityCutsTests
{
    // Time, mag, snr, band. What is kept is what prepare_photometry, as the ZVAR notebook defines it, keeps of the same
    // points (run with numpy 1.24.2); null there is NaN here.
    private static readonly (double Time, double Mag, double Snr, string Band)[] Exposures =
    [
        (1, 17.0, 10, "g"), (2, double.NaN, 0.4, "g"), (3, 17.2, 2.9, "g"), (4, 17.3, 3.0, "g"),
        (5, double.NaN, double.NaN, "r"), (6, 16.4, 50, "r"), (7, 16.5, double.NaN, "r"), (8, 16.6, 2, "r"),
        (9, 17.1, 8, "g"), (10, 16.3, 40, "r"), (11, 15.9, 90, "i"), (12, 16.0, 80, "i"), (13, 16.1, 70, "i"),
    ];

    public static TheoryData<double, int, double[]> Kept { get; } = new()
    {
        { 3, 3, [1, 4, 9, 11, 12, 13] },
        { 1, 4, [1, 3, 4, 9] },
        { 1, 3, [1, 3, 4, 6, 8, 9, 10, 11, 12, 13] },
        { 3, 1, [1, 4, 6, 9, 10, 11, 12, 13] },
    };

    [Theory]
    [MemberData(nameof(Kept))]
    public void The_notebooks_clean_up_keeps_the_same_points(double minSnr, int minPoints, double[] times)
    {
        var cuts = new QualityCuts { DetectionsOnly = true, MinSnr = minSnr, MinPoints = minPoints };
        LightCurve kept = cuts.Apply(Curve());
        Assert.Equal(times, kept.Time);
        Assert.Equal(1, kept.FirstTime);
    }

    [Fact]
    public void Nothing_asked_for_leaves_out_nothing() =>
        Assert.Equal(Exposures.Length, new QualityCuts().Apply(Curve()).Points);

    [Fact]
    public void A_signal_to_noise_limit_leaves_out_what_has_none() =>
        Assert.Equal([1, 2, 3, 4, 6, 8, 9, 10, 11, 12, 13], new QualityCuts { MinSnr = 0 }.Apply(Curve()).Time);

    [Fact]
    public void Fields_and_detectors_are_kept_by_number_and_points_are_counted_after_that()
    {
        Assert.Equal([1, 3, 5, 7, 9, 11, 13], new QualityCuts { Fields = [648] }.Apply(Curve()).Time);
        Assert.Equal([4, 8, 12], new QualityCuts { Fields = [1648], Ccds = [4, 5] }.Apply(Curve()).Time);
        Assert.Equal([3, 7, 11], new QualityCuts { Quads = [3] }.Apply(Curve()).Time);
        Assert.Equal([1, 3, 9], new QualityCuts { Fields = [648], MinPoints = 3 }.Apply(Curve()).Time);
    }

    private static LightCurve Curve()
    {
        var builder = new LightCurveBuilder(145120008365555264);
        foreach ((double time, double mag, double snr, string band) in Exposures)
        {
            int number = (int)time;
            builder.Add(new PhotometryRow
            {
                Time = time,
                Mag = mag,
                Snr = snr,
                Band = band,
                Field = int.IsOddInteger(number) ? 648 : 1648,
                Ccd = number % 4 == 0 ? 4 : 1,
                Quad = number % 4,
            });
        }

        return builder.Build();
    }
}
