using Zvar;

namespace ZvarPS;

/// <summary>Reads one position or several: text, two numbers, or stars and rows that have one.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PositionAttribute : ListReadingAttribute<SkyPosition>
{
    private protected override string Forms => Coordinate.PositionForms;

    private protected override object Read(object? argument) => PositionReader.IsPair(Argument.Elements(argument))
        ? new[] { PositionReader.Read(argument) }
        : base.Read(argument);

    private protected override SkyPosition ReadElement(object? element) => PositionReader.Read(element);
}
