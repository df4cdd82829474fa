namespace Zvar;

/// <summary>
/// How well a period explains a light curve, to rank candidates by; the smallest is best. It is the sum of three things,
/// each times the number of visits, the exposures that are independent of each other:
/// <list type="bullet">
/// <item>ln(χ²/χ0²) of the best model with a penalty of 2.5 k ln V / V for its k parameters. Models are one Fourier series
/// of 1 to 8 harmonics with a factor and a mean of each band, and the means of 10, 20 or 40 phase bins;</item>
/// <item>ln Θ, the smoothness of the fold (Lafler and Kinman 1965, ApJS 11, 216);</item>
/// <item>0.3 ln(1 - P) with P the power of FPW with 20 bins.</item>
/// </list>
/// With a penalty of k ln V alone, the Bayesian information criterion (Schwarz 1978, Ann. Stat. 6, 461), twice the
/// period would often be preferred, since stars change from cycle to cycle by more than their errors. The numbers 2.5, 1
/// and 0.3 were found on RR Lyrae and eclipsing binaries with known periods; others near them do as well.
/// </summary>
internal static class PeriodScore
{
    private const double Penalty = 2.5;
    private const double SmoothnessWeight = 1;
    private const double PowerWeight = 0.3;

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
            .Select(harmonics => visits * LogLeft(fit.Shared(harmonics)) + Penalize(2 * harmonics))
            .DefaultIfEmpty(0)
            .Min();
        double power = 0;
        foreach (int bins in BinCounts)
        {
            (double left, int filled) = BinnedFit.At(series, frequency, bins);
            double parameters = ((double)filled / series.Bands.Count) - 1;
            if (visits - parameters > LeastFreedom + 1)
            {
                best = Math.Min(best, (visits * LogLeft(left)) + Penalize(parameters));
            }

            power = bins == 20 ? LogLeft(left) : power;
        }

        double smoothness = Math.Log(Math.Max(LaflerKinman.At(series, frequency), LeastLeft));
        return best + (visits * ((SmoothnessWeight * smoothness) + (PowerWeight * power)));

        double LogLeft(double chiSquared) => Math.Log(Math.Max(chiSquared / series.ChiSquared, LeastLeft));

        double Penalize(double parameters) => Penalty * parameters * Math.Log(visits);
    }
}
