using System.Management.Automation;
using Zvar;

namespace ZvarPS;

/// <summary>Takes a connection, and says of what was one why it is none any more.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ConnectionAttribute : ReadingAttribute
{
    private const string Forms = "what Connect-Zvar -PassThru or Get-ZvarConnection gave";

    private protected override object Read(object? argument)
    {
        object? given = Argument.Elements(argument) is [var only] ? only : argument;
        return Argument.Unwrap(given) switch
        {
            ZvarConnection connection => connection,
            null => throw new FormatException($"There is no connection. Give {Forms}."),
            PSObject wrapped when wrapped.TypeNames.Contains($"Deserialized.{typeof(ZvarConnection).FullName}") =>
                throw new FormatException(
                    "This is what is left of a connection that went into a job or a file: it can be asked nothing. A"
                    + " job is a process of its own: run Connect-Zvar inside it."),
            _ => throw new FormatException($"'{Excerpt.Of($"{given}")}' is no connection. Give {Forms}."),
        };
    }
}
