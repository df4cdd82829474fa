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
        var screen = new FpwScreen(series, step, pointByPoint: true);
        float[] powers = screen.Powers.Of(bins);
        for (int from = 0; from < power.Length; from += IFpwFold.Block)
        {
            if (from == 0)
            {
                screen.Start(first);
            }
            else
            {
                screen.Next();
            }

            for (int j = 0; j < Math.Min(IFpwFold.Block, power.Length - from); j++)
            {
                power[from + j] = Math.Clamp(powers[j], 0, 1);
            }
        }
    }

    /// <inheritdoc/>
    public double PowerAt(double frequency)
    {
        double taken = 0;
        foreach (BandSeries band in series.Bands)
        {
            taken += FpwBins.Fold(band, frequency, bins).Taken;
        }

        return Math.Clamp(taken / series.ChiSquared, 0, 1);
    }
}
