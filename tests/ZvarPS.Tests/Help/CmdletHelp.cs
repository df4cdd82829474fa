using System.Xml.Linq;
using ZvarPS.Tests.Engine;

namespace ZvarPS.Tests.Help;

/// <summary>What the help file says of a cmdlet.</summary>
internal sealed class CmdletHelp(XElement command)
{
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";

    internal static IReadOnlyList<CmdletHelp> All { get; } =
    [
        .. XDocument.Load(Path.Combine(Built.ModuleFolder, "en-US", "ZvarPS.dll-Help.xml"))
            .Root!.Elements(Command + "command").Select(command => new CmdletHelp(command)),
    ];

    internal string Name => Details.Element(Command + "name")!.Value;

    internal string Synopsis => Details.Element(Maml + "description")!.Value;

    internal string[] Description => Paragraphs(command);

    internal ParameterHelp[] Parameters => [.. command.Element(Command + "parameters")!.Elements().Select(Read)];

    internal TypeHelp[] Inputs => [.. command.Descendants(Command + "inputType").Select(ReadType)];

    internal TypeHelp[] Outputs => [.. command.Descendants(Command + "returnValue").Select(ReadType)];

    internal ExampleHelp[] Examples =>
    [
        .. command.Descendants(Command + "example").Select(example => new ExampleHelp(
            example.Element(Maml + "title")!.Value,
            example.Element(Dev + "code")!.Value,
            example.Element(Dev + "remarks")!.Value)),
    ];

    internal string[] Links => [.. command.Descendants(Maml + "linkText").Select(link => link.Value)];

    private XElement Details => command.Element(Command + "details")!;

    internal static CmdletHelp Of(string name) => All.Single(help => help.Name == name);

    private static ParameterHelp Read(XElement parameter) =>
        new(parameter.Element(Maml + "name")!.Value, Paragraphs(parameter));

    private static TypeHelp ReadType(XElement type) =>
        new(type.Element(Dev + "type")!.Value, string.Join('\n', Paragraphs(type)));

    private static string[] Paragraphs(XElement described) =>
        [.. described.Elements(Maml + "description").Elements(Maml + "para").Select(paragraph => paragraph.Value)];
}

/// <summary>What it says of a parameter.</summary>
internal sealed record ParameterHelp(string Name, string[] Description);

/// <summary>What it says of something that is piped in or out.</summary>
internal sealed record TypeHelp(string Name, string Description);

/// <summary>An example with its title and its explanation.</summary>
internal sealed record ExampleHelp(string Title, string Code, string Remarks);
