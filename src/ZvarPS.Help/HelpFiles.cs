namespace ZvarPS.Help;

/// <summary>The pages and the help file, as they should be.</summary>
internal sealed class HelpFiles
{
    private readonly List<PageProblem> _problems = [];
    private readonly Dictionary<string, string> _texts = [];

    private HelpFiles()
    {
    }

    /// <summary>What is wrong with the pages. As long as something is, there are no files.</summary>
    internal IReadOnlyList<PageProblem> Problems => _problems;

    /// <summary>The files that are not as they should be, by their path, with the text they should have.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Changed => _texts
        .Where(file => !File.Exists(file.Key) || File.ReadAllText(file.Key) != file.Value);

    /// <summary>Makes them, and writes nothing.</summary>
    internal static HelpFiles Make(IReadOnlyList<CmdletDefinition> cmdlets, HelpOptions options)
    {
        var files = new HelpFiles();
        files.CheckNames(cmdlets, options.Pages);
        List<(CmdletDefinition Cmdlet, HelpPage Page)> helps = [];
        foreach (CmdletDefinition cmdlet in cmdlets)
        {
            string path = Path.Combine(options.Pages, $"{cmdlet.Name}.md");
            if (File.Exists(path) && files.MakePage(path, cmdlet) is { } page)
            {
                helps.Add((cmdlet, page));
            }
        }

        if (files.Problems.Count == 0)
        {
            files._texts[options.Maml] = MamlFile.Write(helps);
        }

        return files;
    }

    private void CheckNames(IReadOnlyList<CmdletDefinition> cmdlets, string folder)
    {
        string[] names = [.. cmdlets.Select(cmdlet => cmdlet.Name)];
        string[] pages = [.. Directory.EnumerateFiles(folder, "*.md").Select(Path.GetFileNameWithoutExtension)!];
        Report(names.Except(pages), "the cmdlet has no page: write one as those beside it are.");
        Report(pages.Except(names), "there is no such cmdlet: rename the page, or take it away.");

        void Report(IEnumerable<string> wrong, string message) => _problems.AddRange(
            wrong.Select(name => new PageProblem(Path.Combine(folder, $"{name}.md"), 1, $"# {name}", message)));
    }

    private HelpPage? MakePage(string path, CmdletDefinition cmdlet)
    {
        var outline = new PageOutline(File.ReadAllText(path).ReplaceLineEndings("\n"));
        var reader = new PageReader(path, outline, cmdlet);
        reader.Read();
        if (reader.Problems.Count > 0)
        {
            _problems.AddRange(reader.Problems);
            return null;
        }

        _texts[path] = PageUpdater.Update(outline, cmdlet);
        return new PageReader(path, new PageOutline(_texts[path]), cmdlet).Read();
    }
}
