using System.Management.Automation;

namespace ZvarPS.Tests.Engine;

/// <summary>What a script gave: its results, and what it wrote to every other stream.</summary>
public sealed record Output(
    IReadOnlyList<PSObject> Results,
    IReadOnlyList<ErrorRecord> Errors,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<string> Verbose,
    IReadOnlyList<ProgressRecord> Progress)
{
    /// <summary>The only result.</summary>
    public PSObject Single => Assert.Single(Results);

    /// <summary>The only error.</summary>
    public ErrorRecord Error => Assert.Single(Errors);

    /// <summary>The id of the only error, without the cmdlet's class.</summary>
    public string ErrorId => Error.FullyQualifiedErrorId.Split(',')[0];

    /// <summary>The results, once there was no error.</summary>
    public IReadOnlyList<PSObject> Succeed()
    {
        Assert.Empty(Errors.Select(error => error.ToString()));
        return Results;
    }

    /// <summary>The results' values of a property.</summary>
    public T[] Values<T>(string property) => [.. Succeed().Select(result => (T)result.Properties[property].Value)];

    internal static Output Of(PowerShell shell, PSObject[] results, ErrorRecord? terminating) => new(
        results,
        terminating is null ? [.. shell.Streams.Error] : [.. shell.Streams.Error, terminating],
        [.. shell.Streams.Warning.Select(warning => warning.Message)],
        [.. shell.Streams.Verbose.Select(verbose => verbose.Message)],
        [.. shell.Streams.Progress]);
}
