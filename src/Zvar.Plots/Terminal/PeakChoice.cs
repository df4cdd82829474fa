namespace Zvar.Plots;

// A peak of a periodogram that is pointed at: at first the highest of the first method.
internal sealed record PeakChoice
{
    private readonly PeriodogramView _view;
    private readonly int _method;
    private readonly int[] _peaks;
    private readonly int _place;

    internal PeakChoice(PeriodogramView view, int method = 0)
    {
        (_view, _method) = (view, method);
        _peaks = [.. Curve.GetPeaks().Reverse()];
        _place = Array.IndexOf(_peaks, _peaks.MaxBy(peak => Curve.Power[peak]));
    }

    internal PeriodogramCurve Curve => _view.Curves[_method];

    // In days.
    internal double Period => 1 / Curve.Frequency[_peaks[_place]];

    // The next peak of a longer period, or of a shorter one; beyond the last comes the first.
    internal PeakChoice Step(int step) => new(this, (_place + step + _peaks.Length) % _peaks.Length);

    internal PeakChoice NextMethod() => new(_view, (_method + 1) % _view.Curves.Count);

    // The peak in a line.
    public override string ToString()
    {
        double frequency = Curve.Frequency[_peaks[_place]];
        return FormattableString.Invariant($"{Duration.ToText(Period)} ({Period:0.########} d, {frequency:0.######} a day),")
            + FormattableString.Invariant($" {MethodName.Of(Curve.Method)} power {Curve.Power[_peaks[_place]]:0.000}");
    }

    private PeakChoice(PeakChoice before, int place) =>
        (_view, _method, _peaks, _place) = (before._view, before._method, before._peaks, place);
}
