using System.Collections;
using Zvar;

namespace ZvarPS;

/// <summary>Reads a radius, more than 0 and at most 30 degrees, into arcseconds.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RadiusAttribute : ReadingAttribute
{
    internal static double ReadArcseconds(object? argument)
    {
        string text = Argument.Text(argument, Angle.Forms);
        double radius = Angle.ParseArcseconds(text);
        return radius is > 0 and <= ConeCover.LargestRadius
            ? radius
            : throw new FormatException(
                $"A radius is more than 0 and at most 30deg, not '{Excerpt.Of(text)}'. Write one of: {Angle.Forms}.");
    }

    private protected override object Read(object? argument) => ReadArcseconds(argument);

    // Any other is typed.
    private protected override IEnumerable<(string Text, string Tooltip)> Offer(IDictionary bound) =>
    [
        ("5", "A bare number is in arcseconds"),
        ("5arcsec", "Arcseconds; also 5\""),
        ("10arcmin", "Arcminutes; also 10'"),
        ("1.5deg", "Degrees"),
    ];
}
