namespace Zvar.Tables.Samp;

/// <summary>That no message went by SAMP.</summary>
/// <param name="error">Why.</param>
/// <param name="message">In words, with what would be right; without a secret of the hub.</param>
/// <param name="innerException">What lay beneath, if anything.</param>
public sealed class SampException(SampError error, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>Why.</summary>
    public SampError Error { get; } = error;
}
