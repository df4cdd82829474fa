namespace Zvar;

/// <summary>The Lomb–Scargle periodogram of all bands at very many equally distant frequencies.</summary>
internal sealed class LombScargleTransform
{
    // The room of a thread: one light curve is computed after the other, and making it anew takes as long as using it.
    [ThreadStatic]
    private static TransformGrid[]? _grids;

    private readonly BandTransform[] _bands;
    private readonly double _chiSquared;

    internal LombScargleTransform(TimeSeries series, double step)
    {
        TransformGrid[] grids = _grids ??= [new(), new(), new()];
        _bands = [.. series.Bands
            .Where(band => band.ChiSquared > 0)
            .Select(band => new BandTransform(band, step, grids))];
        _chiSquared = series.ChiSquared;
    }

    /// <summary>The powers that were computed last.</summary>
    internal double[] Powers { get; } = new double[BandTransform.Frequencies];

    /// <summary>Computes the powers from a frequency on.</summary>
    internal void Start(double first)
    {
        foreach (BandTransform band in _bands)
        {
            band.Start(first);
        }

        Compute();
    }

    /// <summary>Computes those that follow.</summary>
    internal void Next()
    {
        foreach (BandTransform band in _bands)
        {
            band.Next();
        }

        Compute();
    }

    private void Compute()
    {
        Array.Clear(Powers);
        foreach (BandTransform band in _bands)
        {
            band.AddTo(Powers, _chiSquared);
        }
    }
}
