using System.Globalization;
using System.Text.RegularExpressions;
using Zvar;

namespace ZvarPS;

/// <summary>
/// Reads psids: digits, whole numbers, or the objects that have one. A double is refused, because it rounds.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed partial class PsidAttribute : ReadingAttribute
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
            double or float => throw Rounded(argument),
            string text when RoundedText().IsMatch(text) => throw Rounded(text),
            ZvarObject zvarObject => zvarObject.Psid,
            IFormattable number => Psid.Parse(number.ToString(null, CultureInfo.InvariantCulture)),
            _ => Psid.Parse(value?.ToString() ?? ""),
        };
    }

    private static FormatException Rounded(object? argument) => new(
        $"'{argument}' is a double, which rounds a psid: write its 17 or 18 digits without a point or an exponent, or as"
        + " text (in pandas, read and keep the column as str).");

    // What other programs make of a psid that was a double on the way.
    [GeneratedRegex(@"^\s*\d+(\.\d*)?[eE]\+?\d+\s*$|^\s*\d{15,}\.0*\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex RoundedText();
}
