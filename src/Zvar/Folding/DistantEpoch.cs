namespace Zvar;

/// <summary>
/// An epoch that is counted otherwise than the times of the light curve: an MJD to full Julian dates, or these to MJDs.
/// </summary>
public sealed record DistantEpoch
{
    // Old epochs are a century and more from the light curve; another way to count the days is thousands of years off.
    private const double LeastYears = 1000;
    private const double DaysOfYear = 365.25;

    private DistantEpoch(double epoch, double firstTime) => (Epoch, FirstTime) = (epoch, firstTime);

    /// <summary>The epoch as it was given.</summary>
    public double Epoch { get; }

    /// <summary>The first time of the light curve.</summary>
    public double FirstTime { get; }

    /// <summary>The years between them.</summary>
    public double Years => Math.Abs(FirstTime - Epoch) / DaysOfYear;

    /// <summary>Finds out whether an epoch is a thousand years or more from a light curve.</summary>
    /// <returns>Null unless it is.</returns>
    public static DistantEpoch? Find(LightCurve lightCurve, EpochChoice epoch)
    {
        ArgumentNullException.ThrowIfNull(lightCurve);
        return epoch.Time is { } time && new DistantEpoch(time, lightCurve.FirstTime) is { Years: >= LeastYears } distant
            ? distant
            : null;
    }

    /// <summary>What is wrong, and what may be meant, in two sentences.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"The epoch {Epoch} is {Years:N0} years from the first time of the light curve, {FirstTime}. If")
        + (Epoch < FirstTime ? " it is an MJD, add 2400000.5 to it." : " the times are MJDs, call their column mjd.");
}
