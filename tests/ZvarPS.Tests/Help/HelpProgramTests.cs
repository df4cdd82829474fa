using System.Text.RegularExpressions;
using System.Xml.Linq;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests.Help;

/// <summary>The help, made of the pages and the cmdlets.</summary>
public sealed partial class HelpProgramTests : IDisposable
{
    private static readonly string Committed = Path.Combine(Built.ModuleFolder, "en-US", "ZvarPS.dll-Help.xml");

    private readonly HelpProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public void The_help_is_what_is_made_of_the_pages_and_the_cmdlets()
    {
        (int exitCode, string told) = HelpProgram.Run("--check");
        Assert.True(exitCode == 0, told);
    }

    [Fact]
    public void What_is_not_so_says_which_command_to_run_and_is_left_alone()
    {
        _program.Edit("Get-ZvarField", "^The connection to ask, ", "Whom to ask: the connection, ");
        _program.Edit("Get-ZvarObject", @"^\*Int32; ", "*Int64; ");
        Dictionary<string, string> pages = _program.ReadAll();
        (int exitCode, string told) = HelpProgram.Run("--check", "--pages", _program.Pages);
        Assert.Equal(1, exitCode);
        Assert.Equal(
            [
                $"{_program.Page("Get-ZvarObject")} is not what is made of the pages and the cmdlets.",
                $"{Committed} is not what is made of the pages and the cmdlets.",
                "Run: dotnet run --project src/ZvarPS.Help",
            ],
            told.ReplaceLineEndings("\n").Trim().Split('\n'));
        Assert.Equal(pages, _program.ReadAll());
    }

    [Fact]
    public void What_is_made_comes_back_and_the_authors_words_stay()
    {
        Dictionary<string, string> pages = _program.ReadAll();
        foreach ((string file, string text) in pages)
        {
            string bare = MadeFacts().Replace(SyntaxBlock().Replace(text, ""), "");
            Assert.NotEqual(text, bare);
            File.WriteAllText(file, bare);
        }

        (int exitCode, string told) = _program.Make();
        Assert.True(exitCode == 0, told);
        Assert.Equal(pages, _program.ReadAll());
        Assert.Equal(File.ReadAllText(Committed), File.ReadAllText(_program.Maml));
    }

    [Fact]
    public void A_parameter_that_a_page_lacks_comes_with_its_tooltip_where_the_source_has_it()
    {
        _program.Edit("Find-ZvarCone", @"^### -Strict\n(.*\n)+?(?=##)", "");
        (int exitCode, string told) = _program.Make();
        Assert.True(exitCode == 0, told);
        Assert.Contains(
            """
            ### -Strict

            One period must meet all limits on periods, and one light curve all the others.

            *switch*

            ### -ObjectType
            """,
            _program.Read("Find-ZvarCone"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_Markdown_marks_is_plain_text_in_the_console()
    {
        _program.Edit(
            "Find-ZvarCone",
            @"(?<=^## Notes\n\n)",
            """
            Ask `Get-ZvarObject` *first*, with \_one\_ psid:

            - see [the guide](https://example.org/zvar),
            - or
              guess.


            """);
        _program.Edit("Find-ZvarCone", @"default: 4", @"default: four\_four; more\*");
        _program.Edit("Find-ZvarCone", @"\Z", "- [The survey](https://example.org/survey)\n");
        (int exitCode, string told) = _program.Make();
        Assert.True(exitCode == 0, told);
        XNamespace maml = "http://schemas.microsoft.com/maml/2004/10";
        XNamespace dev = "http://schemas.microsoft.com/maml/dev/2004/10";
        var help = XDocument.Load(_program.Maml);
        Assert.Equal(
            ["Ask Get-ZvarObject first, with _one_ psid:", "- see the guide,", "- or guess."],
            help.Descendants(maml + "alert").Elements().Select(paragraph => paragraph.Value)
                .SkipWhile(text => !text.StartsWith("Ask", StringComparison.Ordinal)).Take(3));
        Assert.Contains(help.Descendants(dev + "defaultValue"), value => value.Value == "four_four; more*");
        Assert.Contains(
            help.Descendants(maml + "navigationLink"),
            link => link.Element(maml + "uri")?.Value == "https://example.org/survey");
        Assert.Contains(
            @"*Int32; default: four\_four; more\**", _program.Read("Find-ZvarCone"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_option_it_does_not_know_gets_the_usage()
    {
        (int exitCode, string told) = HelpProgram.Run("--chek");
        Assert.Equal(64, exitCode);
        Assert.Contains("--check", told, StringComparison.Ordinal);
    }

    // The first block of code, which has no language.
    [GeneratedRegex(@"(?<=\A# .*\n\n.*\n\n)```\n(.*\n)+?```\n\n")]
    private static partial Regex SyntaxBlock();

    // A line of facts without a word of the author's: neither a default nor a type with a small letter.
    [GeneratedRegex(@"^\*(switch|[A-Z])((?!default:).)*\*\n\n", RegexOptions.Multiline)]
    private static partial Regex MadeFacts();
}
