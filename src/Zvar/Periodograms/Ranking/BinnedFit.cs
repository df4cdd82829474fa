namespace Zvar;

/// <summary>The means of phase bins fitted to a light curve at one frequency, each band its own.</summary>
internal static class BinnedFit
{
    /// <summary>The chi² left, and how many bins have points in them.</summary>
    internal static (double ChiSquared, int Filled) At(TimeSeries series, double frequency, int bins)
    {
        Span<double> weights = stackalloc double[bins];
        Span<double> sums = stackalloc double[bins];
        double left = series.ChiSquared;
        int filled = 0;
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
                if (weights[bin] > 0)
                {
                    left -= sums[bin] * sums[bin] / weights[bin];
                    filled++;
                }
            }
        }

        return (Math.Max(0, left), filled);
    }
}
