namespace Zvar;

/// <summary>The means of phase bins fitted to a light curve at one frequency, each band its own.</summary>
internal static class BinnedFit
{
    /// <summary>The chi² left, and how many bins have points in them.</summary>
    internal static (double ChiSquared, int Filled) At(TimeSeries series, double frequency, int bins)
    {
        double left = series.ChiSquared;
        int filled = 0;
        foreach (BandSeries band in series.Bands)
        {
            (double taken, int ofBand) = FpwBins.Fold(band, frequency, bins);
            left -= taken;
            filled += ofBand;
        }

        return (Math.Max(0, left), filled);
    }
}
