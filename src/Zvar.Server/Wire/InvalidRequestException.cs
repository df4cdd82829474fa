namespace Zvar.Server;

/// <summary>A request that cannot be answered as it stands, and all that is wrong with it, by its place.</summary>
public sealed class InvalidRequestException : Exception
{
    /// <summary>Tells what is wrong.</summary>
    public InvalidRequestException(IReadOnlyList<ValidationError> problems)
        : base(Describe(problems)) => Problems = problems;

    /// <summary>What is wrong, in the order of the request.</summary>
    public IReadOnlyList<ValidationError> Problems { get; }

    private static string Describe(IReadOnlyList<ValidationError> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return string.Join(' ', problems.Select(p => $"{string.Join('.', p.Location)}: {p.Message}"));
    }
}
