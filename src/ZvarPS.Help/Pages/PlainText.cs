using System.Text;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ZvarPS.Help;

/// <summary>Text with and without the marks of Markdown.</summary>
internal static partial class PlainText
{
    /// <summary>What a paragraph or a heading says.</summary>
    internal static string Of(LeafBlock block) => Of(block.Inline!);

    /// <summary>What a piece of a paragraph says.</summary>
    internal static string Of(ContainerInline inlines)
    {
        var text = new StringBuilder();
        Append(text, inlines);
        return text.ToString().Trim();
    }

    /// <summary>What some blocks say, as paragraphs: an item of a list is one, and so is a block of code.</summary>
    internal static IEnumerable<string> Of(IEnumerable<Block> blocks) => blocks.SelectMany(block => block switch
    {
        CodeBlock code => [code.Lines.ToString()],
        LeafBlock { Inline: not null } leaf => [Of(leaf)],
        ListBlock list => list.Cast<ListItemBlock>().Select(item =>
            $"{(list.IsOrdered ? $"{item.Order}." : "-")} {string.Join(' ', Of((IEnumerable<Block>)item))}"),
        ContainerBlock container => Of((IEnumerable<Block>)container),
        _ => [],
    });

    /// <summary>The Markdown that says a text and nothing else.</summary>
    internal static string ToMarkdown(string text) => Mark().Replace(text, @"\$0");

    private static void Append(StringBuilder text, ContainerInline inlines)
    {
        foreach (Inline inline in inlines)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content);
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded);
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case ContainerInline container:
                    Append(text, container);
                    break;
            }
        }
    }

    [GeneratedRegex(@"[\\*_`|<>\[\]]")]
    private static partial Regex Mark();
}
