namespace Zvar;

/// <summary>
/// The standard error of a frequency: where the chi² of the best Fourier series has risen by its own value per degree of
/// freedom (as Bevington and Robinson have it, Data Reduction and Error Analysis, chapter 8: Δχ² = 1 with errors scaled
/// until the fit is fair).
/// </summary>
internal static class PeriodError
{
    // How far from the frequency the curvature is measured, in widths 1/baseline of a peak.
    private const double Offset = 0.05;

    // A peak's width as a standard error, where the curvature says nothing.
    private const double Widest = 0.3;

    /// <summary>The standard error in cycles a day.</summary>
    internal static double Of(TimeSeries series, HarmonicFit fit, int harmonics)
    {
        double offset = Offset / series.Baseline;
        double middle = fit.Own(harmonics);
        double sides = new HarmonicFit(series, fit.Frequency - offset).Own(harmonics)
            + new HarmonicFit(series, fit.Frequency + offset).Own(harmonics);
        double curvature = (sides - (2 * middle)) / (offset * offset);
        double freedom = Math.Max(1, series.Points - (series.Bands.Count * ((2 * harmonics) + 1)));
        double error = Math.Sqrt(2 * middle / freedom / curvature);
        double widest = Widest / series.Baseline;
        return error < widest ? error : widest;
    }
}
