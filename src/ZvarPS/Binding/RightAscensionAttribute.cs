using Zvar;

namespace ZvarPS;

/// <summary>Reads a right ascension into degrees.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RightAscensionAttribute : ReadingAttribute
{
    /// <inheritdoc/>
    protected override object Read(object argument) =>
        Coordinate.ParseRa(ArgumentText.Of(argument, Coordinate.RaForms));
}
