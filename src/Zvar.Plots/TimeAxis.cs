namespace Zvar.Plots;

// An axis of times, counted from a round day so that its numbers stay short.
internal static class TimeAxis
{
    private const double RoundDays = 1000;

    // The day it counts from: of the whole light curve, so that it stays where it is while bands come and go.
    internal static double OriginOf(LightCurve lightCurve) => Math.Floor(
        lightCurve.Time.Where(AxisLimit.Holds).DefaultIfEmpty().Min() / RoundDays) * RoundDays;

    internal static AxisTitle TitleOf(double origin) => origin == 0
        ? new AxisTitle("BJD (days)", "BJD")
        : new AxisTitle(
            FormattableString.Invariant($"BJD - {origin:0} (days)"), FormattableString.Invariant($"BJD-{origin:0}"));
}
