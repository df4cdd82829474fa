using Zvar.Demo;

namespace Zvar.Tests.Demo;

public class DemoCadenceTests
{
    [Theory]
    [InlineData(50, 20)]
    [InlineData(210, -15)]
    public async Task A_star_is_observed_in_seasons_parted_by_the_sun(double ra, double dec)
    {
        LightCurve lightCurve = await AnyLightCurveAsync(ra, dec);

        double[] gaps = [.. lightCurve.Time.Zip(lightCurve.Time.Skip(1), (before, after) => after - before)];
        Assert.InRange(gaps.Count(gap => gap > 80), 6, 8);
        Assert.InRange(lightCurve.Time[0], 2458200, 2458400);
        Assert.InRange(lightCurve.Time[^1], 2460400, 2460701);
    }

    [Fact]
    public async Task Near_the_pole_there_are_no_seasons()
    {
        LightCurve lightCurve = await AnyLightCurveAsync(80, 85);

        Assert.InRange(lightCurve.Time.Zip(lightCurve.Time.Skip(1), (before, after) => after - before).Max(), 1, 40);
    }

    // Palomar's nights lie about 0.83 of the Julian day.
    [Fact]
    public async Task It_is_observed_by_night_and_once_to_a_few_times_in_each()
    {
        LightCurve lightCurve = await AnyLightCurveAsync(50, 20);

        Assert.All(lightCurve.Time, time => Assert.InRange(time - Math.Floor(time - 0.5), 0.6, 1.4));
        int[] visits = [.. lightCurve.EnumeratePoints()
            .CountBy(point => (point.Field, point.Band, Math.Floor(point.Time - 0.3))).Select(night => night.Value)];
        Assert.InRange(visits.Average(), 1.1, 2.2);
        Assert.InRange(visits.Max(), 2, 12);
    }

    [Fact]
    public async Task The_stars_of_a_field_are_observed_together()
    {
        ZvarObject[] stars = [.. (await DemoQuestions.FindConeAsync(50, 20, 60)).Take(2)];

        List<LightCurve> lightCurves = await DemoQuestions.GetLightCurvesAsync(stars);

        Assert.Equal(lightCurves[0].Time, lightCurves[1].Time);
    }

    [Fact]
    public async Task Some_stars_are_observed_in_i_and_some_in_two_fields()
    {
        ZvarObject[] stars = [.. await Task.WhenAll(Enumerable.Range(0, 40).Select(async i =>
            (await DemoQuestions.FindConeAsync(9 * i, (37 * i % 150) - 75, 60))[0]))];

        int inI = stars.Count(star => star.Matchfiles.Any(file => file.Band == "i"));
        int inTwoFields = stars.Count(star => star.Matchfiles.Select(file => file.Field).Distinct().Count() == 2);
        Assert.InRange(inI, 1, 15);
        Assert.InRange(inTwoFields, 1, 15);
        Assert.All(stars, star => Assert.Contains(star.Matchfiles, file => file.Band == "r"));
    }

    // The real survey had processed 46,929 files of 371 fields when the ZVAR notebook ran.
    [Fact]
    public async Task The_processed_files_are_about_as_many_as_the_surveys()
    {
        CancellationToken token = TestContext.Current.CancellationToken;

        List<ProcessingLog> logs = await new DemoSky().GetProcessingLogsAsync(token).ToListAsync(token);

        Assert.InRange(logs.Count, 40_000, 60_000);
        Assert.InRange(ZvarField.Count(logs).Count(), 330, 430);
        Assert.All(logs, log =>
        {
            Assert.True(log.Synthetic);
            Assert.Contains("processed", log.GetColumns().Keys);
        });
    }

    [Fact]
    public async Task A_cancelled_answer_stops_in_the_middle()
    {
        using var cancelling = new CancellationTokenSource();
        int came = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (ProcessingLog _ in new DemoSky().GetProcessingLogsAsync(cancelling.Token))
            {
                if (++came == 3)
                {
                    await cancelling.CancelAsync();
                }
            }
        });

        Assert.Equal(3, came);
    }

    [Fact]
    public void It_says_that_it_is_synthetic()
    {
        var sky = new DemoSky();

        Assert.Equal("demo sky (synthetic)", sky.Description);
    }

    private static async Task<LightCurve> AnyLightCurveAsync(double ra, double dec) =>
        await DemoQuestions.GetLightCurveAsync((await DemoQuestions.FindConeAsync(ra, dec, 60))[0].Psid);
}
