using Zvar;

namespace ZvarPS;

/// <summary>Reads a declination into degrees.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DeclinationAttribute : ReadingAttribute
{
    private protected override object Read(object? argument) =>
        Coordinate.ParseDec(Argument.Text(argument, Coordinate.DecForms));
}
