using Markdig;
using Markdig.Syntax;

namespace ZvarPS.Help;

/// <summary>The Markdown of a page and the sections in it.</summary>
internal sealed class PageOutline
{
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UsePreciseSourceLocation().Build();

    private readonly Section _page = new(heading: null);

    internal PageOutline(string text)
    {
        Text = text;
        Document = Markdown.Parse(text, Pipeline);
        var open = new Stack<Section>([_page]);
        foreach (Block block in Document)
        {
            if (block is not HeadingBlock heading)
            {
                open.Peek().Blocks.Add(block);
                continue;
            }

            var section = new Section(heading);
            while (open.Peek().Level >= section.Level)
            {
                open.Pop();
            }

            open.Peek().Sections.Add(section);
            open.Push(section);
        }
    }

    internal string Text { get; }

    internal MarkdownDocument Document { get; }

    /// <summary>The section under the title, which has all the others in it.</summary>
    internal Section Top => _page is { Blocks: [], Sections: [{ Level: 1 } top] } ? top : _page;

    internal ParagraphBlock? Synopsis => Top.Blocks is [ParagraphBlock synopsis, ..] ? synopsis : null;

    /// <summary>The ways to call the cmdlet, in a block of code after the synopsis.</summary>
    internal FencedCodeBlock? Syntax => Top.Blocks is [ParagraphBlock, FencedCodeBlock syntax, ..] ? syntax : null;

    internal Section? Find(string title) => Top.Sections.Find(section => section.Title == title);
}
