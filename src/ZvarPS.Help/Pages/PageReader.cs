using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ZvarPS.Help;

/// <summary>Reads the page of a cmdlet, and gathers what is wrong with it.</summary>
internal sealed class PageReader(string path, PageOutline outline, CmdletDefinition cmdlet)
{
    private const string None = "None";

    private static readonly string[] Titles =
    [
        HelpPage.ExamplesTitle,
        HelpPage.ParametersTitle,
        HelpPage.InputTitle,
        HelpPage.OutputTitle,
        HelpPage.NotesTitle,
        HelpPage.LinksTitle,
    ];

    private readonly List<PageProblem> _problems = [];

    internal IReadOnlyList<PageProblem> Problems => _problems;

    internal HelpPage Read()
    {
        CheckSections();
        CheckTags();
        return new HelpPage
        {
            Synopsis = ReadSynopsis(),
            Description = ReadDescription(),
            Examples = ReadExamples(),
            Parameters = ReadParameters(),
            Inputs = ReadInputs(),
            Outputs = ReadOutputs(),
            Notes = outline.Find(HelpPage.NotesTitle) is { } notes ? [.. PlainText.Of(notes.Blocks)] : [],
            Links = ReadLinks(),
        };
    }

    private void CheckSections()
    {
        if (outline.Top.Title != cmdlet.Name)
        {
            Report(outline.Top, $"the page begins with its title, '# {cmdlet.Name}'.");
        }

        foreach (Section section in outline.Top.Sections.Where(section => !Titles.Contains(section.Title)))
        {
            Report(section, $"there is no such section. The sections are {string.Join(", ", Titles)}.");
        }

        foreach (Section section in outline.Top.Sections)
        {
            bool isDivided = section.Title is HelpPage.ExamplesTitle or HelpPage.ParametersTitle;
            if (isDivided && section.Blocks.Count > 0)
            {
                Report(section, "text stands under the smaller headings of this section: move it there.");
            }

            foreach (Section lost in isDivided ? section.Sections.SelectMany(part => part.Sections) : section.Sections)
            {
                Report(lost, "no heading can be here: make it a sentence.");
            }
        }

        ReportRepeated(outline.Top.Sections, "this section is there twice: make one of them.");
    }

    // On the page a browser would take them for HTML and show nothing.
    private void CheckTags()
    {
        foreach (HtmlInline tag in outline.Document.Descendants<HtmlInline>())
        {
            Report(tag.Line + 1, outline.Top.Heading, $"{tag.Tag} would not be seen: write it as `{tag.Tag}`.");
        }

        foreach (HtmlBlock block in outline.Document.Descendants<HtmlBlock>())
        {
            Report(block.Line + 1, outline.Top.Heading, "HTML is not understood: write Markdown.");
        }
    }

    private string ReadSynopsis()
    {
        if (outline.Synopsis is { } synopsis)
        {
            return PlainText.Of(synopsis);
        }

        Report(outline.Top, "there is no synopsis: say in one sentence under the title what the cmdlet does.");
        return "";
    }

    private string[] ReadDescription()
    {
        string[] paragraphs = [.. PlainText.Of(outline.Top.Blocks.Skip(outline.Syntax is null ? 1 : 2))];
        if (paragraphs.Length == 0)
        {
            Report(outline.Top, "there is no description: tell after the synopsis and the syntax how it does it.");
        }

        return paragraphs;
    }

    private ExampleText[] ReadExamples()
    {
        List<Section> sections = Require(HelpPage.ExamplesTitle, "'### Example 1: What it shows'")?.Sections ?? [];
        return [.. sections.Select((section, index) => ReadExample(section, index + 1))];
    }

    private ExampleText ReadExample(Section section, int number)
    {
        string start = $"Example {number}: ";
        if (!section.Title.StartsWith(start, StringComparison.Ordinal))
        {
            Report(section, $"an example's heading is its number and what it shows: '### {start}…'.");
        }

        if (section.Blocks is not [FencedCodeBlock code, ..])
        {
            Report(section, "there is no code: begin the example with a block of code, ```powershell.");
            return new(section.Title, "", []);
        }

        string[] remarks = [.. PlainText.Of(section.Blocks.Skip(1))];
        if (remarks.Length == 0)
        {
            Report(section, "there is no explanation: say after the code what it does.");
        }

        return new(section.Title, code.Lines.ToString(), remarks);
    }

    private ParameterText[] ReadParameters()
    {
        if (cmdlet.Parameters.Count == 0 && outline.Find(HelpPage.ParametersTitle) is null)
        {
            return [];
        }

        Section? parameters =
            Require(HelpPage.ParametersTitle, "what its parameters mean; those that are missing are added");
        List<Section> sections = parameters?.Sections ?? [];
        ReportRepeated(sections, "this parameter is there twice: make one of them.");
        return [.. sections.Select(ReadParameter).OfType<ParameterText>()];
    }

    private ParameterText? ReadParameter(Section section)
    {
        string[] names = [.. cmdlet.Parameters.Select(use => use.Parameter.Name)];
        string name = section.Title.TrimStart('-');
        if (!names.Contains(name) || section.Title != $"-{name}")
        {
            string all = string.Join(", ", names.Select(one => $"-{one}"));
            Report(section, $"{cmdlet.Name} has no such parameter. It has {all}.");
            return null;
        }

        Block? line = FactsLine.Find(section);
        string[] description = [.. PlainText.Of(section.Blocks.Where(block => block != line))];
        if (description.Length == 0)
        {
            Report(section, "there is no description: say what the parameter means.");
        }

        var facts = FactsLine.Of(section);
        if (facts.Unknown is { } unknown)
        {
            Report(section, $"'{unknown}' is no fact. The author's own are the type, which comes first, and "
                + "'default: …', which comes last.");
        }

        return new(name, description, facts);
    }

    private TypeText[] ReadInputs()
    {
        if (Require(HelpPage.InputTitle, "what may be piped in, '**None**' if nothing") is not { } section)
        {
            return [];
        }

        TypeText[] types = ReadTypes(section);
        if (cmdlet.TakesPipeline == Array.Exists(types, type => type.Name == None))
        {
            Report(section, cmdlet.TakesPipeline
                ? "the cmdlet takes a pipeline: name the types it takes."
                : $"the cmdlet takes no pipeline: write '**{None}**' and that nothing is piped in.");
        }

        return types;
    }

    private TypeText[] ReadOutputs()
    {
        if (Require(HelpPage.OutputTitle, "what the cmdlet gives, '**None**' if nothing") is not { } section)
        {
            return [];
        }

        TypeText[] types = ReadTypes(section);
        string[] told = [.. types.Select(type => type.Name).Where(type => type != None).Order(StringComparer.Ordinal)];
        if (!told.SequenceEqual(cmdlet.OutputTypes.Order(StringComparer.Ordinal)))
        {
            Report(section, cmdlet.OutputTypes is []
                ? $"the cmdlet gives nothing: write '**{None}**'."
                : $"the cmdlet gives {string.Join(", ", cmdlet.OutputTypes)}: name each, in bold.");
        }

        return types;
    }

    // A name in bold, and what is said of it.
    private TypeText[] ReadTypes(Section section)
    {
        List<(string Name, List<Block> Blocks)> types = [];
        foreach (Block block in section.Blocks)
        {
            if (block is ParagraphBlock { Inline: { FirstChild: EmphasisInline { DelimiterCount: 2 } bold } line } name
                && line.LastChild == bold)
            {
                types.Add((PlainText.Of(name), []));
            }
            else if (types is [.., var last])
            {
                last.Blocks.Add(block);
            }
            else
            {
                Report(section, "a type comes first, as in '**System.String**', and then what is said of it.");
            }
        }

        foreach ((string name, _) in types.Where(type => type.Blocks.Count == 0))
        {
            Report(section, $"nothing is said of {name}: say after it what it means here.");
        }

        return [.. types.Select(type => new TypeText(type.Name, [.. PlainText.Of(type.Blocks)]))];
    }

    private LinkText[] ReadLinks()
    {
        if (Require(HelpPage.LinksTitle, "a list of links") is not { } section)
        {
            return [];
        }

        LinkInline[] links = [.. section.Blocks.SelectMany(block => block.Descendants<LinkInline>())];
        if (links.Length == 0)
        {
            Report(section, "there is no link: write '- [about_ZvarPS](../../en-US/about_ZvarPS.help.txt)'.");
        }

        return
        [
            .. links.Select(link => new LinkText(
                PlainText.Of(link), Uri.TryCreate(link.Url, UriKind.Absolute, out Uri? address) ? address : null)),
        ];
    }

    private Section? Require(string title, string content)
    {
        Section? section = outline.Find(title);
        if (section is null)
        {
            Report(outline.Top, $"there is no section '## {title}': write one with {content}.");
        }

        return section;
    }

    private void ReportRepeated(IEnumerable<Section> sections, string message)
    {
        foreach (Section again in sections.GroupBy(section => section.Title).SelectMany(same => same.Skip(1)))
        {
            Report(again, message);
        }
    }

    private void Report(Section section, string message) => Report(section.Line, section.Heading, message);

    private void Report(int line, string heading, string message) =>
        _problems.Add(new PageProblem(path, line, heading, message));
}
