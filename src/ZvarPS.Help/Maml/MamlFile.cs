using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace ZvarPS.Help;

/// <summary>The help file in MAML, the format that Get-Help reads for a binary cmdlet.</summary>
internal static class MamlFile
{
    private static readonly XNamespace Items = "http://msh";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    /// <summary>The text of the file, the same for the same pages on every machine.</summary>
    internal static string Write(IEnumerable<(CmdletDefinition Cmdlet, HelpPage Page)> helps)
    {
        var root = new XElement(
            Items + "helpItems",
            new XAttribute("schema", "maml"),
            new XAttribute("xmlns", Items.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "maml", Maml.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "command", Command.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "dev", Dev.NamespaceName),
            new XComment(" Made of docs/cmdlets by src/ZvarPS.Help: change the pages there. "),
            helps.Select(help => WriteCommand(help.Cmdlet, help.Page)));
        using var stream = new MemoryStream();
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            NewLineChars = "\n",
        };
        using (var writer = XmlWriter.Create(stream, settings))
        {
            new XDocument(root).Save(writer);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + '\n';
    }

    private static XElement WriteCommand(CmdletDefinition cmdlet, HelpPage page)
    {
        Dictionary<string, ParameterText> texts = page.Parameters.ToDictionary(text => text.Name);
        Dictionary<string, ParameterUse> uses = cmdlet.Parameters.ToDictionary(use => use.Parameter.Name);
        return new(
            Command + "command",
            new XElement(
                Command + "details",
                new XElement(Command + "name", cmdlet.Name),
                WriteDescription([page.Synopsis]),
                new XElement(Command + "verb", cmdlet.Verb),
                new XElement(Command + "noun", cmdlet.Noun)),
            WriteDescription(page.Description),
            new XElement(
                Command + "syntax",
                SyntaxOrder.Sort(cmdlet, [.. page.Parameters.Select(text => text.Name)]).Select(syntax => new XElement(
                    Command + "syntaxItem",
                    new XElement(Maml + "name", cmdlet.Name),
                    syntax.Select(use => WriteInSyntax(use, texts[use.Parameter.Name].Facts))))),
            new XElement(
                Command + "parameters",
                page.Parameters.Select(text => WriteParameter(uses[text.Name], text))),
            new XElement(
                Command + "inputTypes", page.Inputs.Select(type => WriteType(Command + "inputType", type))),
            new XElement(
                Command + "returnValues", page.Outputs.Select(type => WriteType(Command + "returnValue", type))),
            page.Notes is [] ? null : new XElement(
                Maml + "alertSet", new XElement(Maml + "alert", WriteParagraphs(page.Notes))),
            new XElement(Command + "examples", page.Examples.Select(WriteExample)),
            new XElement(Command + "relatedLinks", page.Links.Select(WriteLink)));
    }

    // A switch has no value in a syntax; of an enumeration the names are shown.
    private static XElement WriteInSyntax(ParameterUse use, FactsLine facts) => new(
        Command + "parameter",
        WriteAttributes(use),
        new XElement(Maml + "name", use.Parameter.Name),
        use.Parameter.IsSwitch ? null : WriteValue(use.Parameter, facts),
        use.Parameter.Choices is [] ? null : new XElement(
            Command + "parameterValueGroup",
            use.Parameter.Choices.Select(choice => new XElement(
                Command + "parameterValue", new XAttribute("required", "false"), choice))));

    private static XElement WriteParameter(ParameterUse use, ParameterText text) => new(
        Command + "parameter",
        WriteAttributes(use),
        new XElement(Maml + "name", use.Parameter.Name),
        WriteDescription(text.Description),
        WriteValue(use.Parameter, text.Facts),
        new XElement(Dev + "type", new XElement(Maml + "name", use.Parameter.Type.FullName)),
        new XElement(Dev + "defaultValue", text.Facts.Default ?? (use.Parameter.IsSwitch ? "False" : "None")));

    private static XElement WriteValue(ParameterDefinition parameter, FactsLine facts) => new(
        Command + "parameterValue",
        new XAttribute("required", parameter.IsSwitch ? "false" : "true"),
        new XAttribute("variableLength", parameter.Type.IsArray ? "true" : "false"),
        facts.TypeOf(parameter));

    private static IEnumerable<XAttribute> WriteAttributes(ParameterUse use) =>
    [
        new("required", use.IsRequired ? "true" : "false"),
        new("variableLength", use.Parameter.Type.IsArray ? "true" : "false"),
        new("globbing", "false"),
        new("pipelineInput", (use.FromPipeline, use.FromPipelineByName) switch
        {
            (false, false) => "false",
            (true, false) => "true (ByValue)",
            (false, true) => "true (ByPropertyName)",
            _ => "true (ByPropertyName, ByValue)",
        }),
        new("position", use.Position?.ToString(CultureInfo.InvariantCulture) ?? "named"),
        new("aliases", use.Parameter.Aliases is [] ? "none" : string.Join(", ", use.Parameter.Aliases)),
    ];

    private static XElement WriteType(XName name, TypeText type) => new(
        name,
        new XElement(Dev + "type", new XElement(Maml + "name", type.Name)),
        WriteDescription(type.Description));

    // The empty paragraph sets the next example off.
    private static XElement WriteExample(ExampleText example) => new(
        Command + "example",
        new XElement(Maml + "title", $"---------- {example.Title} ----------"),
        new XElement(Dev + "code", example.Code),
        new XElement(Dev + "remarks", WriteParagraphs([.. example.Remarks, ""])));

    private static XElement WriteLink(LinkText link) => new(
        Maml + "navigationLink",
        new XElement(Maml + "linkText", link.Text),
        link.Address is null ? null : new XElement(Maml + "uri", link.Address.OriginalString));

    private static XElement WriteDescription(IEnumerable<string> paragraphs) =>
        new(Maml + "description", WriteParagraphs(paragraphs));

    private static IEnumerable<XElement> WriteParagraphs(IEnumerable<string> paragraphs) =>
        paragraphs.Select(paragraph => new XElement(Maml + "para", paragraph is "" ? null : paragraph));
}
