namespace Zvar;

/// <summary>
/// Fast Periodicity Weighting: S = Σ Y²/(2V) over the phase bins, with V the sum of the weights in a bin and Y that of
/// weight times value (Finkbeiner, Prince and Whitebook 2025, PASP 137, 054504). 2S is the chi² that the means of the bins
/// take away.
/// </summary>
/// <param name="series">What is searched.</param>
/// <param name="bins">5, 10 or 20 phase bins.</param>
internal sealed class FpwKernel(TimeSeries series, int bins) : IPeriodogramKernel
{
    /// <inheritdoc/>
    public void Compute(double first, double step, Span<double> power)
    {
        IFpwFold[] folds =
        [
            .. series.Bands.Where(band => band.ChiSquared > 0).Select(band =>
                (IFpwFold?)FpwPoints.TryCreate(band, step, series.ChiSquared)
                ?? new FpwExact(band, step, series.ChiSquared)),
        ];
        Array.ForEach(folds, fold => fold.Start(first));
        var block = new FpwBlock();
        for (int from = 0; from < power.Length; from += IFpwFold.Block)
        {
            block.Clear();
            foreach (IFpwFold fold in folds)
            {
                fold.AddTo(block);
                fold.Next();
            }

            for (int j = 0; j < Math.Min(IFpwFold.Block, power.Length - from); j++)
            {
                power[from + j] = Math.Clamp(block.Of(bins)[j], 0, 1);
            }
        }
    }

    /// <inheritdoc/>
    public double PowerAt(double frequency)
    {
        double taken = 0;
        foreach (BandSeries band in series.Bands)
        {
            taken += FpwBins.TakenBy(band, frequency, bins);
        }

        return Math.Clamp(taken / series.ChiSquared, 0, 1);
    }
}
