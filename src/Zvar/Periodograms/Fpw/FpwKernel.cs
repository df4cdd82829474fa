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
        Span<double> weights = stackalloc double[bins];
        Span<double> sums = stackalloc double[bins];
        double taken = 0;
        foreach (BandSeries band in series.Bands)
        {
            weights.Clear();
            sums.Clear();
            for (int i = 0; i < band.Points; i++)
            {
                double cycles = band.Time[i] * frequency;
                int bin = Math.Min(bins - 1, (int)((cycles - Math.Floor(cycles)) * bins));
                weights[bin] += band.Weight[i];
                sums[bin] += band.Weight[i] * band.Value[i];
            }

            for (int bin = 0; bin < bins; bin++)
            {
                taken += weights[bin] > 0 ? sums[bin] * sums[bin] / weights[bin] : 0;
            }
        }

        return taken / series.ChiSquared;
    }
}
