namespace Zvar;

/// <summary>The powers of a light curve by frequency, all of a grid or as many as a plot shows.</summary>
public sealed class Periodogram
{
    // A block of frequencies at a time: memory does not grow with the grid.
    private const int Block = 1 << 16;

    private Periodogram(PeriodogramMethod method, FrequencyGrid grid, double[] frequency, double[] power) =>
        (Method, Grid, Frequency, Power) = (method, grid, frequency, power);

    /// <summary>The method.</summary>
    public PeriodogramMethod Method { get; }

    /// <summary>The grid it was computed on.</summary>
    public FrequencyGrid Grid { get; }

    /// <summary>The frequencies in cycles a day, rising.</summary>
    public double[] Frequency { get; }

    /// <summary>The share of the chi² about the bands' means that the model takes away, 0 to 1.</summary>
    public double[] Power { get; }

    /// <summary>
    /// Computes the whole grid and keeps the highest power in each of a number of cells that are equally wide in the
    /// logarithm of the frequency, so that no peak is lost. Where a method has a fast way to tell which is highest, that
    /// one alone is computed exactly.
    /// </summary>
    /// <param name="series">The light curve.</param>
    /// <param name="method">The method.</param>
    /// <param name="grid">The frequencies.</param>
    /// <param name="cells">How many points to keep at most.</param>
    /// <param name="stop">Stops it.</param>
    public static Periodogram ComputeThinned(
        TimeSeries series, PeriodogramMethod method, FrequencyGrid grid, int cells, CancellationToken stop = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cells, 1);
        double scale = cells / Math.Log(grid.Last / grid.First);
        var frequencies = new List<double>();
        var powers = new List<double>();
        int current = -1;
        foreach ((double frequency, double power) in Screen(series, method, grid, stop))
        {
            int cell = grid.Count == 1 ? 0 : Math.Min(cells - 1, (int)(Math.Log(frequency / grid.First) * scale));
            if (cell != current)
            {
                current = cell;
                frequencies.Add(frequency);
                powers.Add(power);
            }
            else if (power > powers[^1])
            {
                (frequencies[^1], powers[^1]) = (frequency, power);
            }
        }

        IPeriodogramKernel kernel = Kernels.Of(method, series);
        return new Periodogram(method, grid, [.. frequencies], [.. frequencies.Select(kernel.PowerAt)]);
    }

    /// <summary>All powers of a grid one by one, from the lowest frequency; a block at a time is computed.</summary>
    /// <param name="series">The light curve.</param>
    /// <param name="method">The method.</param>
    /// <param name="grid">The frequencies.</param>
    /// <param name="stop">Stops it.</param>
    public static IEnumerable<(double Frequency, double Power)> Enumerate(
        TimeSeries series, PeriodogramMethod method, FrequencyGrid grid, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(grid);
        IPeriodogramKernel kernel = Kernels.Of(method, series);
        double[] power = new double[Math.Min(Block, grid.Count)];
        for (long from = 0; from < grid.Count; from += Block)
        {
            stop.ThrowIfCancellationRequested();
            int count = (int)Math.Min(Block, grid.Count - from);
            kernel.Compute(grid[from], grid.Step, power.AsSpan(0, count));
            for (int i = 0; i < count; i++)
            {
                yield return (grid[from + i], power[i]);
            }
        }
    }

    private static IEnumerable<(double Frequency, double Power)> Screen(
        TimeSeries series, PeriodogramMethod method, FrequencyGrid grid, CancellationToken stop) => method switch
        {
            PeriodogramMethod.Fpw5 => FpwScreen.Enumerate(series, grid, 5, stop),
            PeriodogramMethod.Fpw10 => FpwScreen.Enumerate(series, grid, 10, stop),
            PeriodogramMethod.Fpw20 => FpwScreen.Enumerate(series, grid, 20, stop),
            _ => Enumerate(series, method, grid, stop),
        };
}
