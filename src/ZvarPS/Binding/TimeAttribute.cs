using System.Collections;
using System.Globalization;
using Zvar;

namespace ZvarPS;

/// <summary>Reads a time: a date, or how long it is ago.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TimeAttribute : ReadingAttribute
{
    /// <summary>What is read, for help and error messages.</summary>
    internal const string Forms =
        "2026-03-01, 2026-03-01T20:15:00Z, a DateTime; or how long ago: 30d, 6h, 90min, a TimeSpan";

    private static readonly string[] Dates =
    [
        "yyyy-M-d", "yyyy-M-d H:mm", "yyyy-M-d H:mm:ss", "yyyy-M-d'T'H:mm", "yyyy-M-d'T'H:mm:ss", "yyyy-M-d'T'H:mm:ssK", "O",
    ];

    private protected override object Read(object? argument)
    {
        object? given = Argument.Elements(argument) is [var only] ? only : argument;
        return Argument.Unwrap(given) switch
        {
            DateTime time => new DateTimeOffset(time),
            DateTimeOffset time => time,
            TimeSpan { Ticks: > 0 } age => Ago(age.TotalDays),
            _ => ReadText(Argument.Text(given, Forms)),
        };
    }

    private protected override IEnumerable<(string Text, string Tooltip)> Offer(IDictionary bound) =>
    [
        ("30d", "Thirty days ago"),
        ("6h", "Six hours ago"),
        (TimeProvider.System.GetLocalNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "Today at midnight"),
    ];

    private static DateTimeOffset ReadText(string text)
    {
        if (DateTimeOffset.TryParseExact(
            text.Trim(),
            Dates,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeLocal,
            out DateTimeOffset time))
        {
            return time;
        }

        try
        {
            return Ago(Duration.ParseDays(text));
        }
        catch (FormatException error)
        {
            throw new FormatException($"'{Excerpt.Of(text)}' is not a time. Write one of: {Forms}.", error);
        }
    }

    // A bare number could be a year.
    private static DateTimeOffset Ago(double days) => days is > 0 and < 365_000
        ? TimeProvider.System.GetUtcNow() - TimeSpan.FromDays(days)
        : throw new FormatException($"A time is some while ago. Write one of: {Forms}.");
}
