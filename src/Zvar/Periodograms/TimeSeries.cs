namespace Zvar;

/// <summary>
/// A light curve as a period search sees it: of each band the exposures that have a finite time, a magnitude and an
/// error above zero. A band of which no exposure has such an error is taken with equal ones, as large as its scatter.
/// </summary>
public sealed class TimeSeries
{
    // What no magnitude and no error of one is beyond: with such numbers squares and their sums stay numbers.
    private const double Largest = 1e9;

    private TimeSeries(IReadOnlyList<BandSeries> bands, double epoch, double baseline, int withoutError)
    {
        (Bands, Epoch, Baseline, WithoutError) = (bands, epoch, baseline, withoutError);
        Points = bands.Sum(band => band.Points);
        ChiSquared = bands.Sum(band => band.ChiSquared);
    }

    /// <summary>The bands by wavelength, those without a usable exposure left out.</summary>
    public IReadOnlyList<BandSeries> Bands { get; }

    /// <summary>The first time of all, from which the times of the bands count (BJD).</summary>
    public double Epoch { get; }

    /// <summary>The days from the first exposure in any band to the last.</summary>
    public double Baseline { get; }

    /// <summary>The exposures in all bands.</summary>
    public int Points { get; }

    /// <summary>The chi² of all bands, each about its own weighted mean.</summary>
    public double ChiSquared { get; }

    /// <summary>How many detections were left out because they alone of their band have no error above zero.</summary>
    public int WithoutError { get; }

    /// <summary>Takes of a light curve what can be searched.</summary>
    /// <param name="lightCurve">The light curve.</param>
    /// <param name="detrending">What to take out of the magnitudes besides the mean of each band.</param>
    public static TimeSeries Of(LightCurve lightCurve, Detrending detrending = Detrending.None)
    {
        ArgumentNullException.ThrowIfNull(lightCurve);
        double[] time = lightCurve.Time;
        double[] mag = lightCurve.Mag;
        double[] error = lightCurve.MagErr;
        int[] detections = [.. Enumerable.Range(0, lightCurve.Points)
            .Where(i => double.IsFinite(time[i]) && Math.Abs(mag[i]) < Largest)
            .OrderBy(i => time[i])];
        ILookup<string, int> byBand = detections.ToLookup(i => lightCurve.Band[i]);
        var bands = new List<BandSeries>();
        double epoch = double.PositiveInfinity;
        double last = double.NegativeInfinity;
        int withoutError = 0;
        foreach (string band in lightCurve.GetBands().Where(byBand.Contains))
        {
            int[] all = [.. byBand[band]];
            int[] rows = Array.FindAll(all, i => error[i] is > 1 / Largest and < Largest);
            double[] weights = Array.ConvertAll(rows, i => 1 / (error[i] * error[i]));
            if (rows.Length == 0)
            {
                rows = all;
                weights = EqualWeights(Array.ConvertAll(all, i => mag[i]));
            }

            withoutError += all.Length - rows.Length;
            epoch = Math.Min(epoch, time[rows[0]]);
            last = Math.Max(last, time[rows[^1]]);
            double[] times = Array.ConvertAll(rows, i => time[i]);
            double[] values = Array.ConvertAll(rows, i => mag[i]);
            if (detrending.HasFlag(Detrending.Fields))
            {
                SlowChange.TakeOutOffsets(values, weights, Array.ConvertAll(
                    rows, i => (lightCurve.Field[i], lightCurve.Ccd[i], lightCurve.Quad[i])));
            }

            if (detrending.HasFlag(Detrending.Trend))
            {
                SlowChange.TakeOutParabola(times, values, weights);
            }

            bands.Add(new BandSeries(band, times, values, weights));
        }

        foreach (BandSeries band in bands)
        {
            for (int i = 0; i < band.Points; i++)
            {
                band.Time[i] -= epoch;
            }
        }

        return bands.Count == 0
            ? new TimeSeries([], double.NaN, 0, withoutError)
            : new TimeSeries(bands, epoch, last - epoch, withoutError);
    }

    /// <summary>The same without the bands that have fewer exposures than a number.</summary>
    internal TimeSeries WithBandsOfAtLeast(int points)
    {
        BandSeries[] bands = [.. Bands.Where(band => band.Points >= points)];
        double baseline = bands.Length == 0 ? 0 : bands.Max(band => band.Time[^1]) - bands.Min(band => band.Time[0]);
        return new TimeSeries(bands, Epoch, baseline, WithoutError);
    }

    /// <summary>The same exposures with other values, of which each band's mean is taken off again.</summary>
    internal TimeSeries WithValues(Func<BandSeries, double[]> valuesOf) => new(
        [.. Bands.Select(band => new BandSeries(band.Band, band.Time, valuesOf(band), band.Weight))],
        Epoch,
        Baseline,
        WithoutError);

    /// <summary>The same times with the values of each band, and with them their weights, in an order drawn anew.</summary>
    internal TimeSeries Shuffled(Random random) => new(
        [
            .. Bands.Select(band =>
            {
                int[] order = [.. Enumerable.Range(0, band.Points)];
                random.Shuffle(order);
                return new BandSeries(
                    band.Band,
                    band.Time,
                    Array.ConvertAll(order, i => band.Value[i]),
                    Array.ConvertAll(order, i => band.Weight[i]));
            }),
        ],
        Epoch,
        Baseline,
        WithoutError);

    private static double[] EqualWeights(double[] mags)
    {
        double mean = mags.Average();
        double variance = mags.Sum(mag => (mag - mean) * (mag - mean)) / Math.Max(1, mags.Length - 1);
        double[] weights = new double[mags.Length];
        Array.Fill(weights, variance > 0 ? Math.Min(1 / variance, Largest * Largest) : 1);
        return weights;
    }
}
