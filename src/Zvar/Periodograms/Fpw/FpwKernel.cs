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
        for (int i = 0; i < power.Length; i++)
        {
            power[i] = PowerAt(first + (i * step));
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
