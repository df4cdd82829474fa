namespace Zvar.Plots;

// How the curves of methods look wherever they are drawn: as bands do that have no colour of their own.
internal static class MethodStyle
{
    internal static IReadOnlyDictionary<string, BandStyle> Of(IEnumerable<PeriodogramCurve> curves) =>
        BandStyle.Of(curves.Select(curve => MethodName.Of(curve.Method)));
}
