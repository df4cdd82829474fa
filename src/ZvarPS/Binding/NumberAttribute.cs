using Zvar;

namespace ZvarPS;

/// <summary>Reads a number.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NumberAttribute : ReadingAttribute
{
    private protected override object Read(object? argument) => Number.Parse(Argument.Text(argument, Number.Forms));
}
