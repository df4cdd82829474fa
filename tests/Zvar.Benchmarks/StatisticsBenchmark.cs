using Zvar.Benchmarks.Measuring;

namespace Zvar.Benchmarks;

/// <summary>What the statistics of a light curve cost, by the number of its points and of its bands.</summary>
internal static class StatisticsBenchmark
{
    private const int Rounds = 11;

    internal static async Task RunAsync()
    {
        (int Points, int Bands)[] sizes = [(1_000, 3), (50_000, 3), (500_000, 3), (50_000, 50_000)];
        var table = new Table("points", "bands", "median", "a point");
        foreach ((int points, int bands) in sizes)
        {
            LightCurve lightCurve = Make(points, bands);
            Task MeasureAsync() => Task.FromResult(Variability.Measure(lightCurve));
            await MeasureAsync();
            Cost[] costs = await Measure.MediansAsync(Rounds, () => Measure.OnceAsync(MeasureAsync));
            double seconds = costs[0].Wall;
            table.Add($"{points:N0}", $"{bands:N0}", Table.Milliseconds(seconds), $"{1e9 * seconds / points:0} ns");
        }

        table.Print();
    }

    private static LightCurve Make(int points, int bands)
    {
        var random = new Random(1);
        LightCurveBuilder builder = new(145120008365555264, points);
        for (int i = 0; i < points; i++)
        {
            builder.Add(new PhotometryRow
            {
                Time = 2458000 + (0.02 * i),
                Mag = 17 + random.NextDouble(),
                MagErr = 0.01 + (0.01 * random.NextDouble()),
                Band = $"{i % bands}",
            });
        }

        return builder.Build();
    }
}
