namespace Zvar.Plots;

/// <summary>The powers of one method by frequency, as they are drawn.</summary>
/// <param name="Method">The method.</param>
/// <param name="Frequency">In cycles a day, rising.</param>
/// <param name="Power">The share of the chi² that the method's model takes away, 0 to 1.</param>
public sealed record PeriodogramCurve(PeriodogramMethod Method, double[] Frequency, double[] Power)
{
    // How many peaks can be chosen, and how far apart at least two of them are, in places of the curve.
    private const int MostPeaks = 30;
    private const int LeastDistance = 3;

    /// <summary>The places of the highest peaks of the curve, by rising frequency.</summary>
    internal IReadOnlyList<int> GetPeaks()
    {
        var peaks = new List<int>();
        foreach (int place in Enumerable.Range(0, Power.Length).Where(IsPeak).OrderByDescending(i => Power[i]))
        {
            if (peaks.Count == MostPeaks)
            {
                break;
            }

            if (peaks.TrueForAll(other => Math.Abs(other - place) >= LeastDistance))
            {
                peaks.Add(place);
            }
        }

        peaks.Sort();
        return peaks;
    }

    private bool IsPeak(int i) =>
        (i == 0 || Power[i] > Power[i - 1]) && (i == Power.Length - 1 || Power[i] >= Power[i + 1]);
}
