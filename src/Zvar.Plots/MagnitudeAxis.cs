namespace Zvar.Plots;

// An axis of magnitudes, which says what they are.
internal static class MagnitudeAxis
{
    internal static AxisTitle TitleOf(MagnitudeKind kind) => kind switch
    {
        MagnitudeKind.Ab => new AxisTitle("AB magnitude", "AB mag"),
        MagnitudeKind.Vega => new AxisTitle("Vega magnitude", "Vega mag"),
        MagnitudeKind.AsGiven => new AxisTitle("Magnitude", "mag"),
        MagnitudeKind.Relative => new AxisTitle("Relative magnitude", "rel. mag"),
        MagnitudeKind.Difference => new AxisTitle("AB magnitude of the difference", "diff. mag"),
    };
}
