using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;
using Zvar;

namespace ZvarPS;

/// <summary>Completes the psids this session was shown, the latest first, and says which star each is.</summary>
public sealed class PsidCompleter : IArgumentCompleter
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
        return
            from star in RecentObjects.OfSession.Latest
            let psid = star.Psid.ToString(CultureInfo.InvariantCulture)
            where psid.StartsWith(typed, StringComparison.Ordinal)
            select new CompletionResult(psid, psid, CompletionResultType.ParameterValue, Describe(star));
    }

    private static string Describe(ZvarObject star) => string.Join(
        ", ",
        ((string?[])[
            star.ObjectType.ToString(),
            double.IsNaN(star.Period) ? "no period" : Duration.ToText(star.Period),
            star.TargetName,
            star.Synthetic ? "synthetic (demo sky)" : null,
        ]).Where(word => !string.IsNullOrEmpty(word)));
}
