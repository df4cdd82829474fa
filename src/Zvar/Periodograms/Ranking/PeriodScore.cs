namespace Zvar;

/// <summary>
/// How well a period explains a light curve, to rank candidates by; the smallest is best. It is the sum of
/// <list type="bullet">
/// <item>V ln(χ²/χ0²) + 12 k, of the best of several models with k parameters: one Fourier series of 1 to 16 harmonics with
/// a factor and a mean of each band, or the means of 10, 20 or 40 phase bins;</item>
/// <item>0.75 V ln Θ, with Θ the smoothness of the fold (Lafler and Kinman 1965, ApJS 11, 216);</item>
/// <item>0.15 V ln(1 - P), with P the power of FPW with 20 bins;</item>
/// </list>
/// with V the number of visits. The first is an information criterion, but for what a parameter costs: with ln V, as
/// Schwarz (1978, Ann. Stat. 6, 461) has it, twice the period would often be preferred, since stars differ from cycle to
/// cycle by more than their errors. The numbers 12, 0.75 and 0.15 were found on RR Lyrae and eclipsing binaries with
/// published periods; others near them do as well.
/// </summary>
internal static class PeriodScore
{
    private const double CostOfParameter = 12;
    private const double SmoothnessWeight = 0.75;
    private const double PowerWeight = 0.15;

    // What no model is trusted to leave less of: beyond it a fit is as good as perfect.
    private const double LeastLeft = 1e-3;

    // What must be left of the visits beside a model's parameters.
    private const int LeastFreedom = 5;

    private static readonly int[] BinCounts = [10, 20, 40];

    /// <summary>The score of a frequency.</summary>
    /// <param name="series">The light curve.</param>
    /// <param name="fit">Its Fourier series at the frequency.</param>
    /// <param name="frequency">In cycles a day.</param>
    /// <param name="visits">How many of its exposures are independent.</param>
    internal static double Of(TimeSeries series, HarmonicFit fit, double frequency, int visits)
    {
        double best = Enumerable.Range(1, HarmonicFit.Most)
            .Where(harmonics => visits - (2 * harmonics) > LeastFreedom + 1)
            .Select(harmonics => (visits * LogLeft(fit.Shared(harmonics))) + (CostOfParameter * 2 * harmonics))
            .DefaultIfEmpty(0)
            .Min();
        double power = 0;
        foreach (int bins in BinCounts)
        {
            (double left, int filled) = BinnedFit.At(series, frequency, bins);
            double parameters = ((double)filled / series.Bands.Count) - 1;
            if (visits - parameters > LeastFreedom + 1)
            {
                best = Math.Min(best, (visits * LogLeft(left)) + (CostOfParameter * parameters));
            }

            power = bins == 20 ? LogLeft(left) : power;
        }

        double smoothness = Math.Log(Math.Max(LaflerKinman.At(series, frequency), LeastLeft));
        return best + (visits * ((SmoothnessWeight * smoothness) + (PowerWeight * power)));

        double LogLeft(double chiSquared) => Math.Log(Math.Max(chiSquared / series.ChiSquared, LeastLeft));
    }
}
