namespace Zvar;

/// <summary>
/// Periods that the rhythm of observing makes by itself: those of the day, the sidereal day, the lunar month and the
/// year, their halves, thirds and multiples.
/// </summary>
internal static class CadenceAlias
{
    // From one passage of the vernal equinox to the next, from one full moon to the next, and from one season of a star to
    // the next, in days.
    private const double SiderealDay = 0.99726957;
    private const double LunarMonth = 29.530589;
    private const double Year = 365.2422;

    // Of the frequency, how far an alias may be from where it belongs however short the light curve is.
    private const double Closest = 0.02;

    private static readonly (string Name, double Days)[] Rhythms =
        [("day", 1), ("sidereal day", SiderealDay), ("lunar month", LunarMonth), ("year", Year)];

    // A cycle's parts and multiples at which aliases are found.
    private static readonly (int Multiple, int Parts)[] Fractions =
    [
        (1, 1), (1, 2), (1, 3), (1, 4), (1, 5), (1, 6), (1, 7), (1, 8), (1, 9), (1, 10), (2, 1), (3, 1), (4, 1), (2, 3),
    ];

    /// <summary>Which of them a frequency is within the resolution 1/baseline, the nearest; empty where it is none.</summary>
    /// <param name="frequency">In cycles a day.</param>
    /// <param name="baseline">In days.</param>
    internal static string Of(double frequency, double baseline)
    {
        double nearest = Math.Min(1 / baseline, Closest * frequency);
        string name = "";
        foreach ((string rhythm, double days) in Rhythms)
        {
            foreach ((int multiple, int parts) in Fractions)
            {
                double distance = Math.Abs(frequency - (parts / (multiple * days)));
                if (distance < nearest)
                {
                    nearest = distance;
                    name = NameOf(rhythm, multiple, parts);
                }
            }
        }

        return name;
    }

    /// <summary>Whether an alias is one that recurs within a month, not in a year.</summary>
    internal static bool IsShort(string alias) =>
        alias.Length > 0 && !alias.EndsWith("year", StringComparison.Ordinal) && !alias.EndsWith("years", StringComparison.Ordinal);

    private static string NameOf(string rhythm, int multiple, int parts) => (multiple, parts) switch
    {
        (1, 1) => rhythm,
        (_, 1) => $"{multiple} {rhythm}s",
        _ => $"{multiple}/{parts} {rhythm}",
    };
}
