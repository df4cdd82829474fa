using Zvar;

namespace ZvarPS;

/// <summary>Reads a whole number.</summary>
[AttributeUsage(AttributeTargets.Property)]
public class WholeNumberAttribute : ReadingAttribute
{
    private protected sealed override object Read(object? argument) =>
        Number.ParseWhole(Argument.Text(argument, "a whole number, such as 15"));
}
