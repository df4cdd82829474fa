using System.Collections;
using System.Text.RegularExpressions;
using Zvar;

namespace ZvarPS;

/// <summary>
/// Reads a period, more than 0, into days: a duration, or a star or a row that has a period.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public partial class DurationAttribute : ReadingAttribute
{
    private const string Forms = Duration.Forms + ", a TimeSpan, a star with its period";

    internal static double ReadDays(object? argument)
    {
        object? given = Argument.Elements(argument) is [var only] ? only : argument;
        if (Argument.IsRow(given))
        {
            return new Row(given!).Get("Period") is { } period
                ? ReadDays(period)
                : throw new FormatException($"'{Excerpt.Of($"{given}")}' has no period. Write one of: {Forms}.");
        }

        if (Argument.Unwrap(given) is TimeSpan { Ticks: > 0 } span)
        {
            return span.TotalDays;
        }

        string text = Argument.Text(given, Forms);
        double days = PsidText().IsMatch(text)
            ? throw new FormatException(
                $"'{Excerpt.Of(text)}' is a psid, not a period: give the star itself, as Get-ZvarObject gives it. Or"
                + $" write one of: {Forms}.")
            : Duration.ParseDays(text);
        return days > 0
            ? days
            : throw new FormatException($"A period is more than 0, not '{Excerpt.Of(text)}'. Write one of: {Forms}.");
    }

    private protected sealed override object Read(object? argument) => ReadDays(argument);

    // Any other is typed.
    private protected override IEnumerable<(string Text, string Tooltip)> Offer(IDictionary bound) =>
    [
        ("0.27266296", "A bare number is in days"),
        ("6.543911h", "Hours"),
        ("90min", "Minutes"),
        ("300s", "Seconds"),
        ("10d", "Days"),
    ];

    [GeneratedRegex(@"^\s*[0-9]{15,}\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex PsidText();
}
