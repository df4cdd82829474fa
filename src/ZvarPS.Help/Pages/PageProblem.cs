namespace ZvarPS.Help;

/// <summary>What is wrong with a page: where, and what would be right.</summary>
internal sealed record PageProblem(string Path, int Line, string Heading, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Path}({Line}): {Heading}: {Message}";
}
