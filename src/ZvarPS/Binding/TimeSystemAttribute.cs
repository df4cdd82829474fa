using System.Collections;
using Zvar;

namespace ZvarPS;

/// <summary>Reads how times are counted: BJD, HJD, JD (UTC).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TimeSystemAttribute : ReadingAttribute
{
    private protected override object Read(object? argument) => Argument.Unwrap(argument) is TimeSystem system
        ? system
        : TimeSystem.Parse(Argument.Text(argument, TimeSystem.Forms));

    private protected override IEnumerable<(string Text, string Tooltip)> Offer(IDictionary bound) =>
    [
        ("BJD", "at the barycentre of the solar system"),
        ("HJD", "at the Sun"),
        ("JD", "on Earth"),
        ("'BJD (TDB)'", "at the barycentre, in barycentric dynamical time"),
        ("'JD (UTC)'", "on Earth, in universal time"),
    ];
}
