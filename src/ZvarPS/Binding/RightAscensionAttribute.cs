using Zvar;

namespace ZvarPS;

/// <summary>Reads a right ascension into degrees.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RightAscensionAttribute : ReadingAttribute
{
    private protected override object Read(object? argument) =>
        Coordinate.ParseRa(Argument.Text(argument, Coordinate.RaForms));
}
