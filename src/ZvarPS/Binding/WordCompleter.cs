using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace ZvarPS;

/// <summary>
/// Completes from a few words, each with a tooltip. It completes and does not validate: what the service learns works
/// without a new release.
/// </summary>
/// <param name="words">The words and what they mean.</param>
public abstract class WordCompleter((string Word, string Tooltip)[] words) : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        string typed = (wordToComplete ?? "").Trim('\'', '"');
        return words
            .Where(one => one.Word.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .Select(one => new CompletionResult(one.Word, one.Word, CompletionResultType.ParameterValue, one.Tooltip));
    }
}
