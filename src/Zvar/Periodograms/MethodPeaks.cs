namespace Zvar;

/// <summary>The highest peaks of a light curve by each of several methods.</summary>
internal static class MethodPeaks
{
    // Peaks nearer than so many steps of the grid are one.
    private const int StepsApart = 6;

    /// <summary>
    /// Of each method its peaks; those of Lomb–Scargle are followed by the peaks of the sum of its powers at a frequency,
    /// at twice and at three times it, where stars show that are no sines.
    /// </summary>
    internal static IReadOnlyList<Peak>[] Find(
        TimeSeries series,
        FrequencyGrid grid,
        IReadOnlyList<PeriodogramMethod> methods,
        int count,
        CancellationToken stop)
    {
        double distance = StepsApart * grid.Step;
        PeriodogramMethod[] binned = [.. methods.Where(method => BinsOf(method) > 0)];
        IReadOnlyList<Peak>[] ofBins = binned.Length > 0
            ? FpwSearch.Find(series, grid, Array.ConvertAll(binned, BinsOf), count, distance, stop)
            : [];
        return
        [
            .. methods.Select(method => method == PeriodogramMethod.LombScargle
                ? LombScargleSearch.Find(series, grid, count, distance, stop)
                : ofBins[Array.IndexOf(binned, method)]),
        ];
    }

    private static int BinsOf(PeriodogramMethod method) => method switch
    {
        PeriodogramMethod.Fpw5 => 5,
        PeriodogramMethod.Fpw10 => 10,
        PeriodogramMethod.Fpw20 => 20,
        _ => 0,
    };
}
