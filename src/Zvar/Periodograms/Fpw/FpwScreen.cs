namespace Zvar;

/// <summary>
/// All bands of a light curve folded at blocks of neighbouring frequencies, each band as suits its points: in chunks, one
/// by one, or one by one in double precision.
/// </summary>
internal sealed class FpwScreen
{
    // Below so many points those that a chunk leaves in a neighbouring bin count for too much.
    private const int LeastPointsOfChunks = 150;

    private readonly IFpwFold[] _folds;

    internal FpwScreen(TimeSeries series, double step) => _folds =
    [
        .. series.Bands
            .Where(band => band.ChiSquared > 0)
            .Select(band => (IFpwFold?)(series.Points < LeastPointsOfChunks
                    ? null
                    : FpwChunks.TryCreate(band, step, series.ChiSquared))
                ?? (IFpwFold?)FpwPoints.TryCreate(band, step, series.ChiSquared)
                ?? new FpwExact(band, step, series.ChiSquared)),
    ];

    internal FpwBlock Powers { get; } = new();

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
