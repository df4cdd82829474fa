namespace Zvar;

/// <summary>That an archive's file cannot be used, and what would be right.</summary>
/// <param name="error">What is wrong.</param>
/// <param name="message">In words.</param>
/// <param name="innerException">What lay beneath, if anything.</param>
public sealed class ArchiveException(ArchiveError error, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>What is wrong.</summary>
    public ArchiveError Error { get; } = error;
}
