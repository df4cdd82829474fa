namespace Zvar;

/// <summary>
/// The probability that noise alone gives a power at any frequency of a search. It is kept as its natural logarithm, since
/// it may be smaller than any number.
/// </summary>
/// <param name="LogProbability">Its natural logarithm, at most 0.</param>
/// <param name="Kind">How it was found.</param>
public readonly record struct FalseAlarm(double LogProbability, FalseAlarmKind Kind)
{
    /// <summary>The probability; 0 where it is smaller than any number.</summary>
    public double Probability => Math.Exp(LogProbability);

    /// <summary>-log10 of the probability.</summary>
    public double Significance => LogProbability == 0 ? 0 : -LogProbability / Math.Log(10);

    /// <summary>By a formula: the bound of Baluev for Lomb–Scargle, that of independent Gaussian trials for the others.</summary>
    /// <param name="method">The method.</param>
    /// <param name="series">The light curve.</param>
    /// <param name="grid">The frequencies that were searched.</param>
    /// <param name="power">The power, 0 to 1.</param>
    public static FalseAlarm Of(PeriodogramMethod method, TimeSeries series, FrequencyGrid grid, double power)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(grid);
        return method switch
        {
            PeriodogramMethod.LombScargle => new FalseAlarm(
                BaluevBound.LogProbability(series, grid, power), FalseAlarmKind.Baluev),
            _ => new FalseAlarm(
                GaussianTrials.LogProbability(method, series, grid, power), FalseAlarmKind.Gaussian),
        };
    }

    /// <summary>The power at which the probability by the formula is as large as this; 1 where it is larger at any.</summary>
    /// <param name="method">The method.</param>
    /// <param name="series">The light curve.</param>
    /// <param name="grid">The frequencies that were searched.</param>
    /// <param name="probability">Above 0, below 1.</param>
    public static double PowerAt(
        PeriodogramMethod method, TimeSeries series, FrequencyGrid grid, double probability)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(probability);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probability, 1);
        double wanted = Math.Log(probability);
        (double low, double high) = (0, 1);
        for (int round = 0; round < 60; round++)
        {
            double middle = (low + high) / 2;
            (low, high) = Of(method, series, grid, middle).LogProbability > wanted ? (middle, high) : (low, middle);
        }

        return high;
    }

    /// <summary>That it happens in any of several trials as likely: at most as often as their number.</summary>
    internal FalseAlarm InAnyOf(int trials) => this with { LogProbability = Math.Min(0, LogProbability + Math.Log(trials)) };
}
