namespace Zvar;

internal readonly record struct FalseAlarm(double LogProbability, FalseAlarmKind Kind)
{
    internal double Probability => Math.Exp(LogProbability);
    internal double Significance => -LogProbability / Math.Log(10);
}
internal sealed class FalseAlarmModel
{
    private TimeSeries _s = null!; private FrequencyGrid _g = null!; private IReadOnlyList<PeriodogramMethod> _m = null!;
    internal static FalseAlarmModel Of(TimeSeries series, FrequencyGrid grid, IReadOnlyList<PeriodogramMethod> methods, int shuffles, long psid, CancellationToken stop) => new() { _s = series, _g = grid, _m = methods };
    internal (PeriodogramMethod, double, FalseAlarm) Least(double f) => _m.Select(m => { double p = Kernels.Of(m, _s).PowerAt(f);
        return (m, p, new FalseAlarm(Math.Min(0, Math.Log(_m.Count * _g.Count) + (_s.Points - 3) / 2.0 * Math.Log(Math.Max(1 - p, 1e-300))), FalseAlarmKind.Gaussian)); }).MinBy(x => x.Item3.LogProbability);
}
