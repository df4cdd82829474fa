using System.Globalization;

namespace Zvar;

/// <summary>
/// A period that was written with too few digits to fold at, although the one that was meant is known. An error of the
/// period adds up each cycle: 6.54 hours, as tables show it, smears the fold of a star of 6.543911 hours over its
/// years.
/// </summary>
public sealed record ImprecisePeriod
{
    // What smears a fold: a tenth of a cycle between the first exposure and the last.
    private const double MostDrift = 0.1;

    // Whoever writes a period means it to better than this share, however few its digits.
    private const double MostApart = 0.01;

    // What arithmetic leaves behind the digits of a number.
    private const double Rounding = 1e-12;

    private static readonly double[] Factors = [1, 2, 0.5, 3, 1 / 3.0];

    private static readonly double[] UnitsPerDay = [1, 24, 1440, 86400];

    private ImprecisePeriod(LightCurve lightCurve, double written, double exact) =>
        (Psid, Written, Exact, Baseline) = (lightCurve.Psid, written, exact, lightCurve.Baseline);

    /// <summary>The star's id.</summary>
    public long Psid { get; }

    /// <summary>The period as it was written, in days.</summary>
    public double Written { get; }

    /// <summary>
    /// The period that was meant, in days: a known one of the star, its double, half, triple or third.
    /// </summary>
    public double Exact { get; }

    /// <summary>The days between the light curve's first exposure and its last.</summary>
    public double Baseline { get; }

    /// <summary>By how many cycles the phases of the two periods come apart over the light curve.</summary>
    public double Drift => DriftOf(Baseline, Written, Exact);

    /// <summary>Finds out whether a period was written too roughly to fold a light curve at it.</summary>
    /// <param name="lightCurve">What is to be folded, with its star: without known periods nothing can be said.</param>
    /// <param name="period">In days, positive.</param>
    /// <returns>
    /// Null unless a known period, or its double, half, triple or third, is so near that the last digit written does
    /// not tell them apart, and yet the phases come apart by more than a tenth of a cycle. The digits are those of the
    /// unit (days, hours, minutes, seconds) in which there are fewest. A period that was computed has so many digits
    /// that it never is rough.
    /// </returns>
    public static ImprecisePeriod? Find(LightCurve lightCurve, double period)
    {
        ArgumentNullException.ThrowIfNull(lightCurve);
        double baseline = lightCurve.Baseline;
        double near = Math.Min(StepOf(period), MostApart * period);
        double[] meant =
        [
            .. from known in lightCurve.Object?.GetDistinctPeriods() ?? []
               from factor in Factors
               let candidate = known.Period * factor
               where Math.Abs(candidate - period) <= near
               select candidate,
        ];
        return meant.Length == 0 || meant.Any(exact => DriftOf(baseline, period, exact) <= MostDrift)
            ? null
            : new ImprecisePeriod(lightCurve, period, meant[0]);
    }

    /// <summary>What is wrong, and which period would be right, in a sentence.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"A period of {Duration.ToText(Written)} ({Written} d) has too few digits for {Psid}: over {Baseline:0} days its"
        + $" phases drift by {Drift:0.0} cycles from those of {Exact} d, as the star's known periods have it. Give that"
        + $" one.");

    private static double DriftOf(double baseline, double one, double other) =>
        Math.Abs((baseline / one) - (baseline / other));

    // What the last digit stands for, in days.
    private static double StepOf(double period) => UnitsPerDay.Max(perDay => StepIn(period * perDay) / perDay);

    private static double StepIn(double number)
    {
        int decimals = 0;
        while (decimals < 15 && Math.Abs(Math.Round(number, decimals) - number) > Rounding * number)
        {
            decimals++;
        }

        return Math.Pow(10, -decimals);
    }
}
