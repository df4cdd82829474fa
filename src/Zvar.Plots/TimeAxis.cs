namespace Zvar.Plots;

// An axis of times, counted from a round day so that its numbers stay short.
internal static class TimeAxis
{
    private const double RoundDays = 1000;

    // The day it counts from: of the whole light curve, so that it stays where it is while bands come and go.
    internal static double OriginOf(LightCurve lightCurve) => Math.Floor(
        lightCurve.Time.Where(AxisLimit.Holds).DefaultIfEmpty().Min() / RoundDays) * RoundDays;

    internal static AxisTitle TitleOf(double origin, TimeSystem system)
    {
        (string text, string name) = system.Reference == TimeReference.Unknown
            ? (system.ToString().Replace("time", "Time", StringComparison.Ordinal), "Time")
            : (system.ToString(), system.Name);
        return origin == 0
            ? new AxisTitle($"{text} (days)", name)
            : new AxisTitle(
                FormattableString.Invariant($"{text} - {origin:0} (days)"),
                FormattableString.Invariant($"{name}-{origin:0}"));
    }
}
