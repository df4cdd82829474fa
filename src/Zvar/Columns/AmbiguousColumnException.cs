namespace Zvar;

/// <summary>
/// Two columns of a table could be the same thing: who knows how to say which is meant adds it to the message.
/// </summary>
/// <param name="message">Which two, and what they could be.</param>
public sealed class AmbiguousColumnException(string message) : FormatException(message);
