namespace Zvar;

/// <summary>That nobody says where a name is, and what would be right.</summary>
/// <param name="error">Why.</param>
/// <param name="message">In words.</param>
/// <param name="innerException">What lay beneath, if anything.</param>
public sealed class NameException(NameError error, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>Why.</summary>
    public NameError Error { get; } = error;

    /// <summary>Whether asking again would bring the same: all who could know were asked.</summary>
    public bool IsFinal { get; init; }
}
