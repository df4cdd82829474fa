using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace ZvarPS;

/// <summary>Where a table is from, for its header.</summary>
internal static partial class Provenance
{
    /// <summary>The name of the fact which program wrote a table.</summary>
    internal const string Creator = "creator";

    /// <summary>What the value of that fact begins with.</summary>
    internal const string Program = "ZvarPS ";

    /// <summary>The facts, by the names that the headers have for them.</summary>
    /// <param name="invocation">The cmdlet that writes.</param>
    /// <param name="synthetic">Whether there are rows that are made up.</param>
    internal static IReadOnlyList<KeyValuePair<string, string>> Of(InvocationInfo invocation, bool synthetic)
    {
        Version version = typeof(Provenance).Assembly.GetName().Version!;
        string? question = QuestionOf(invocation);
        KeyValuePair<string, string?>[] facts =
        [
            new(Creator, $"{Program}{version.ToString(3)}"),
            new("created", TimeProvider.System.GetUtcNow().UtcDateTime.ToString("s", CultureInfo.InvariantCulture)),
            new("source", SourceOf(question)),
            new("question", question),
            new("synthetic", synthetic ? "true: the stars of the demo sky are made up" : null),
        ];
        return [.. facts.Where(fact => fact.Value is not null).Select(fact => KeyValuePair.Create(fact.Key, fact.Value!))];
    }

    // The session's connection, where the pipeline asks it.
    private static string? SourceOf(string? question) =>
        question is not null && Asking().IsMatch(question) && !question.Contains("-Connection", StringComparison.OrdinalIgnoreCase)
            ? SessionConnection.Current switch
            {
                { Kind: ConnectionKind.Demo } => "demo sky",
                { Archive: { } archive } => $"archive {Path.GetFileName(archive)}",
                { Uri: { } uri } => uri.GetLeftPart(UriPartial.Path),
                _ => null,
            }
            : null;

    // The pipeline that the cmdlet ends, as it was typed. A command that has to do with secrets is named alone.
    private static string? QuestionOf(InvocationInfo invocation)
    {
        try
        {
            string text = File.Exists(invocation.ScriptName) ? File.ReadAllText(invocation.ScriptName) : invocation.Line;
            int line = File.Exists(invocation.ScriptName) ? invocation.ScriptLineNumber : 1;
            Ast script = Parser.ParseInput(text, out _, out _);
            PipelineAst? pipeline = script
                .FindAll(ast => ast is PipelineAst { PipelineElements.Count: > 1 }, searchNestedScriptBlocks: true)
                .Cast<PipelineAst>()
                .LastOrDefault(one => one.PipelineElements[^1] is CommandAst last
                    && last.GetCommandName() == invocation.InvocationName
                    && last.Extent.StartLineNumber == line);
            return pipeline is null ? null : string.Join(
                " | ", pipeline.PipelineElements.SkipLast(1).Select(element => Secret().IsMatch(element.Extent.Text)
                    ? (element as CommandAst)?.GetCommandName() ?? "…"
                    : element.Extent.Text));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    [GeneratedRegex("credential|password|secret|token|securestring|apikey", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();

    [GeneratedRegex(@"\b(Find|Get|Invoke)-Zvar(Cone|Object|Photometry|LightCurve|Xmatch|ProcessingLog|Field)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Asking();
}
