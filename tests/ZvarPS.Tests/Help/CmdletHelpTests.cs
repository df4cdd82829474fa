using System.Management.Automation;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests.Help;

/// <summary>The help of the cmdlets, held to what the engine says of them.</summary>
public sealed class CmdletHelpTests : IDisposable
{
    private readonly Shell _shell = new();

    public static TheoryData<string> Cmdlets
    {
        get
        {
            using var shell = new Shell();
            return [.. shell.Run("(Get-Module ZvarPS).ExportedCmdlets.Keys").Succeed().Select(name => name.ToString())];
        }
    }

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void Every_cmdlet_has_help_and_all_help_has_a_cmdlet() =>
        Assert.Equal(Cmdlets.Select(row => row.Data).Order(), CmdletHelp.All.Select(help => help.Name).Order());

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
    [MemberData(nameof(Cmdlets))]
    public void Says_what_the_cmdlet_does_takes_and_gives(string name)
    {
        CmdletHelp help = CmdletHelp.Of(name);
        Assert.EndsWith(".", help.Synopsis, StringComparison.Ordinal);
        Assert.NotEmpty(help.Description);
        Assert.All(help.Description, paragraph => Assert.EndsWith(".", paragraph, StringComparison.Ordinal));
        Assert.NotEmpty(help.Inputs);
        Assert.NotEmpty(help.Outputs);
        Assert.All(
            [.. help.Inputs, .. help.Outputs],
            type => Assert.EndsWith(".", type.Description, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Names_the_types_the_cmdlet_gives(string name)
    {
        string[] given = [.. Command(name).OutputType.Select(type => type.Name)];
        Assert.Equal(
            given.Order(),
            CmdletHelp.Of(name).Outputs.Select(type => type.Name).Where(type => type != "None").Order());
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Says_whether_the_cmdlet_takes_a_pipeline(string name)
    {
        bool takes = Command(name).ParameterSets.SelectMany(set => set.Parameters).Any(one => one.ValueFromPipeline);
        Assert.Equal(takes, CmdletHelp.Of(name).Inputs.All(type => type.Name != "None"));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Describes_every_parameter_as_it_is(string name)
    {
        CmdletInfo command = Command(name);
        ILookup<string, CommandParameterInfo> parameters = command.ParameterSets.SelectMany(Described)
            .ToLookup(parameter => parameter.Name);
        CmdletHelp help = CmdletHelp.Of(name);
        Assert.Equal(parameters.Select(one => one.Key).Order(), help.Parameters.Select(one => one.Name).Order());
        foreach (ParameterHelp described in help.Parameters)
        {
            CommandParameterInfo parameter = parameters[described.Name].First();
            string which = $"{name} -{described.Name}";
            bool isMandatory = parameters[described.Name].All(one => one.IsMandatory);
            Assert.True(described.Description is [.., [.., '.']], $"{which}: description");
            Assert.False(string.IsNullOrEmpty(described.Default), $"{which}: default value");
            Assert.True(isMandatory == described.Required, $"{which}: required");
            Assert.True(PositionOf(parameter) == described.Position, $"{which}: position");
            Assert.True(PipelineInputOf(parameter) == described.PipelineInput, $"{which}: pipeline input");
            Assert.True(AliasesOf(parameter) == described.Aliases, $"{which}: aliases");
            AssertType(parameter, described.Type, which);
        }
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Shows_every_way_to_call_the_cmdlet(string name)
    {
        CmdletInfo command = Command(name);
        ParameterHelp[][] syntaxes = CmdletHelp.Of(name).Syntaxes;
        Assert.Equal(command.ParameterSets.Count, syntaxes.Length);
        foreach (CommandParameterSetInfo set in command.ParameterSets)
        {
            CommandParameterInfo[] parameters = [.. Described(set)];
            IEnumerable<string> names = parameters.Select(parameter => parameter.Name).Order();
            ParameterHelp[]? syntax = Array.Find(
                syntaxes, one => one.Select(parameter => parameter.Name).Order().SequenceEqual(names));
            Assert.True(syntax is not null, $"{name}: no syntax has the parameters of {set.Name}.");
            foreach (CommandParameterInfo parameter in parameters)
            {
                ParameterHelp shown = syntax.Single(one => one.Name == parameter.Name);
                Assert.Equal(parameter.IsMandatory, shown.Required);
                Assert.Equal(PositionOf(parameter), shown.Position);
                Type type = Underlying(parameter);
                Assert.Equal(type.IsEnum ? Enum.GetNames(type) : [], shown.Values);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Has_links_that_lead_somewhere(string name)
    {
        string[] links = CmdletHelp.Of(name).Links;
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(
            link.StartsWith("about_", StringComparison.Ordinal)
                ? AboutTopic.Names.Contains(link)
                : CmdletHelp.All.Any(help => help.Name == link) && link != name,
            $"{name} links to {link}."));
    }

    private CmdletInfo Command(string name) =>
        (CmdletInfo)_shell.Run("Get-Command $name", ("name", name)).Single.BaseObject;

    private static IEnumerable<CommandParameterInfo> Described(CommandParameterSetInfo set) =>
        set.Parameters.Where(parameter => !Cmdlet.CommonParameters.Contains(parameter.Name));

    private static string PositionOf(CommandParameterInfo parameter) =>
        parameter.Position < 0 ? "named" : $"{parameter.Position}";

    private static string PipelineInputOf(CommandParameterInfo parameter) =>
        (parameter.ValueFromPipeline, parameter.ValueFromPipelineByPropertyName) switch
        {
            (false, false) => "false",
            (true, false) => "true (ByValue)",
            (false, true) => "true (ByPropertyName)",
            _ => "true (ByPropertyName, ByValue)",
        };

    private static string AliasesOf(CommandParameterInfo parameter) => parameter.Aliases.Count == 0
        ? "none"
        : string.Join(", ", parameter.Aliases.Order(StringComparer.Ordinal));

    private static Type Underlying(CommandParameterInfo parameter) =>
        Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;

    // A value that the cmdlet reads from text itself may be named by what it is, in lower case: an angle, a duration.
    private static void AssertType(CommandParameterInfo parameter, string? described, string which)
    {
        bool isRead = parameter.Attributes.OfType<ArgumentTransformationAttribute>().Any();
        Assert.True(
            described == Underlying(parameter).Name || (isRead && described is [>= 'a' and <= 'z', ..]),
            $"{which}: type {described}");
    }
}
