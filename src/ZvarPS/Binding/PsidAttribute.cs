using System.Globalization;
using Zvar;

namespace ZvarPS;

/// <summary>
/// Reads psids: digits, whole numbers, or the objects that have one. A double is refused, because it rounds.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PsidAttribute : ReadingAttribute
{
    /// <inheritdoc/>
    protected override object Read(object argument) => ArgumentText.Unwrap(argument) is object[] several
        ? Array.ConvertAll(several, ReadOne)
        : new[] { ReadOne(argument) };

    internal static long ReadOne(object? argument)
    {
        object? value = ArgumentText.Unwrap(argument);
        return value switch
        {
            double or float => throw new FormatException(
                $"'{argument}' is a double, which rounds a psid: write its 17 or 18 digits without a point"
                + " or an exponent, or as text."),
            ZvarObject zvarObject => zvarObject.Psid,
            IFormattable number => Psid.Parse(number.ToString(null, CultureInfo.InvariantCulture)),
            _ => Psid.Parse(value?.ToString() ?? ""),
        };
    }
}
