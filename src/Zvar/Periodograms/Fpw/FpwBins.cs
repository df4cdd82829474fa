using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Zvar;

/// <summary>
/// Scores the sums of 20 phase bins, and with them those of 10 and of 5, which are their pairs and fours. All is done in
/// one order of additions whatever vectors the processor has, so that the same light curve has the same scores anywhere.
/// </summary>
internal static class FpwBins
{
    internal const int Count = 20;

    /// <summary>The bins in whole vectors.</summary>
    internal const int Padded = 24;

    /// <summary>Σ Y²/V over the bins of one frequency; a bin whose weight is less than one counts as one.</summary>
    /// <param name="weights">V of the 20 bins, and four zeros.</param>
    /// <param name="sums">Y of the 20 bins, and four zeros.</param>
    /// <returns>The scores with 20, 10 and 5 bins.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (float Twenty, float Ten, float Five) Score(ref float weights, ref float sums)
    {
        Vector256<float> twenty = default;
        Vector256<float> ten = default;
        Vector256<float> five = default;
        for (nuint bin = 0; bin < Padded; bin += 8)
        {
            Vector256<float> weight = Vector256.LoadUnsafe(ref weights, bin);
            Vector256<float> sum = Vector256.LoadUnsafe(ref sums, bin);
            twenty += Term(weight, sum);

            // A pair's sum stands at both its places, a four's at all of them.
            weight += Vector256.Shuffle(weight, Vector256.Create(1, 0, 3, 2, 5, 4, 7, 6));
            sum += Vector256.Shuffle(sum, Vector256.Create(1, 0, 3, 2, 5, 4, 7, 6));
            ten += Term(weight, sum);
            weight += Vector256.Shuffle(weight, Vector256.Create(2, 3, 0, 1, 6, 7, 4, 5));
            sum += Vector256.Shuffle(sum, Vector256.Create(2, 3, 0, 1, 6, 7, 4, 5));
            five += Term(weight, sum);
        }

        return (Sum(twenty), Sum(ten) / 2, Sum(five) / 4);
    }

    /// <summary>
    /// The chi² that the means of phase bins take away from a band at a frequency, computed point by point in double
    /// precision, and how many bins have points: every power that leaves a search is this one.
    /// </summary>
    internal static (double Taken, int Filled) Fold(BandSeries band, double frequency, int bins)
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
        int filled = 0;
        for (int bin = 0; bin < bins; bin++)
        {
            if (weights[bin] > 0)
            {
                taken += sums[bin] * sums[bin] / weights[bin];
                filled++;
            }
        }

        return (taken, filled);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Term(Vector256<float> weight, Vector256<float> sum) =>
        sum * sum / Vector256.Max(weight, Vector256<float>.One);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Sum(Vector256<float> terms)
    {
        Vector128<float> four = terms.GetLower() + terms.GetUpper();
        Vector64<float> two = four.GetLower() + four.GetUpper();
        return two[0] + two[1];
    }
}
