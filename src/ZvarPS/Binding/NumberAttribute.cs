using System.Globalization;

namespace ZvarPS;

/// <summary>Reads a number in the invariant culture; a decimal comma is refused by name.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NumberAttribute : ReadingAttribute
{
    private const string Forms = "1.5, 15, 2e-3";

    /// <inheritdoc/>
    protected override object Read(object argument) => ReadNumber(argument);

    internal static double ReadNumber(object argument)
    {
        string text = ArgumentText.Of(argument, Forms).Trim().Replace('\u2212', '-');
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && double.IsFinite(number)
            ? number
            : throw new FormatException(
                text.Contains(',', StringComparison.Ordinal)
                    ? $"'{text}' has a comma: write decimals with a point, as in '{text.Replace(',', '.')}'."
                    : $"'{text}' is not a number. Write one of: {Forms}.");
    }
}
