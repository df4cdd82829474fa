namespace Zvar;

/// <summary>That a light curve cannot be searched for periods, and what could be.</summary>
/// <param name="error">Why.</param>
/// <param name="message">In words, with what would be right.</param>
public sealed class PeriodSearchException(PeriodSearchError error, string message) : Exception(message)
{
    /// <summary>Why.</summary>
    public PeriodSearchError Error { get; } = error;
}
