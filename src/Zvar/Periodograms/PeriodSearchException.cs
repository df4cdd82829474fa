namespace Zvar;

/// <summary>That a light curve cannot be searched for periods, and what could be.</summary>
/// <param name="error">Why.</param>
/// <param name="message">In words, with what would be right.</param>
public sealed class PeriodSearchException(PeriodSearchError error, string message) : Exception(message)
{
    /// <summary>Why.</summary>
    public PeriodSearchError Error { get; } = error;

    /// <summary>Refuses a light curve in which there is nothing that could vary periodically.</summary>
    internal static void ThrowIfNothingToFind(TimeSeries series)
    {
        if (series.Bands.Count == 0 || series.Bands.Max(band => band.Points) < PeriodSearch.LeastPoints)
        {
            throw TooFewPoints(series, PeriodSearch.LeastPoints - 1);
        }

        if (!(series.ChiSquared > 0))
        {
            throw new PeriodSearchException(
                PeriodSearchError.NoVariation, "All its magnitudes are the same: there is no variation to find a period in.");
        }

        if (!(series.Baseline > 0))
        {
            throw new PeriodSearchException(
                PeriodSearchError.BaselineTooShort,
                "All its exposures are at one time: a period needs two cycles, or one at least.");
        }
    }

    internal static PeriodSearchException TooFewPoints(TimeSeries series, int parameters)
    {
        string points = series.Points == 1 ? "1 exposure" : $"{series.Points} exposures";
        string bands = series.Bands.Count > 1 ? $" in {series.Bands.Count} bands" : "";
        return new PeriodSearchException(
            PeriodSearchError.TooFewPoints,
            $"It has {points}{bands} with a time, a magnitude and an error above zero, and a search needs more than"
            + $" {parameters} in a band.");
    }
}
