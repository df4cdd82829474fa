namespace Zvar;

/// <summary>
/// How the times of a light curve are counted. They are full Julian dates always; what differs is where the light is
/// timed, and by which clock.
/// </summary>
/// <param name="Reference">Where the light is timed.</param>
/// <param name="Scale">By which clock.</param>
public readonly record struct TimeSystem(TimeReference Reference, TimeScale Scale = TimeScale.Unknown)
{
    /// <summary>The forms <see cref="Parse"/> reads, for error messages and help.</summary>
    public const string Forms = "BJD, HJD, JD, BJD (TDB), BJD (TCB), JD (UTC)";

    /// <summary>That of ZVAR: BJD, whose clock the service does not say.</summary>
    public static TimeSystem Bjd { get; } = new(TimeReference.Bjd);

    /// <summary>The date alone, as it stands before a number: BJD, HJD, JD; time where a table does not say.</summary>
    public string Name => Reference switch
    {
        TimeReference.Jd => "JD",
        TimeReference.Hjd => "HJD",
        TimeReference.Bjd => "BJD",
        _ => "time",
    };

    /// <summary>Reads a time system.</summary>
    /// <param name="text">One of <see cref="Forms"/>, in any case; <c>MJD</c>, <c>BMJD</c> and <c>HMJD</c> too.</param>
    /// <exception cref="FormatException">It is none; the message names the accepted forms.</exception>
    public static TimeSystem Parse(string text) => TryParse(text, out TimeSystem system)
        ? system
        : throw new FormatException($"'{Excerpt.Of(text)}' is no way to count times. Write one of: {Forms}.");

    /// <summary>Reads a time system where there is one.</summary>
    public static bool TryParse(string? text, out TimeSystem system)
    {
        string[] words = (text ?? "").ToLowerInvariant()
            .Split([' ', '(', ')', '_', '-', '/'], 3, StringSplitOptions.RemoveEmptyEntries);
        TimeReference? reference = words is [var date, ..] ? ReferenceOf(date) : null;
        TimeScale? scale = words switch
        {
            [_] => TimeScale.Unknown,
            [_, var clock] => ScaleOf(clock),
            _ => null,
        };
        system = new TimeSystem(reference ?? TimeReference.Unknown, scale ?? TimeScale.Unknown);
        return reference is not null && scale is not null;
    }

    /// <summary>The time system in a word, as in <c>BJD (TDB)</c>.</summary>
    public override string ToString() =>
        Scale == TimeScale.Unknown ? Name : $"{Name} ({Scale.ToString().ToUpperInvariant()})";

    private static TimeReference? ReferenceOf(string date) => date switch
    {
        "time" => TimeReference.Unknown,
        "jd" or "mjd" => TimeReference.Jd,
        "hjd" or "hmjd" => TimeReference.Hjd,
        "bjd" or "bmjd" => TimeReference.Bjd,
        _ => null,
    };

    private static TimeScale? ScaleOf(string clock) => clock switch
    {
        "utc" => TimeScale.Utc,
        "tdb" => TimeScale.Tdb,
        "tcb" => TimeScale.Tcb,
        _ => null,
    };
}
