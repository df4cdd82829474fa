namespace Zvar.Tests.Demo;

public class DemoPopulationTests
{
    public static TheoryData<double, double> Places => new()
    {
        { 4.9385528564453125, 36.31493377685547 },
        { 0.8365, 30.9372 },
        { 180, 89.99 },
        { 0, -90 },
        { 200, -60.5 },
        { 359.99, 20 },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_cone_of_ten_arcminutes_has_some_two_thousand_stars(double ra, double dec) =>
        Assert.InRange((await DemoQuestions.FindConeAsync(ra, dec)).Count, 1800, 2200);

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_strict_cut_on_significance_leaves_tens_of_stars(double ra, double dec)
    {
        ConeFilter filter = new ConeFilter { ObjectType = ObjectType.Star, MinSignificance = 40 }.WithPeriodRange();

        Assert.InRange((await DemoQuestions.FindConeAsync(ra, dec, 600, filter)).Count, 8, 60);
    }

    [Fact]
    public async Task Most_stars_are_constant_and_their_periods_insignificant()
    {
        List<ZvarObject> stars = await DemoQuestions.FindConeAsync(50, 20);

        Assert.InRange(stars.Count(star => star.Significance < 15) / (double)stars.Count, 0.96, 0.995);
        Assert.All(stars.SelectMany(star => star.Periods), entry =>
        {
            Assert.InRange(entry.Significance, 7, 52);
            Assert.InRange(entry.Period, ConeFilter.ShortestPeriod, ConeFilter.LongestPeriod);
        });
    }

    // What a wrong period folds is noise, about 2; what the listed one folds is a curve.
    [Fact]
    public async Task Significant_stars_fold_at_their_listed_periods()
    {
        List<LightCurve> lightCurves = await DemoQuestions.GetLightCurvesAsync(
            await DemoQuestions.FindConeAsync(50, 20, 600, new ConeFilter { MinSignificance = 42 }));

        Assert.NotEmpty(lightCurves);
        double[] folded = [.. lightCurves.Select(curve => DemoQuestions.LaflerKinman(curve, curve.Object!.Period))];
        Assert.All(
            lightCurves.Zip(folded),
            pair => Assert.True(
                pair.Second < 0.6 * DemoQuestions.LaflerKinman(pair.First, pair.First.Object!.Period * 1.1234)));
        Assert.InRange(folded.Order().ElementAt(folded.Length / 2), 0, 0.15);
    }

    [Fact]
    public async Task Some_stars_are_listed_at_half_their_period()
    {
        List<LightCurve> lightCurves = await DemoQuestions.GetLightCurvesAsync(
            await DemoQuestions.FindConeAsync(50, 20, 600, new ConeFilter { MinSignificance = 45 }));

        Assert.Contains(lightCurves, curve =>
            DemoQuestions.LaflerKinman(curve, 2 * curve.Object!.Period)
            < 0.7 * DemoQuestions.LaflerKinman(curve, curve.Object.Period));
    }

    [Fact]
    public async Task Stars_vary_less_in_red_light_than_in_blue()
    {
        var filter = new ConeFilter { MinSignificance = 45 };

        List<ZvarObject> stars = await DemoQuestions.FindConeAsync(50, 20, 600, filter);

        Assert.NotEmpty(stars);
        Assert.All(stars, star => Assert.True(
            star.Matchfiles.First(file => file.Band == "r").Amplitude
            < star.Matchfiles.First(file => file.Band == "g").Amplitude));
    }
}
