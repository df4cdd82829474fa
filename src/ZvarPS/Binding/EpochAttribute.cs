using Zvar;

namespace ZvarPS;

/// <summary>Reads where phase zero is to be: a BJD, Minimum or Maximum.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EpochAttribute : ReadingAttribute
{
    /// <inheritdoc/>
    protected override object Read(object argument) => ArgumentText.Unwrap(argument) is EpochChoice epoch
        ? epoch
        : EpochChoice.Parse(ArgumentText.Of(argument, EpochChoice.Forms));
}
