namespace Zvar;

/// <summary>
/// All bands of a light curve folded at blocks of neighbouring frequencies, each band as suits its points: in chunks, one
/// by one, or one by one in double precision.
/// </summary>
internal sealed class FpwScreen
{
    // Below so many points those that a chunk leaves in a neighbouring bin count for too much.
    private const int LeastPointsOfChunks = 150;

    // Rounded steps of phase are brought back to exact ones after so many blocks.
    private const int BlocksBetweenStarts = 256;

    private readonly IFpwFold[] _folds;

    /// <summary>Prepares a light curve.</summary>
    /// <param name="series">The light curve.</param>
    /// <param name="step">From one frequency to the next.</param>
    /// <param name="pointByPoint">Whether no points are folded together, for powers as they are and not nearly.</param>
    internal FpwScreen(TimeSeries series, double step, bool pointByPoint = false) => _folds =
    [
        .. series.Bands
            .Where(band => band.ChiSquared > 0)
            .Select(band => (IFpwFold?)(pointByPoint || series.Points < LeastPointsOfChunks
                    ? null
                    : FpwChunks.TryCreate(band, step, series.ChiSquared))
                ?? (IFpwFold?)FpwPoints.TryCreate(band, step, series.ChiSquared)
                ?? new FpwExact(band, step, series.ChiSquared)),
    ];

    internal FpwBlock Powers { get; } = new();

    /// <summary>The powers of a grid one by one, near enough to tell which are high.</summary>
    /// <param name="series">The light curve.</param>
    /// <param name="grid">The frequencies.</param>
    /// <param name="bins">5, 10 or 20.</param>
    /// <param name="stop">Stops it.</param>
    internal static IEnumerable<(double Frequency, double Power)> Enumerate(
        TimeSeries series, FrequencyGrid grid, int bins, CancellationToken stop)
    {
        var screen = new FpwScreen(series, grid.Step);
        float[] powers = screen.Powers.Of(bins);
        for (long from = 0; from < grid.Count; from += IFpwFold.Block)
        {
            if (from % (IFpwFold.Block * BlocksBetweenStarts) == 0)
            {
                stop.ThrowIfCancellationRequested();
                screen.Start(grid[from]);
            }
            else
            {
                screen.Next();
            }

            for (int i = 0; i < Math.Min(IFpwFold.Block, grid.Count - from); i++)
            {
                yield return (grid[from + i], powers[i]);
            }
        }
    }

    /// <summary>The powers of the block that begins at a frequency.</summary>
    internal void Start(double first)
    {
        foreach (IFpwFold fold in _folds)
        {
            fold.Start(first);
        }

        Compute();
    }

    /// <summary>The powers of the block that follows.</summary>
    internal void Next()
    {
        foreach (IFpwFold fold in _folds)
        {
            fold.Next();
        }

        Compute();
    }

    private void Compute()
    {
        Powers.Clear();
        foreach (IFpwFold fold in _folds)
        {
            fold.AddTo(Powers);
        }
    }
}
