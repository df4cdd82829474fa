namespace Zvar;

/// <summary>A question a source could not answer.</summary>
public sealed class ZvarException : Exception
{
    /// <summary>Tells what went wrong.</summary>
    /// <param name="error">Its kind.</param>
    /// <param name="message">What happened and what would be right, without credentials.</param>
    /// <param name="innerException">What lay beneath, if anything.</param>
    public ZvarException(ZvarError error, string message, Exception? innerException = null)
        : base(message, innerException) => Error = error;

    /// <summary>The kind.</summary>
    public ZvarError Error { get; }

    /// <summary>
    /// What it is about, as it was asked: psids (<see cref="long"/>), ids of a catalogue (<see cref="string"/>) or
    /// targets (<see cref="ConeTarget"/>); null for all that were not answered. With them the source has given all it
    /// has: those that are neither answered nor here are known to be absent.
    /// </summary>
    public IReadOnlyList<object>? Keys { get; init; }

    /// <summary>The source's own words, where it said any.</summary>
    public string? Details { get; init; }
}
