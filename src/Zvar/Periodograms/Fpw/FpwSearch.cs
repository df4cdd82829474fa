namespace Zvar;

/// <summary>
/// Searches a grid by FPW with 5, 10 and 20 bins at once. All frequencies are folded roughly, as <see cref="FpwScreen"/>
/// does it; around the best of them steps an eighth as wide are tried, since the usual grid is too coarse for 20 bins; and
/// of these the best are computed exactly, in double precision.
/// </summary>
internal static class FpwSearch
{
    // Of the grid's frequencies how many are looked at closely for each number of bins: more where there are fewer points
    // than a number, since a chunk is then a rougher picture of them; and how many at least and at most.
    private const double LookedAt = 0.005;
    private const double ManyPoints = 600;
    private const int FewestLookedAt = 500;
    private const int MostLookedAt = 50_000;

    // Of the narrower steps how many are computed exactly for each number of bins.
    private const int ComputedExactly = 2000;

    // A step of the grid has so many narrow ones; a block has those from half a step below a frequency to half above,
    // and as many again beyond.
    private const int Narrower = 8;

    // The points that are folded between one look at whether to stop and the next: some ten milliseconds.
    private const int PointsBetweenStops = 1 << 22;

    // The blocks after which phases are computed anew.
    private const int BlocksBetweenStarts = 256;

    /// <summary>The highest peaks for each number of bins, more than <paramref name="distance"/> apart.</summary>
    /// <param name="series">The light curve.</param>
    /// <param name="grid">The frequencies.</param>
    /// <param name="bins">5, 10 or 20, any of them.</param>
    /// <param name="count">How many peaks of each.</param>
    /// <param name="distance">In cycles a day.</param>
    /// <param name="stop">Stops it.</param>
    internal static IReadOnlyList<Peak>[] Find(
        TimeSeries series,
        FrequencyGrid grid,
        IReadOnlyList<int> bins,
        int count,
        double distance,
        CancellationToken stop)
    {
        long[] places = Screen(series, grid, bins, stop);
        long[][] narrow = ScreenNarrowly(series, grid, places, bins, stop);
        var found = new IReadOnlyList<Peak>[bins.Count];
        for (int i = 0; i < found.Length; i++)
        {
            var kernel = new FpwKernel(series, bins[i]);
            var peaks = new PeakList(count, distance);
            foreach (long place in narrow[i])
            {
                stop.ThrowIfCancellationRequested();
                double frequency = grid.First + (place * grid.Step / Narrower);
                peaks.Add(frequency, kernel.PowerAt(frequency));
            }

            found[i] = peaks.ToList();
        }

        return found;
    }

    // The places in the grid that are among the best for any number of bins.
    private static long[] Screen(TimeSeries series, FrequencyGrid grid, IReadOnlyList<int> bins, CancellationToken stop)
    {
        double share = LookedAt * Math.Max(1, ManyPoints / series.Points);
        int kept = (int)Math.Clamp(grid.Count * share, FewestLookedAt, MostLookedAt);
        BestFrequencies[] best = [.. bins.Select(_ => new BestFrequencies(kept))];
        var screen = new FpwScreen(series, grid.Step);
        float[][] powers = [.. bins.Select(screen.Powers.Of)];
        int blocksBetweenStops = BlocksBetweenStops(series);
        for (long from = 0; from < grid.Count; from += IFpwFold.Block)
        {
            if (from / IFpwFold.Block % blocksBetweenStops == 0)
            {
                stop.ThrowIfCancellationRequested();
            }

            if (from % (IFpwFold.Block * BlocksBetweenStarts) == 0)
            {
                screen.Start(grid[from]);
            }
            else
            {
                screen.Next();
            }

            int count = (int)Math.Min(IFpwFold.Block, grid.Count - from);
            for (int i = 0; i < best.Length; i++)
            {
                AddBest(best[i], powers[i].AsSpan(0, count), from);
            }
        }

        return [.. best.SelectMany(one => one.ToPlaces()).Distinct().Order()];
    }

    // For each number of bins the best places among the narrow steps around those of the grid.
    private static long[][] ScreenNarrowly(
        TimeSeries series, FrequencyGrid grid, long[] places, IReadOnlyList<int> bins, CancellationToken stop)
    {
        BestFrequencies[] best = [.. bins.Select(_ => new BestFrequencies(ComputedExactly))];
        double step = grid.Step / Narrower;
        var screen = new FpwScreen(series, step);
        float[][] powers = [.. bins.Select(screen.Powers.Of)];
        long end = 0;
        int blocksBetweenStops = BlocksBetweenStops(series);
        for (int at = 0; at < places.Length; at++)
        {
            if (at % blocksBetweenStops == 0)
            {
                stop.ThrowIfCancellationRequested();
            }

            // Not below zero, and nothing twice.
            long from = Math.Max(Math.Max((places[at] * Narrower) - (IFpwFold.Block / 2), 1 - LowestPlace(grid)), end);
            long until = (places[at] * Narrower) + (Narrower / 2) + 1;
            for (; from < until; from += IFpwFold.Block)
            {
                screen.Start(grid.First + (from * step));
                for (int i = 0; i < best.Length; i++)
                {
                    AddBest(best[i], powers[i], from);
                }

                end = from + IFpwFold.Block;
            }
        }

        return [.. best.Select(one => one.ToPlaces())];

        // How many narrow steps the grid's first frequency is above zero.
        static long LowestPlace(FrequencyGrid grid) => (long)(grid.First * Narrower / grid.Step);
    }

    // At the most, when each point is folded by itself at each frequency.
    private static int BlocksBetweenStops(TimeSeries series) =>
        1 + (PointsBetweenStops / (IFpwFold.Block * series.Points));

    private static void AddBest(BestFrequencies best, ReadOnlySpan<float> powers, long from)
    {
        float threshold = best.Threshold;
        for (int j = 0; j < powers.Length; j++)
        {
            if (powers[j] > threshold)
            {
                best.Add(powers[j], from + j);
                threshold = best.Threshold;
            }
        }
    }
}
