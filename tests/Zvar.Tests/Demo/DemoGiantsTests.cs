namespace Zvar.Tests.Demo;

public class DemoGiantsTests
{
    // The notebook's workflow: significant periods, a Gaia match, red, luminous.
    [Theory]
    [InlineData(4.9385528564453125, 36.31493377685547)]
    [InlineData(4.93855, 36.31493)]
    public async Task The_notebooks_search_for_giants_finds_at_least_two(double ra, double dec)
    {
        List<ZvarObject> found = await DemoQuestions.FindConeAsync(
            ra, dec, 600, new ConeFilter { ObjectType = ObjectType.Star, MinSignificance = 40 }.WithPeriodRange());

        List<GaiaMatch> giants = [.. (await DemoQuestions.MatchGaiaAsync(found)).Where(IsGiant)];

        Assert.InRange(giants.Count, 2, 12);
    }

    [Fact]
    public async Task Giants_are_where_giants_are_in_the_colour_magnitude_diagram()
    {
        List<ZvarObject> bright = [.. (await DemoQuestions.FindConeAsync(50, 20))
            .Where(star => star.Matchfiles[0].MinMag < 16)];

        List<GaiaMatch> measured = [.. (await DemoQuestions.MatchGaiaAsync(bright, 1))
            .Where(source => source.ParallaxOverError > 10)];

        // Red stars are either luminous or faint: nothing lies between the giants and the main sequence.
        Assert.Contains(measured, source => source.BpRp > 1.05 && source.AbsoluteMagnitude < 3);
        Assert.Contains(measured, source => source.BpRp > 1.05 && source.AbsoluteMagnitude > 5);
        Assert.DoesNotContain(measured, source => source.BpRp > 1.1 && source.AbsoluteMagnitude is > 3.6 and < 4.6);
    }

    [Fact]
    public async Task Gaia_measures_bright_stars_well_and_faint_ones_badly_or_not()
    {
        List<GaiaMatch> sources = await DemoQuestions.MatchGaiaAsync(await DemoQuestions.FindConeAsync(50, 20), 1);

        Assert.All(
            sources.Where(source => source.PhotGMeanMag < 15),
            source => Assert.InRange(source.ParallaxError, 0.015, 0.05));
        Assert.All(
            sources.Where(source => source.PhotGMeanMag > 20.2 && !double.IsNaN(source.Parallax)),
            source => Assert.InRange(source.ParallaxError, 0.4, 2));
        Assert.Contains(sources, source => double.IsNaN(source.Parallax) && double.IsNaN(source.PmRa));
        Assert.Contains(sources, source => double.IsNaN(source.BpRp));
        Assert.Contains(sources, source => source.Parallax < 0);
        Assert.All(sources.Where(source => !double.IsNaN(source.Pm)), source => Assert.Equal(
            Math.Sqrt((source.PmRa * source.PmRa) + (source.PmDec * source.PmDec)), source.Pm, 1e-5 * source.Pm));
    }

    private static bool IsGiant(GaiaMatch source) =>
        source.ParallaxOverError > 3 && source.BpRp > 1 && source.AbsoluteMagnitude < 3;
}
