using System.Text;
using Markdig.Syntax;

namespace ZvarPS.Help;

/// <summary>
/// Writes anew what is made in a page: the syntax, the facts of every parameter, and the parameters it lacks. All else
/// stays as the author wrote it.
/// </summary>
internal sealed class PageUpdater
{
    private readonly List<(int Start, int End, string Text)> _edits = [];
    private readonly PageOutline _page;
    private readonly CmdletDefinition _cmdlet;
    private readonly OrderedDictionary<string, Section> _parameters;

    private PageUpdater(PageOutline page, CmdletDefinition cmdlet)
    {
        _page = page;
        _cmdlet = cmdlet;
        _parameters = new((page.Find(HelpPage.ParametersTitle)?.Sections ?? [])
            .Select(section => KeyValuePair.Create(section.Title.TrimStart('-'), section)));
    }

    /// <summary>The text that a page without problems should have.</summary>
    internal static string Update(PageOutline page, CmdletDefinition cmdlet)
    {
        var adding = new PageUpdater(page, cmdlet);
        adding.AddParameters();
        var updating = new PageUpdater(new PageOutline(adding.Apply()), cmdlet);
        updating.UpdateSyntax();
        updating.UpdateFacts();
        return updating.Apply();
    }

    // Each comes after the one before it in the source.
    private void AddParameters()
    {
        if (_page.Find(HelpPage.ParametersTitle) is not { } parameters)
        {
            return;
        }

        int place = parameters.End;
        foreach (ParameterDefinition parameter in _cmdlet.Parameters.Select(use => use.Parameter))
        {
            if (_parameters.TryGetValue(parameter.Name, out Section? section))
            {
                place = section.End;
            }
            else
            {
                Insert(place, $"### -{parameter.Name}\n\n{PlainText.ToMarkdown(parameter.HelpMessage)}");
            }
        }
    }

    private void UpdateSyntax()
    {
        string block = SyntaxBlock.Write(
            _cmdlet.Name,
            SyntaxOrder.Sort(_cmdlet, [.. _parameters.Keys]),
            parameter => FactsLine.Of(_parameters[parameter.Name]).TypeOf(parameter));
        if (_page.Syntax is { } syntax)
        {
            Replace(syntax, block);
        }
        else
        {
            Insert(_page.Synopsis!.Span.End + 1, block);
        }
    }

    private void UpdateFacts()
    {
        foreach (ParameterUse use in _cmdlet.Parameters)
        {
            Section section = _parameters[use.Parameter.Name];
            string line = FactsLine.Of(section).Write(use);
            if (FactsLine.Find(section) is { } facts)
            {
                Replace(facts, line);
            }
            else
            {
                Insert(section.End, line);
            }
        }
    }

    private void Replace(Block block, string text) => _edits.Add((block.Span.Start, block.Span.End + 1, text));

    private void Insert(int place, string text) => _edits.Add((place, place, $"\n\n{text}"));

    private string Apply()
    {
        var text = new StringBuilder();
        int done = 0;
        foreach ((int start, int end, string replacement) in _edits.OrderBy(edit => edit.Start))
        {
            text.Append(_page.Text, done, start - done).Append(replacement);
            done = end;
        }

        return text.Append(_page.Text, done, _page.Text.Length - done).ToString();
    }
}
