namespace Zvar;

/// <summary>
/// The probability of a power in Gaussian noise, with as many independent trials as there are frequencies 1/(5 · baseline)
/// apart. At one frequency the power of FPW with M bins follows a beta distribution of (M-1)/2 and (N-M)/2, summed over
/// the bands. Real points lie further out than Gaussian ones: there the probability is too small.
/// </summary>
internal static class GaussianTrials
{
    private const double StepsOfPeak = 5;

    internal static double LogProbability(
        PeriodogramMethod method, TimeSeries series, FrequencyGrid grid, double power)
    {
        double parameters = series.Bands.Sum(band => Math.Min(band.Points, Kernels.ParametersOf(method)) - 1);
        double freedom = series.Points - series.Bands.Count - parameters;
        if (freedom <= 0 || parameters <= 0 || power <= 0)
        {
            return 0;
        }

        double single = BetaDistribution.LogAbove(power, parameters / 2, freedom / 2);
        double trials = Math.Log(Math.Max(1, (grid.Last - grid.First) * StepsOfPeak * series.Baseline));

        // 1 - (1 - p)^n is n p where that is small.
        return single + trials < -30
            ? single + trials
            : Math.Min(0, Math.Log(-NearZero.ExpM1(Math.Exp(trials) * NearZero.LogP1(-Math.Exp(single)))));
    }
}
