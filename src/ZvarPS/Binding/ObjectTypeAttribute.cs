using Zvar;

namespace ZvarPS;

/// <summary>Reads DoPHOT's type of an object, by its name or its number.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ObjectTypeAttribute : ReadingAttribute
{
    private static readonly string Forms =
        string.Join(", ", Enum.GetValues<ObjectType>().Select(type => $"{type} ({(int)type})"));

    /// <inheritdoc/>
    protected override object Read(object argument)
    {
        string text = ArgumentText.Of(argument, Forms).Trim();
        return !text.Contains(',', StringComparison.Ordinal)
            && Enum.TryParse(text, ignoreCase: true, out ObjectType type)
            && Enum.IsDefined(type)
            ? type
            : throw new FormatException($"There is no object type '{text}'. Write one of: {Forms}.");
    }
}
