namespace ZvarPS.Help;

/// <summary>A parameter as the cmdlet declares it.</summary>
internal sealed record ParameterDefinition(string Name, Type Type)
{
    /// <summary>The tooltip.</summary>
    internal required string HelpMessage { get; init; }

    internal required string[] Aliases { get; init; }

    /// <summary>Whether its argument is read as people write it, so that its type says little about it.</summary>
    internal required bool IsRead { get; init; }

    internal bool IsSwitch => Type == typeof(System.Management.Automation.SwitchParameter);

    /// <summary>The words it takes, if it takes no others.</summary>
    internal string[] Choices => Type.IsEnum ? Enum.GetNames(Type) : [];
}
