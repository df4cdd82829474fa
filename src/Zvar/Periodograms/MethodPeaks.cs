namespace Zvar;

/// <summary>The highest peaks of each of several methods.</summary>
internal static class MethodPeaks
{
    // Peaks nearer than so many steps of the grid are one.
    private const int StepsApart = 6;

    internal static IReadOnlyList<Peak> Find(
        TimeSeries series,
        FrequencyGrid grid,
        IReadOnlyList<PeriodogramMethod> methods,
        int count,
        CancellationToken stop)
    {
        var found = new List<Peak>();
        foreach (PeriodogramMethod method in methods)
        {
            var peaks = new PeakList(count, StepsApart * grid.Step);
            foreach ((double frequency, double power) in Periodogram.Enumerate(series, method, grid, stop))
            {
                peaks.Add(frequency, power);
            }

            found.AddRange(peaks.ToList());
        }

        return found;
    }
}
