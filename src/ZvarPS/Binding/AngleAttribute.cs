using Zvar;

namespace ZvarPS;

/// <summary>Reads a radius, more than 0 and at most 30 degrees, into arcseconds.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AngleAttribute : ReadingAttribute
{
    /// <inheritdoc/>
    protected override object Read(object argument) => ReadRadius(ArgumentText.Of(argument, Angle.Forms));

    internal static double ReadRadius(string text)
    {
        double radius = Angle.ParseArcseconds(text);
        return radius is > 0 and <= ConeCover.LargestRadius
            ? radius
            : throw new FormatException(
                $"A radius is more than 0 and at most 30deg, not '{text}'. Write one of: {Angle.Forms}.");
    }
}
