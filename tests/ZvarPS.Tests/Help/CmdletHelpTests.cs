using System.Management.Automation;
using System.Text.RegularExpressions;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests.Help;

/// <summary>The help of the cmdlets as Get-Help shows it, and the prose in it.</summary>
public sealed partial class CmdletHelpTests : IDisposable
{
    private readonly Shell _shell = new();

    public static TheoryData<string> Cmdlets => [.. CmdletHelp.All.Select(help => help.Name)];

    public void Dispose() => _shell.Dispose();

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Get_Help_finds_it(string name)
    {
        CmdletHelp help = CmdletHelp.Of(name);
        Assert.Equal(help.Synopsis, _shell.Run("(Get-Help $name).Synopsis", ("name", name)).Single.ToString());
        IReadOnlyList<PSObject> examples =
            _shell.Run("(Get-Help $name).examples.example.code", ("name", name)).Succeed();
        Assert.Equal(help.Examples.Select(example => example.Code), examples.Select(code => code.ToString()));
    }

    [Theory]
    [InlineData("Find-ZvarCone", "Radius", "angle", "false", "2", "false", "none", "None")]
    [InlineData("Find-ZvarCone", "Ra", "angle", "true", "0", "false", "RAJ2000, RightAscension, _RAJ2000", "None")]
    [InlineData("Find-ZvarCone", "InputObject", "PSObject", "true", "named", "true (ByValue)", "none", "None")]
    [InlineData("Find-ZvarCone", "Strict", "SwitchParameter", "false", "named", "false", "none", "False")]
    [InlineData("Get-ZvarPhotometry", "Field", "Int32[]", "false", "named", "false", "none", "all")]
    public void Get_Help_knows_the_facts_of_a_parameter(
        string cmdlet,
        string parameter,
        string type,
        string required,
        string position,
        string pipelineInput,
        string aliases,
        string defaultValue)
    {
        IReadOnlyList<PSObject> facts = _shell.Run(
            """
            $help = Get-Help $cmdlet -Parameter $parameter
            $help.parameterValue, $help.required, $help.position, $help.pipelineInput, $help.aliases, $help.defaultValue
            """,
            ("cmdlet", cmdlet),
            ("parameter", parameter)).Succeed();
        Assert.Equal(
            [type, required, position, pipelineInput, aliases, defaultValue],
            facts.Select(fact => fact.ToString()));
    }

    [Fact]
    public void Get_Help_shows_every_way_to_call_a_cmdlet()
    {
        IReadOnlyList<PSObject> ways = _shell.Run(
            """
            foreach ($way in (Get-Help Get-ZvarLightCurve).syntax.syntaxItem) {
                $way.parameter.name -join ' '
                ($way.parameter | Where-Object name -eq Format).parameterValueGroup.parameterValue -join ' '
            }
            """).Succeed();
        const string Shared = "Band Field Ccd Quad Format MinSnr MinPoints DetectionsOnly ThrottleLimit Connection";
        Assert.Equal(
            [$"Psid {Shared}", "Mag Flux", $"InputObject {Shared}", "Mag Flux"],
            ways.Select(way => way.ToString()));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Says_what_the_cmdlet_does_takes_and_gives_in_sentences(string name)
    {
        CmdletHelp help = CmdletHelp.Of(name);
        Assert.EndsWith(".", help.Synopsis, StringComparison.Ordinal);
        Assert.All(help.Description, paragraph => Assert.EndsWith(".", paragraph, StringComparison.Ordinal));
        Assert.All(help.Parameters, parameter => Assert.True(
            parameter.Description is [.., [.., '.']], $"-{parameter.Name}: {parameter.Description[^1]}"));
        Assert.All(
            [.. help.Inputs, .. help.Outputs],
            type => Assert.EndsWith(".", type.Description, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Has_links_that_lead_somewhere(string name)
    {
        string[] links = CmdletHelp.Of(name).Links;
        Assert.All(links, link => Assert.True(
            link.StartsWith("about_", StringComparison.Ordinal)
                ? AboutTopic.Names.Contains(link)
                : CmdletHelp.All.Any(help => help.Name == link) && link != name,
            $"{name} links to {link}."));
        string folder = Path.Combine(Built.ModuleFolder, "docs", "cmdlets");
        Assert.All(FileLink().Matches(File.ReadAllText(Path.Combine(folder, $"{name}.md"))), link =>
            Assert.True(File.Exists(Path.Combine(folder, link.Groups["file"].Value)), $"{name}.md: {link.Value}"));
    }

    [GeneratedRegex(@"^- \[.+\]\((?!https?:)(?<file>.+)\)$", RegexOptions.Multiline)]
    private static partial Regex FileLink();
}
