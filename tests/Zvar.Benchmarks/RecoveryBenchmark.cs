using System.Diagnostics;
using Zvar.Benchmarks.Measuring;
using Zvar.Demo;

namespace Zvar.Benchmarks;

/// <summary>
/// How often the first period that is found is the star's own, or half or twice that, by class: the demo sky knows what
/// its stars are. They are synthetic, and no measure for real ones.
/// </summary>
internal static class RecoveryBenchmark
{
    private const int StarsOfClass = 25;

    // How near a period must be.
    private const double Tolerance = 0.01;

    private static readonly PeriodSearchOptions Usual = new();

    internal static async Task RunAsync()
    {
        await using var sky = new DemoSky();
        var table = new Table("class", "stars", "searched to", "P", "P/2", "2P", "alias", "other", "a star takes");
        foreach (IGrouping<StarClass, DemoStar> stars in Pick().GroupBy(star => star.Class).OrderBy(group => group.Key))
        {
            // The periods of giants are longer than the range of the usual search.
            PeriodSearchOptions options = Usual with { MaxPeriod = stars.Key == StarClass.LongPeriod ? 500 : 10 };
            long start = Stopwatch.GetTimestamp();
            Outcome[] outcomes = new Outcome[stars.Count()];
            await Parallel.ForEachAsync(stars.Select((star, i) => (star, i)), async (one, stop) =>
            {
                PhotometryRequest request = new([one.star.Psid], Band.All);
                LightCurve lightCurve = await sky.GetLightCurvesAsync(request, stop).FirstAsync(stop);
                outcomes[one.i] = Judge(one.star, PeriodSearch.Find(lightCurve, options, stop)[0]);
            });
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds * Environment.ProcessorCount / outcomes.Length;
            table.Add(
                [
                    $"{stars.Key}",
                    $"{outcomes.Length}",
                    $"{options.MaxPeriod} d",
                    .. Enum.GetValues<Outcome>().Select(outcome => $"{outcomes.Count(one => one == outcome)}"),
                    Table.Seconds(seconds),
                ]);
        }

        table.Print();
    }

    // Of each class the first stars that are bright enough to be seen to vary, from cones along the sky.
    private static IEnumerable<DemoStar> Pick() => Enumerable.Range(0, 180)
        .SelectMany(i => DemoStars.Around(new SkyPosition(2.0 * i, -20 + (i % 80)), 600, default))
        .Where(star => star is { Class: not StarClass.Constant, MeanR: < 18 })
        .GroupBy(star => star.Class)
        .SelectMany(stars => stars.Take(StarsOfClass));

    private static Outcome Judge(DemoStar star, PeriodCandidate found) => (found.Period / star.Period) switch
    {
        var ratio when IsNear(ratio, 1) => Outcome.Exact,
        var ratio when IsNear(ratio, 0.5) => Outcome.Half,
        var ratio when IsNear(ratio, 2) => Outcome.Double,
        _ when found.Alias.Length > 0 => Outcome.Alias,
        _ => Outcome.Other,
    };

    private static bool IsNear(double ratio, double whole) => Math.Abs((ratio / whole) - 1) < Tolerance;

    private enum Outcome
    {
        Exact,
        Half,
        Double,
        Alias,
        Other,
    }
}
