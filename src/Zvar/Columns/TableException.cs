namespace Zvar;

/// <summary>A table that cannot be read, or to which something cannot be written.</summary>
/// <param name="error">What is wrong.</param>
/// <param name="message">It in words, and what would be right.</param>
/// <param name="inner">What was thrown where it was found; null for nothing.</param>
public sealed class TableException(TableError error, string message, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>What is wrong.</summary>
    public TableError Error { get; } = error;

    /// <summary>The file or folder that it is about, where several are read; null where there is one.</summary>
    public string? Path { get; init; }
}
