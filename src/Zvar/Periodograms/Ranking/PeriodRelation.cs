namespace Zvar;

/// <summary>What one period is to another: a simple multiple of it, or an alias by the day.</summary>
internal static class PeriodRelation
{
    // Nights follow each other by the sidereal day at one star, by the solar day at one clock.
    private static readonly double[] CyclesOfDay = [1.00273791, 1];

    private static readonly (string Name, double Factor)[] Multiples =
    [
        ("P", 1), ("P/2", 2), ("2P", 1.0 / 2), ("P/3", 3), ("3P", 1.0 / 3), ("P/4", 4), ("4P", 1.0 / 4), ("2P/3", 3.0 / 2),
        ("3P/2", 2.0 / 3),
    ];

    /// <summary>In words, with the other period as P, as in <c>P/2</c> or <c>day alias of 2P</c>; empty for nothing.</summary>
    /// <param name="frequency">The frequency that is to be told, in cycles a day.</param>
    /// <param name="other">The frequency 1/P.</param>
    /// <param name="baseline">From the first exposure to the last, in days: frequencies nearer than its inverse are one.</param>
    internal static string Of(double frequency, double other, double baseline)
    {
        foreach ((string name, double factor) in Multiples)
        {
            if (Math.Abs(frequency - (factor * other)) < 1 / baseline)
            {
                return name;
            }
        }

        foreach ((string name, double factor) in Multiples.Take(3))
        {
            foreach (double cycles in CyclesOfDay)
            {
                for (int days = 1; days <= 3; days++)
                {
                    double shift = days * cycles;
                    if (Math.Abs(frequency - Math.Abs((factor * other) - shift)) < 1 / baseline
                        || Math.Abs(frequency - (factor * other) - shift) < 1 / baseline)
                    {
                        return $"day alias of {name}";
                    }
                }
            }
        }

        return "";
    }
}
