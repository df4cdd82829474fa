namespace Zvar;

/// <summary>A frequency among the candidates of a search.</summary>
/// <param name="Fit">The Fourier series at the frequency.</param>
/// <param name="Score">What it is ranked by, the smallest first.</param>
internal readonly record struct RankedPeriod(HarmonicFit Fit, double Score)
{
    internal double Frequency => Fit.Frequency;
}
