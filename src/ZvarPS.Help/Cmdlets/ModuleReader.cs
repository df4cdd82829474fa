using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace ZvarPS.Help;

/// <summary>Asks the engine what the cmdlets of the built module are.</summary>
internal static class ModuleReader
{
    /// <summary>The cmdlets by name.</summary>
    internal static IReadOnlyList<CmdletDefinition> Read(string manifest)
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        state.ImportPSModule([manifest]);
        state.ThrowOnRunspaceOpenError = true;
        if (OperatingSystem.IsWindows())
        {
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.RemoteSigned;
        }

        using Runspace runspace = RunspaceFactory.CreateRunspace(state);
        runspace.Open();
        using var shell = PowerShell.Create(runspace);
        shell.AddCommand("Get-Command")
            .AddParameter("Module", Path.GetFileNameWithoutExtension(manifest))
            .AddParameter("CommandType", CommandTypes.Cmdlet);
        return
        [
            .. shell.Invoke<CmdletInfo>().Select(Define).OrderBy(cmdlet => cmdlet.Name, StringComparer.Ordinal),
        ];
    }

    private static CmdletDefinition Define(CmdletInfo cmdlet)
    {
        ILookup<string, CommandParameterInfo> parameters = cmdlet.ParameterSets.SelectMany(Described)
            .ToLookup(parameter => parameter.Name);
        Dictionary<string, ParameterDefinition> definitions = parameters.ToDictionary(
            declared => declared.Key, declared => Define([.. declared]));
        return new CmdletDefinition(cmdlet.Verb, cmdlet.Noun)
        {
            Syntaxes =
            [
                .. cmdlet.ParameterSets.Select(set =>
                    Described(set).Select(parameter => Use(definitions[parameter.Name], parameter)).ToArray()),
            ],
            OutputTypes = [.. cmdlet.OutputType.Select(type => type.Name)],
        };
    }

    private static IEnumerable<CommandParameterInfo> Described(CommandParameterSetInfo set) =>
        set.Parameters.Where(parameter => !Cmdlet.CommonParameters.Contains(parameter.Name));

    private static ParameterDefinition Define(CommandParameterInfo[] declared)
    {
        CommandParameterInfo first = declared[0];
        return new(first.Name, Nullable.GetUnderlyingType(first.ParameterType) ?? first.ParameterType)
        {
            HelpMessage = declared.Select(one => one.HelpMessage).FirstOrDefault(text => text is { Length: > 0 }) ?? "",
            Aliases = [.. first.Aliases.Order(StringComparer.Ordinal)],
            IsRead = first.Attributes.OfType<ArgumentTransformationAttribute>().Any(),
        };
    }

    private static ParameterUse Use(ParameterDefinition definition, CommandParameterInfo parameter) => new(definition)
    {
        IsRequired = parameter.IsMandatory,
        Position = parameter.Position < 0 ? null : parameter.Position,
        FromPipeline = parameter.ValueFromPipeline,
        FromPipelineByName = parameter.ValueFromPipelineByPropertyName,
    };
}
