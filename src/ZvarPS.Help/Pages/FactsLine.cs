using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ZvarPS.Help;

/// <summary>
/// The line in italics that ends the section of a parameter: <c>*duration; position 0; default: 0.27*</c>. Its type,
/// where the cmdlet reads text as people write it, and the default are the author's words; the others are made.
/// </summary>
internal sealed record FactsLine(string? Type, string? Default)
{
    private const string DefaultMark = "default: ";

    private static readonly string[] Made = ["required", "position ", "from the pipeline", "also -"];

    /// <summary>Nothing said by the author.</summary>
    internal static FactsLine Empty { get; } = new(null, null);

    /// <summary>What is no fact, and would be lost.</summary>
    internal string? Unknown { get; private init; }

    /// <summary>The last paragraph of a section, if it is all in italics.</summary>
    internal static ParagraphBlock? Find(Section section) => section.Blocks is
        [.., ParagraphBlock { Inline: { FirstChild: EmphasisInline { DelimiterCount: 1 } first } inline } line]
            && inline.LastChild == first ? line : null;

    internal static FactsLine Of(Section section) =>
        Find(section) is { } line ? Parse(PlainText.Of(line)) : Empty;

    /// <summary>The word for the type of a parameter.</summary>
    internal string TypeOf(ParameterDefinition parameter) =>
        parameter.IsRead && Type is [>= 'a' and <= 'z', ..] ? Type : parameter.Type.Name;

    /// <summary>The Markdown of the line.</summary>
    internal string Write(ParameterUse use)
    {
        ParameterDefinition parameter = use.Parameter;
        List<string> facts = [parameter.IsSwitch ? "switch" : TypeOf(parameter)];
        if (use.IsRequired)
        {
            facts.Add("required");
        }

        if (use.Position is { } position)
        {
            facts.Add($"position {position}");
        }

        if (use.FromPipeline || use.FromPipelineByName)
        {
            facts.Add((use.FromPipeline, use.FromPipelineByName) switch
            {
                (true, false) => "from the pipeline",
                (false, true) => "from the pipeline by property name",
                _ => "from the pipeline, also by property name",
            });
        }

        if (parameter.Aliases.Length > 0)
        {
            facts.Add($"also {string.Join(", ", parameter.Aliases.Select(alias => $"-{alias}"))}");
        }

        if (Default is not null)
        {
            facts.Add($"{DefaultMark}{Default}");
        }

        return $"*{PlainText.ToMarkdown(string.Join("; ", facts))}*";
    }

    private static FactsLine Parse(string text)
    {
        string[] halves = text.Split(DefaultMark, 2);
        string[] facts = halves[0].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new(facts.FirstOrDefault(), halves is [_, var words] ? words : null)
        {
            Unknown = facts.Skip(1).FirstOrDefault(fact =>
                !Array.Exists(Made, start => fact.StartsWith(start, StringComparison.Ordinal))),
        };
    }
}
