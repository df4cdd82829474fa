using System.Diagnostics;
using Zvar.Benchmarks.Measuring;
using Zvar.Demo;

namespace Zvar.Benchmarks;

/// <summary>
/// How fast the demo sky answers: each question at another place of the sky, so that nothing is remembered.
/// </summary>
internal static class DemoSkyBenchmark
{
    private const int Questions = 101;

    internal static async Task RunAsync()
    {
        await using var sky = new DemoSky();
        List<ZvarObject> stars = [];
        double cone = await MedianAsync(async i => stars.AddRange(await FindAsync(sky, i).ToListAsync()));
        int step = stars.Count / Questions;
        double lightCurve = await MedianAsync(async i => await GetAsync(sky, stars[i * step]).CountAsync());

        var table = new Table("question", "stars", "median", "goal");
        table.Add("a cone of 10′", $"{stars.Count / Questions}", Table.Milliseconds(cone), "< 50 ms");
        table.Add("a light curve", "1", Table.Milliseconds(lightCurve), "< 1 ms");
        table.Print();
    }

    private static IAsyncEnumerable<ZvarObject> FindAsync(DemoSky sky, int i)
    {
        var position = new SkyPosition(i * 360.0 / Questions, -20 + (i % 90));
        return sky.FindConesAsync(new ConeSearch([new ConeTarget(null, position, 600)], ConeFilter.None), default)
            .Select(result => result.Object);
    }

    private static IAsyncEnumerable<LightCurve> GetAsync(DemoSky sky, ZvarObject star) =>
        sky.GetLightCurvesAsync(new PhotometryRequest([star.Psid], Band.All), default);

    // The first question of each kind warms the compiler up, and a median does not mind it.
    private static async Task<double> MedianAsync(Func<int, Task> ask)
    {
        double[] seconds = new double[Questions];
        for (int i = 0; i < Questions; i++)
        {
            long start = Stopwatch.GetTimestamp();
            await ask(i);
            seconds[i] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        return Measure.Median(seconds);
    }
}
