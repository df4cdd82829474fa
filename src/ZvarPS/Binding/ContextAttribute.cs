using System.Management.Automation;

namespace ZvarPS;

/// <summary>
/// Reads what is known of stars beside their light curves, lists in lists too. One thing among others that is none of
/// it is told by the cmdlet, which shows the stars all the same; that there is nothing else is an error at binding.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ContextAttribute : ReadingAttribute
{
    private protected override object Read(object? argument)
    {
        PSObject[] elements = [.. Flatten(argument)];
        return elements switch
        {
            [] => throw new FormatException($"There is nothing in it. Give {StarContext.Forms}."),
            _ when !elements.Any(Tells) => throw new FormatException(StarContext.Refuse(elements[0])),
            _ => elements,
        };
    }

    private static IEnumerable<PSObject> Flatten(object? argument) => Argument.IsList(argument)
        ? Argument.Elements(argument).SelectMany(Flatten)
        : Argument.Unwrap(argument) is null ? [] : [PSObject.AsPSObject(argument)];

    // A number that cannot be read is told of when it is looked for.
    private static bool Tells(PSObject element)
    {
        try
        {
            return StarContext.Is(element);
        }
        catch (FormatException)
        {
            return true;
        }
    }
}
