using Zvar;

namespace ZvarPS;

/// <summary>Takes the names of positions, or their text, and refuses what is neither before anybody is asked.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PositionTextAttribute : ListReadingAttribute<string>
{
    private protected override string Forms => ObjectName.Forms;

    private protected override string ReadElement(object? element)
    {
        string text = Argument.Text(element, Forms).Trim();
        _ = PositionReader.ReadOrName(text);
        return text;
    }
}
