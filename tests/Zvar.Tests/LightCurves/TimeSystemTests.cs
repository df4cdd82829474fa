namespace Zvar.Tests.LightCurves;

public class TimeSystemTests
{
    [Theory]
    [InlineData("BJD", "BJD")]
    [InlineData("bjd (tdb)", "BJD (TDB)")]
    [InlineData("BJD_TDB", "BJD (TDB)")]
    [InlineData("HJD/UTC", "HJD (UTC)")]
    [InlineData("mjd utc", "JD (UTC)")]
    [InlineData("bmjd", "BJD")]
    [InlineData("BJD (TCB)", "BJD (TCB)")]
    [InlineData("time", "time")]
    public void A_time_system_is_read_as_people_write_it(string text, string read)
    {
        var system = TimeSystem.Parse(text);
        Assert.Equal(read, system.ToString());
        Assert.Equal(system, TimeSystem.Parse(read));
    }

    [Theory]
    [InlineData("")]
    [InlineData("TDB")]
    [InlineData("BJD (GPS)")]
    [InlineData("BJD TDB UTC")]
    public void What_is_none_is_told_with_what_would_be(string text) => Assert.Contains(
        TimeSystem.Forms, Assert.Throws<FormatException>(() => TimeSystem.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_light_curve_of_ZVAR_is_in_BJD_and_AB_magnitudes_and_of_no_table()
    {
        LightCurve curve = new LightCurveBuilder(1).Build();
        Assert.Equal(
            ("BJD", MagnitudeKind.Ab, null), (curve.TimeSystem.ToString(), curve.MagnitudeKind, curve.Source));
    }

    [Fact]
    public void What_a_light_curve_is_stays_with_it_whatever_becomes_of_it()
    {
        var origin = new PhotometryOrigin(new(TimeReference.Hjd, TimeScale.Utc), MagnitudeKind.Vega, "a survey (hjd)");
        var builder = new LightCurveBuilder(1) { Origin = origin };
        for (int i = 0; i < 3; i++)
        {
            builder.Add(new PhotometryRow { Time = i, Mag = 15, Band = "V" });
        }

        LightCurve curve = builder.Build();
        LightCurve[] made =
        [
            curve.Of(zvarObject: null, "name", 0.5), curve.Where(i => i > 0), curve.AsSynthetic(),
            new QualityCuts { DetectionsOnly = true, MinPoints = 1 }.Apply(curve), curve.EnumeratePoints().First().GetLightCurve(),
        ];
        Assert.All(made, one => Assert.Equal(
            (origin.TimeSystem, origin.MagnitudeKind, origin.Source), (one.TimeSystem, one.MagnitudeKind, one.Source)));
        Assert.All(new Fold(curve, 1, 0).EnumeratePoints(), point => Assert.Equal(origin, point.GetOrigin()));
        Assert.All(new Fold(curve, 1, 0).Bin(2), point => Assert.Equal(origin, point.GetOrigin()));
    }
}
