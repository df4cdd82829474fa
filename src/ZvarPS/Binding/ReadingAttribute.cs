using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace ZvarPS;

/// <summary>
/// A parameter whose argument is read by us, as people write it, instead of by PowerShell's conversions, and for which
/// Tab offers what this reads. What cannot be read is an error at binding that names the accepted forms; nothing, a
/// misspelt property say, is never taken for a parameter that was not given.
/// </summary>
public abstract class ReadingAttribute : ArgumentTransformationAttribute, IArgumentCompleter
{
    /// <inheritdoc/>
    public sealed override object Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        try
        {
            return Read(inputData);
        }
        catch (FormatException error)
        {
            throw new ArgumentTransformationMetadataException(error.Message, error);
        }
    }

    /// <summary>
    /// Completes from what is offered. It completes and does not validate: what the service learns works without a new
    /// release. Where nothing is offered, PowerShell offers no file names either.
    /// </summary>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        Complete((wordToComplete ?? "").Trim('\'', '"'), fakeBoundParameters);

    /// <summary>Reads the argument.</summary>
    /// <exception cref="FormatException">It cannot be read; the message names the accepted forms.</exception>
    private protected abstract object Read(object? argument);

    /// <summary>Completes what was typed, without its quotes, from what is offered.</summary>
    private protected virtual IEnumerable<CompletionResult> Complete(string typed, IDictionary bound) =>
        from offer in Offer(bound)
        where offer.Text.StartsWith(typed, StringComparison.OrdinalIgnoreCase)
        select new CompletionResult(offer.Text, offer.Text, CompletionResultType.ParameterValue, offer.Tooltip);

    /// <summary>What Tab offers, each with a word on what it is.</summary>
    /// <param name="bound">What is given at the other parameters, as far as it is known before the cmdlet runs.</param>
    private protected virtual IEnumerable<(string Text, string Tooltip)> Offer(IDictionary bound) => [];
}
