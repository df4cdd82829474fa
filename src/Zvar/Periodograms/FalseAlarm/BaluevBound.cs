namespace Zvar;

/// <summary>
/// The upper bound that Baluev (2008, MNRAS 385, 1279) gives by the method of Davies: the probability at one frequency,
/// and how often the power may be expected to rise above a level along the frequencies.
///
/// Of several bands the chi² are summed, and each has a sine of its own. With d = 2 · bands parameters and ν degrees of
/// freedom left, the power y follows a beta distribution of d/2 and ν/2, and Rice's formula gives for the rate of its
/// crossings T y^((d-1)/2) (1-y)^((ν-1)/2) Γ((d+ν)/2) / (Γ(d/2) Γ((ν+1)/2)), which for one band is Baluev's own. T is the
/// effective time span √(4π var t), of several bands the root of the mean of their squares: where the bands differ, the
/// mean of a root being less than the root of a mean, it is a bound.
/// </summary>
internal static class BaluevBound
{
    internal static double LogProbability(TimeSeries series, FrequencyGrid grid, double power)
    {
        double d = 2 * series.Bands.Count;
        double freedom = series.Points - (3 * series.Bands.Count);
        if (freedom <= 0 || power <= 0)
        {
            return 0;
        }

        if (power >= 1)
        {
            return double.NegativeInfinity;
        }

        double single = BetaDistribution.LogAbove(power, d / 2, freedom / 2);
        double span = Math.Sqrt(series.Bands.Average(SquareOfSpan));
        double crossings = Math.Log((grid.Last - grid.First) * span)
            + ((d - 1) / 2 * Math.Log(power))
            + ((freedom - 1) / 2 * NearZero.LogP1(-power))
            + BetaDistribution.LogGamma((d + freedom) / 2)
            - BetaDistribution.LogGamma(d / 2)
            - BetaDistribution.LogGamma((freedom + 1) / 2);
        return LogOfAny(single, crossings);
    }

    // ln(1 - (1 - p) exp(-τ)) of ln p and ln τ: p + τ where both are small.
    private static double LogOfAny(double single, double crossings)
    {
        double larger = Math.Max(single, crossings);
        return larger < -30
            ? larger + NearZero.LogP1(Math.Exp(Math.Min(single, crossings) - larger))
            : Math.Log(-NearZero.ExpM1(NearZero.LogP1(-Math.Exp(single)) - Math.Exp(crossings)));
    }

    private static double SquareOfSpan(BandSeries band)
    {
        double mean = 0;
        for (int i = 0; i < band.Points; i++)
        {
            mean += band.Weight[i] / band.Weights * band.Time[i];
        }

        double variance = 0;
        for (int i = 0; i < band.Points; i++)
        {
            variance += band.Weight[i] / band.Weights * (band.Time[i] - mean) * (band.Time[i] - mean);
        }

        return 4 * Math.PI * variance;
    }
}
