namespace Zvar;

/// <summary>The false-alarm probabilities of a search by several methods, by formulas or by shuffles.</summary>
internal sealed class FalseAlarmModel
{
    private readonly TimeSeries _series;
    private readonly FrequencyGrid _grid;
    private readonly IReadOnlyList<PeriodogramMethod> _methods;
    private readonly IPeriodogramKernel[] _kernels;
    private readonly ShuffledPeaks[]? _shuffled;

    /// <summary>Makes the model of a search.</summary>
    /// <param name="series">The light curve.</param>
    /// <param name="grid">The frequencies.</param>
    /// <param name="methods">The methods.</param>
    /// <param name="shuffled">The distribution of each method by shuffles; null for formulas.</param>
    internal FalseAlarmModel(
        TimeSeries series,
        FrequencyGrid grid,
        IReadOnlyList<PeriodogramMethod> methods,
        ShuffledPeaks[]? shuffled)
    {
        (_series, _grid, _methods, _shuffled) = (series, grid, methods, shuffled);
        _kernels = [.. methods.Select(method => Kernels.Of(method, series))];
    }

    /// <summary>
    /// The method by which a frequency is least likely a chance, its power there, and the probability that one of the
    /// methods is as sure of noise: that of the method times their number.
    /// </summary>
    internal (PeriodogramMethod Method, double Power, FalseAlarm FalseAlarm) Least(double frequency)
    {
        (PeriodogramMethod Method, double Power, FalseAlarm FalseAlarm) least = default;
        for (int i = 0; i < _methods.Count; i++)
        {
            double power = _kernels[i].PowerAt(frequency);
            FalseAlarm falseAlarm = _shuffled is null
                ? FalseAlarm.Of(_methods[i], _series, _grid, power)
                : new FalseAlarm(_shuffled[i].LogProbability(power), FalseAlarmKind.Shuffled);
            if (i == 0 || falseAlarm.LogProbability < least.FalseAlarm.LogProbability)
            {
                least = (_methods[i], power, falseAlarm);
            }
        }

        return least with { FalseAlarm = least.FalseAlarm.InAnyOf(_methods.Count) };
    }
}
