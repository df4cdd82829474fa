using Markdig.Syntax;

namespace ZvarPS.Help;

/// <summary>A heading of a page and what stands under it.</summary>
internal sealed class Section(HeadingBlock? heading)
{
    internal int Level => heading?.Level ?? 0;

    internal string Title => heading is null ? "" : PlainText.Of(heading);

    /// <summary>The heading as it is written.</summary>
    internal string Heading => heading is null ? "the page" : $"{new string('#', heading.Level)} {Title}";

    /// <summary>Counted from 1.</summary>
    internal int Line => (heading?.Line ?? 0) + 1;

    /// <summary>Where what stands under the heading itself ends in the text.</summary>
    internal int End => Blocks is [.., var last] ? last.Span.End + 1 : heading is null ? 0 : heading.Span.End + 1;

    /// <summary>What stands under it before any smaller heading.</summary>
    internal List<Block> Blocks { get; } = [];

    /// <summary>The sections with smaller headings.</summary>
    internal List<Section> Sections { get; } = [];
}
