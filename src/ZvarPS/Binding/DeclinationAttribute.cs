using Zvar;

namespace ZvarPS;

/// <summary>Reads a declination into degrees.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DeclinationAttribute : ReadingAttribute
{
    /// <inheritdoc/>
    protected override object Read(object argument) =>
        Coordinate.ParseDec(ArgumentText.Of(argument, Coordinate.DecForms));
}
