using Zvar;

namespace ZvarPS;

/// <summary>Reads bands under any of their names.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BandAttribute : ReadingAttribute
{
    /// <inheritdoc/>
    protected override object Read(object argument)
    {
        object?[] several = ArgumentText.Unwrap(argument) as object[] ?? [argument];
        return several.Select(one => Band.Parse(one?.ToString() ?? "")).Distinct().ToArray();
    }
}
