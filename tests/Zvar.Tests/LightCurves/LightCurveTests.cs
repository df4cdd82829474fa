namespace Zvar.Tests.LightCurves;

public class LightCurveTests
{
    private const long Psid = 145120008365555264;

    [Fact]
    public void Rows_become_columns_and_points_give_the_rows_back()
    {
        PhotometryRow[] rows =
        [
            .. Enumerable.Range(0, 100).Select(i => new PhotometryRow
            {
                Time = 2458000 + i,
                Mag = i % 7 == 0 ? double.NaN : 17 + (i / 100.0),
                MagErr = 0.01 * i,
                LimitingMag = i % 7 == 0 ? 20.5 : double.NaN,
                Flux = 100 + i,
                FluxErr = 10 + i,
                Snr = i,
                MagZeroPoint = 26 + i,
                ReferenceMag = -8 - i,
                Band = i % 3 == 0 ? "r" : "g",
                Field = 600 + i,
                Ccd = 1 + (i % 16),
                Quad = 1 + (i % 4),
            }),
        ];
        LightCurve curve = Build(rows, capacity: 1);
        Assert.Equal(100, curve.Points);
        Assert.Equal(85, curve.Detections);
        Assert.Equal("g r", curve.Bands);
        Assert.Equal(rows, curve.EnumeratePoints().Select(point => point.ToRow()));
        Assert.All(curve.EnumeratePoints(), point => Assert.Equal(Psid, point.Psid));
    }

    [Fact]
    public void The_first_time_is_the_earliest_of_any_band_and_stays_when_points_are_cut()
    {
        LightCurve curve =
            Build([Row(30, 17, "r"), Row(10, double.NaN, "g"), Row(20, 18, "g"), Row(double.NaN, 17, "g")]);
        Assert.Equal(10, curve.FirstTime);
        LightCurve cut = curve.Where(i => curve.Band[i] == "r");
        Assert.Equal(1, cut.Points);
        Assert.Equal(10, cut.FirstTime);
    }

    [Fact]
    public void The_baseline_is_from_the_first_finite_time_to_the_last()
    {
        LightCurve curve = Build(
        [
            Row(30, 17, "r"), Row(10.5, double.NaN, "g"), Row(double.NaN, 17, "g"),
            Row(double.PositiveInfinity, 17, "g"), Row(double.NegativeInfinity, 17, "g"),
        ]);
        Assert.Equal(19.5, curve.Baseline);
        Assert.Equal(10.5, curve.FirstTime);
        Assert.Equal(0, curve.Where(i => curve.Time[i] == 30).Baseline);
        Assert.Equal(0, curve.Where(_ => false).Baseline);
    }

    [Fact]
    public void A_first_time_from_before_a_cut_can_be_given()
    {
        var builder = new LightCurveBuilder(Psid);
        builder.StartAt(double.NaN);
        builder.Add(Row(30, 17, "r"));
        Assert.Equal(30, builder.Build().FirstTime);
        builder.Add(Row(30, 17, "r"));
        builder.StartAt(5);
        Assert.Equal(5, builder.Build().FirstTime);
    }

    [Fact]
    public void Exposures_are_put_in_the_order_of_their_times_and_equal_times_stay_as_they_came()
    {
        LightCurve curve = Build([Row(3, 17, "r"), Row(1, 18, "g"), Row(3, 19, "g"), Row(2, 20, "i"), Row(3, 21, "i")]);
        Assert.Equal([1, 2, 3, 3, 3], curve.Time);
        Assert.Equal([18, 20, 17, 19, 21], curve.Mag);
        Assert.Equal(["g", "i", "r", "g", "i"], curve.Band);
    }

    [Fact]
    public void One_builder_makes_many_light_curves_that_share_nothing()
    {
        var builder = new LightCurveBuilder(1, capacity: 2);
        var curves = new List<LightCurve>();
        for (int star = 1; star <= 5; star++)
        {
            builder.Begin(star);
            for (int i = 0; i < star; i++)
            {
                builder.Add(Row((100 * star) + i, star, "g"));
            }

            curves.Add(builder.Build());
        }

        Assert.All(curves, curve =>
        {
            Assert.Equal(curve.Psid, curve.Points);
            Assert.Equal(Enumerable.Range(0, curve.Points).Select(i => (100.0 * curve.Psid) + i), curve.Time);
            Assert.All(curve.Mag, mag => Assert.Equal(curve.Psid, mag));
            Assert.Equal(100.0 * curve.Psid, curve.FirstTime);
        });
    }

    [Fact]
    public void A_builder_is_empty_after_it_has_built()
    {
        var builder = new LightCurveBuilder(Psid);
        builder.Add(Row(1, 17, "g"));
        LightCurve first = builder.Build();
        builder.Add(Row(2, 18, "r"));
        LightCurve second = builder.Build();
        Assert.Equal([1], first.Time);
        Assert.Equal([2], second.Time);
        Assert.Equal(0, builder.Count);
    }

    [Fact]
    public void An_empty_light_curve_has_no_first_time_and_no_bands()
    {
        LightCurve curve = Build([]);
        Assert.Equal(double.NaN, curve.FirstTime);
        Assert.Equal("", curve.Bands);
        Assert.Equal(0, curve.Points);
    }

    [Fact]
    public void A_light_curve_carries_its_star_and_the_name_of_its_position_through_cuts()
    {
        var star = new ZvarObject { Psid = Psid, Ra = 1, Dec = 2 };
        LightCurve curve = Build([Row(1, 17, "g"), Row(2, 18, "r")]).Of(star, "mine");
        LightCurve cut = curve.Where(i => i == 1);
        Assert.Same(star, cut.Object);
        Assert.Equal("mine", cut.TargetName);
        Assert.Equal("mine", cut.EnumeratePoints().Single().TargetName);
    }

    [Fact]
    public void Points_and_light_curves_read_well_in_any_culture()
    {
        using var german = new InCulture("de-DE");
        LightCurve curve = Build(
        [
            Row(2458263.981924, 17.41657, "g") with { MagErr = 0.036399588 },
            Row(2458264.5, double.NaN, "r") with { LimitingMag = 20.5 },
            Row(2458265.5, double.NaN, "r"),
        ]);
        Assert.Equal("145120008365555264: 3 points in g r", curve.ToString());
        Assert.Equal(
            ["2458263.98192 g 17.417 ± 0.036", "2458264.50000 r fainter than 20.500", "2458265.50000 r not detected"],
            curve.EnumeratePoints().Select(point => point.ToString()));
    }

    private static PhotometryRow Row(double time, double mag, string band) =>
        new() { Time = time, Mag = mag, Band = band };

    private static LightCurve Build(IEnumerable<PhotometryRow> rows, int capacity = 16)
    {
        var builder = new LightCurveBuilder(Psid, capacity);
        foreach (PhotometryRow row in rows)
        {
            builder.Add(row);
        }

        return builder.Build();
    }
}
