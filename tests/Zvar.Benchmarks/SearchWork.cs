using System.Diagnostics;
using System.Globalization;

namespace Zvar.Benchmarks;

/// <summary>
/// The searches that are timed, on made-up points: with FPW and Lomb–Scargle, on one core, best of several rounds. Also
/// run in a process of its own, with the processor's vectors switched off.
/// </summary>
internal static class SearchWork
{
    internal const int Points = 1126;
    internal const double Baseline = 2500;
    internal const double Amplitude = 0.1;

    private const int Rounds = 5;
    private const int FewFrequencies = 200_000;

    /// <summary>The grid of 5 minutes to 10 days.</summary>
    internal static FrequencyGrid Grid(TimeSeries series) => FrequencyGrid.Of(series.Baseline, 5.0 / 1440, 10, 5);

    /// <summary>A star of so many points in each of some bands, in seasons.</summary>
    internal static LightCurve MakeStar(int seed, params string[] bands)
    {
        var random = new Random(seed);
        var builder = new LightCurveBuilder(seed);
        for (int i = 0; i < Points; i++)
        {
            double time = Baseline * (i + random.NextDouble()) / Points;
            builder.Add(new PhotometryRow
            {
                Time = 2458000 + time,
                Mag = 17 + (Amplitude * Math.Sin(Math.Tau * time / 0.4567)) + (0.1 * (random.NextDouble() - 0.5)),
                MagErr = 0.02 + (0.03 * random.NextDouble()),
                Band = bands[i % bands.Length],
            });
        }

        return builder.Build();
    }

    /// <summary>Times everything once, for whoever started this process: seconds, one to a line.</summary>
    internal static void Print()
    {
        Times times = Time();
        foreach (double seconds in new[] { times.Screen, times.Search, times.Few, times.Many })
        {
            Console.WriteLine(seconds.ToString("R", CultureInfo.InvariantCulture));
        }
    }

    internal static Times Read(string said)
    {
        double[] seconds = Array.ConvertAll(
            said.Trim().Split('\n'), line => double.Parse(line, CultureInfo.InvariantCulture));
        return new Times(seconds[0], seconds[1], seconds[2], seconds[3]);
    }

    internal static Times Time()
    {
        var series = TimeSeries.Of(MakeStar(1, "r"));
        FrequencyGrid grid = Grid(series);
        var kernel = new LombScargleKernel(series);
        double[] few = new double[FewFrequencies];
        double[] many = new double[grid.Count];
        return new Times(
            Best(() => Screen(series, grid)),
            Best(() => FpwSearch.Find(series, grid, [20, 10, 5], 6, 6 * grid.Step, default)),
            Best(() => kernel.Compute(grid.First, grid.Step, few)),
            Best(() => kernel.Compute(grid.First, grid.Step, many)));
    }

    internal static double Best(Action work)
    {
        double best = double.PositiveInfinity;
        for (int round = 0; round < Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            work();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return best;
    }

    private static void Screen(TimeSeries series, FrequencyGrid grid)
    {
        var screen = new FpwScreen(series, grid.Step);
        float highest = 0;
        for (long from = 0; from < grid.Count; from += IFpwFold.Block)
        {
            if (from == 0)
            {
                screen.Start(grid.First);
            }
            else
            {
                screen.Next();
            }

            foreach (float power in screen.Powers.Power20)
            {
                highest = Math.Max(highest, power);
            }
        }

        if (!(highest > 0))
        {
            throw new InvalidOperationException("Nothing was found.");
        }
    }

    /// <summary>Seconds: FPW roughly and whole, Lomb–Scargle at 200,000 frequencies and at the whole grid.</summary>
    internal readonly record struct Times(double Screen, double Search, double Few, double Many);
}
