namespace Zvar;

/// <summary>Reads periods and other durations as people write them.</summary>
public static class Duration
{
    /// <summary>The forms <see cref="ParseDays"/> reads, for error messages and help.</summary>
    public const string Forms = "0.27 (days), 10d, 6.5h, 5min, 300s";

    private static readonly (string Unit, double PerDay)[] Units =
    [
        ("days", 1), ("day", 1), ("hours", 24), ("hour", 24), ("hrs", 24), ("hr", 24),
        ("minutes", 1440), ("minute", 1440), ("mins", 1440), ("min", 1440),
        ("seconds", 86400), ("second", 86400), ("secs", 86400), ("sec", 86400),
        ("d", 1), ("h", 24), ("m", 1440), ("s", 86400),
    ];

    /// <summary>Reads a duration.</summary>
    /// <param name="text">One of <see cref="Forms"/>; a bare number is days.</param>
    /// <returns>The duration in days.</returns>
    /// <exception cref="FormatException">The text is not a duration; the message names the accepted forms.</exception>
    public static double ParseDays(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string clean = Number.Clean(text);
        Number.RefuseDecimalComma(clean);
        return Number.TryReadWithUnit(clean, Units, out double value, out double perDay)
            ? value / perDay
            : throw new FormatException($"'{Excerpt.Of(text)}' is not a duration. Write one of: {Forms}.");
    }

    /// <summary>
    /// A period as people say it: under one hour in minutes, under one day in hours, else in days, two decimals.
    /// </summary>
    /// <param name="days">The period in days; NaN gives an empty text.</param>
    public static string ToText(double days) => days switch
    {
        double.NaN => "",
        < 1.0 / 24 => FormattableString.Invariant($"{days * 1440:0.00} minutes"),
        < 1 => FormattableString.Invariant($"{days * 24:0.00} hours"),
        _ => FormattableString.Invariant($"{days:0.00} days"),
    };
}
