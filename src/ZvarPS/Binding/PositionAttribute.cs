using Zvar;

namespace ZvarPS;

/// <summary>Reads one position or several: text, two numbers, stars and rows that have one, or names.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PositionAttribute : ListReadingAttribute<PositionArgument>
{
    /// <summary>What is read, for help and error messages.</summary>
    internal const string AllForms = Coordinate.PositionForms + ", or a name: 'RR Lyr', M31";

    private protected override string Forms => AllForms;

    private protected override object Read(object? argument) => PositionReader.IsPair(Argument.Elements(argument))
        ? new[] { PositionReader.ReadOrName(argument) }
        : base.Read(argument);

    private protected override PositionArgument ReadElement(object? element) => PositionReader.ReadOrName(element);
}
