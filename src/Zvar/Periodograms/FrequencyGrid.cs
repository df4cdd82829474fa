namespace Zvar;

/// <summary>The frequencies of a period search, equally far apart, in cycles a day.</summary>
public sealed record FrequencyGrid
{
    /// <summary>The most frequencies there may be.</summary>
    public const long Most = 1_000_000_000;

    /// <summary>Makes the grid that begins at a frequency.</summary>
    /// <param name="first">The lowest frequency, positive, in cycles a day.</param>
    /// <param name="step">From one frequency to the next, positive.</param>
    /// <param name="count">How many there are, at least 1.</param>
    public FrequencyGrid(double first, double step, long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(first);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        (First, Step, Count) = (first, step, count);
    }

    /// <summary>The lowest frequency.</summary>
    public double First { get; }

    /// <summary>From one frequency to the next.</summary>
    public double Step { get; }

    /// <summary>How many frequencies there are.</summary>
    public long Count { get; }

    /// <summary>The highest frequency.</summary>
    public double Last => this[Count - 1];

    /// <summary>A frequency by its place, from 0.</summary>
    public double this[long i] => First + (i * Step);

    /// <summary>
    /// The grid that finds every period of a range: its steps are 1/(oversampling · baseline), so that from one frequency
    /// to the next the last exposure moves by 1/oversampling of a cycle against the first. Periods longer than the
    /// baseline, of which no whole cycle was seen, are left out.
    /// </summary>
    /// <param name="baseline">From the first exposure to the last, in days, positive.</param>
    /// <param name="minPeriod">The shortest period in days, positive and shorter than the baseline.</param>
    /// <param name="maxPeriod">The longest period in days, at least the shortest.</param>
    /// <param name="oversampling">Steps to a peak's width, positive; 5 is usual.</param>
    /// <exception cref="PeriodSearchException">
    /// There are more than <see cref="Most"/> of them, or the baseline holds no such period.
    /// </exception>
    public static FrequencyGrid Of(double baseline, double minPeriod, double maxPeriod, double oversampling)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(baseline);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(minPeriod);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxPeriod, minPeriod);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(oversampling);
        if (minPeriod >= baseline)
        {
            throw new PeriodSearchException(
                PeriodSearchError.BaselineTooShort,
                $"The light curve spans {Duration.ToText(baseline)}, and the shortest period to search is"
                + $" {Duration.ToText(minPeriod)}: no cycle is whole. Search shorter periods.");
        }

        double step = 1 / (oversampling * baseline);
        double first = 1 / Math.Min(maxPeriod, baseline);
        double count = Math.Ceiling(((1 / minPeriod) - first) / step) + 1;
        return count <= Most
            ? new FrequencyGrid(first, step, (long)count)
            : throw new PeriodSearchException(
                PeriodSearchError.GridTooLarge,
                FormattableString.Invariant($"These would be {count:0.0e+0} frequencies, and {Most:N0} are the most. A")
                + FormattableString.Invariant($" shortest period of {RoundUp(1 / (first + ((Most - 2) * step))):0.0e+0} d would do")
                + (oversampling * (Most - 2) / count is >= 1 and var enough
                    ? FormattableString.Invariant($", or an oversampling of {RoundDown(enough):0.0e+0}.")
                    : "."));
    }

    // To two digits: what is advised must do.
    private static double RoundUp(double value) => Math.Ceiling(value / Digit(value)) * Digit(value);

    private static double RoundDown(double value) => Math.Floor(value / Digit(value)) * Digit(value);

    private static double Digit(double value) => Math.Pow(10, Math.Floor(Math.Log10(value)) - 1);
}
