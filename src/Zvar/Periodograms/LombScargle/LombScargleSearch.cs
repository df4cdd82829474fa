namespace Zvar;

/// <summary>Searches a grid by the Lomb–Scargle periodogram.</summary>
internal static class LombScargleSearch
{
    // How closely a peak is looked at: so many steps to either side of it, each a fifth of the grid's.
    private const int Around = 5;
    private const double Narrower = 5;

    private static readonly int[] Harmonics = [1, 2, 3];

    /// <summary>
    /// The highest peaks of P(f), computed directly in double precision; and after them the frequencies f at which
    /// P(f) + P(2f) + P(3f) is highest, with their power P(f).
    /// </summary>
    internal static IReadOnlyList<Peak> Find(
        TimeSeries series, FrequencyGrid grid, int count, double distance, CancellationToken stop)
    {
        var peaks = new PeakList(count, distance);
        var sums = new PeakList(count, distance);
        LombScargleTransform[] transforms =
            [.. Harmonics.Select(harmonic => new LombScargleTransform(series, harmonic * grid.Step))];
        double[][] powers = [.. Harmonics.Select(_ => new double[BandTransform.Frequencies])];
        for (long from = 0; from < grid.Count; from += BandTransform.Frequencies)
        {
            for (int i = 0; i < transforms.Length; i++)
            {
                stop.ThrowIfCancellationRequested();
                if (from == 0)
                {
                    transforms[i].Start(Harmonics[i] * grid.First, powers[i]);
                }
                else
                {
                    transforms[i].Next(powers[i]);
                }
            }

            int ofGrid = (int)Math.Min(BandTransform.Frequencies, grid.Count - from);
            (double[] first, double[] second, double[] third) = (powers[0], powers[1], powers[2]);
            for (int i = 0; i < ofGrid; i++)
            {
                if (first[i] > peaks.Threshold)
                {
                    peaks.Add(grid[from + i], first[i]);
                }

                double sum = first[i] + second[i] + third[i];
                if (sum > sums.Threshold)
                {
                    sums.Add(grid[from + i], sum);
                }
            }
        }

        var kernel = new LombScargleKernel(series);
        return
        [
            .. peaks.ToList().Select(peak => Refine(kernel, peak.Frequency, grid.Step)).OrderByDescending(peak => peak.Power),
            .. sums.ToList().Select(sum => new Peak(sum.Frequency, kernel.PowerAt(sum.Frequency))),
        ];
    }

    private static Peak Refine(LombScargleKernel kernel, double frequency, double step) => Enumerable
        .Range(-Around, (2 * Around) + 1)
        .Select(i => frequency + (i * step / Narrower))
        .Where(near => near > 0)
        .Select(near => new Peak(near, kernel.PowerAt(near)))
        .MaxBy(peak => peak.Power);
}
