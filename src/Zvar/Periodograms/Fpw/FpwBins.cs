using System.Runtime.CompilerServices;

namespace Zvar;

/// <summary>
/// Scores the sums of 20 phase bins, and with them those of 10 and of 5, which are their pairs and fours. All is done in
/// one order of additions whatever vectors the processor has, so that the same light curve has the same scores anywhere.
/// </summary>
internal static class FpwBins
{
    internal const int Count = 20;

    /// <summary>Σ Y²/V over the bins of one frequency; a bin without weight counts nothing.</summary>
    /// <param name="weights">V of the 20 bins.</param>
    /// <param name="sums">Y of the 20 bins.</param>
    /// <returns>The scores with 20, 10 and 5 bins.</returns>
    internal static (float Twenty, float Ten, float Five) Score(ReadOnlySpan<float> weights, ReadOnlySpan<float> sums)
    {
        float twenty = 0;
        float ten = 0;
        float five = 0;
        for (int four = 0; four < Count; four += 4)
        {
            (float w0, float w1, float w2, float w3) =
                (weights[four], weights[four + 1], weights[four + 2], weights[four + 3]);
            (float y0, float y1, float y2, float y3) = (sums[four], sums[four + 1], sums[four + 2], sums[four + 3]);
            twenty += Term(y0, w0) + Term(y1, w1) + Term(y2, w2) + Term(y3, w3);
            ten += Term(y0 + y1, w0 + w1) + Term(y2 + y3, w2 + w3);
            five += Term(y0 + y1 + y2 + y3, w0 + w1 + w2 + w3);
        }

        return (twenty, ten, five);
    }

    /// <summary>
    /// The chi² that the means of phase bins take away from a band at a frequency, computed point by point in double
    /// precision: every power that leaves a search is this one.
    /// </summary>
    internal static double TakenBy(BandSeries band, double frequency, int bins)
    {
        Span<double> weights = stackalloc double[bins];
        Span<double> sums = stackalloc double[bins];
        weights.Clear();
        sums.Clear();
        double[] time = band.Time;
        double[] value = band.Value;
        double[] weight = band.Weight;
        for (int i = 0; i < time.Length; i++)
        {
            double cycles = time[i] * frequency;
            int bin = Math.Min(bins - 1, (int)((cycles - Math.Floor(cycles)) * bins));
            weights[bin] += weight[i];
            sums[bin] += weight[i] * value[i];
        }

        double taken = 0;
        for (int bin = 0; bin < bins; bin++)
        {
            taken += weights[bin] > 0 ? sums[bin] * sums[bin] / weights[bin] : 0;
        }

        return taken;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Term(float sum, float weight) => weight > 0 ? sum * sum / weight : 0;
}
