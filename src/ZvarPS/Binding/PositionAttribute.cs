using Zvar;

namespace ZvarPS;

/// <summary>Reads one position or several.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PositionAttribute : ReadingAttribute
{
    /// <inheritdoc/>
    protected override object Read(object argument) => ArgumentText.Unwrap(argument) is object[] several
        ? Array.ConvertAll(several, ReadOne)
        : new[] { ReadOne(argument) };

    internal static SkyPosition ReadOne(object argument) =>
        ArgumentText.Unwrap(argument) is SkyPosition position
            ? position
            : Coordinate.ParsePosition(ArgumentText.Of(argument, Coordinate.PositionForms));
}
