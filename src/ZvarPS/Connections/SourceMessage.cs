namespace ZvarPS;

/// <summary>What a source says to the cmdlet that asked.</summary>
/// <param name="Text">In words.</param>
/// <param name="IsWarning">Whether it is a warning, not a word on what it does.</param>
internal readonly record struct SourceMessage(string Text, bool IsWarning);
