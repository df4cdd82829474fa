namespace Zvar;

/// <summary>
/// Tells which of the peaks of several methods is the period. Each stands for its simple multiples as well, since a method
/// may see a star best at half its period, or at twice.
/// </summary>
internal static class CandidateRanking
{
    // In widths 1/baseline of a peak: how far around a candidate its best frequency is looked for, by which steps, and how
    // near two candidates are one.
    private const double Around = 0.3;
    private const double Step = 0.025;
    private const double Same = 0.15;

    private static readonly double[] Multiples = [1, 1.0 / 2, 2, 1.0 / 3, 3];

    /// <summary>The candidates, best first.</summary>
    /// <param name="series">The light curve.</param>
    /// <param name="grid">The frequencies that were searched: candidates lie in their range.</param>
    /// <param name="peaks">The peaks of all methods.</param>
    /// <param name="stop">Stops it.</param>
    internal static IReadOnlyList<RankedPeriod> Rank(
        TimeSeries series, FrequencyGrid grid, IEnumerable<Peak> peaks, CancellationToken stop)
    {
        int visits = Visits.Count(series);
        var kernel = new FpwKernel(series, 20);
        var frequencies = new List<double>();
        foreach (double frequency in peaks
            .SelectMany(peak => Multiples.Select(multiple => peak.Frequency * multiple))
            .Where(frequency => frequency >= grid.First - grid.Step && frequency <= grid.Last + grid.Step))
        {
            stop.ThrowIfCancellationRequested();
            double best = Refine(kernel, frequency, 1 / series.Baseline);
            if (!frequencies.Exists(other => Math.Abs(other - best) < Same / series.Baseline))
            {
                frequencies.Add(best);
            }
        }

        var ranked = new List<RankedPeriod>();
        foreach (double frequency in frequencies)
        {
            stop.ThrowIfCancellationRequested();
            var fit = new HarmonicFit(series, frequency);
            ranked.Add(new RankedPeriod(fit, PeriodScore.Of(series, fit, frequency, visits)));
        }

        return Distinct(ranked, 1 / series.Baseline);
    }

    // Best first; what lies on the flank of a better one's peak is no other candidate.
    private static List<RankedPeriod> Distinct(List<RankedPeriod> ranked, double width)
    {
        var distinct = new List<RankedPeriod>();
        foreach (RankedPeriod one in ranked.OrderBy(one => one.Score))
        {
            if (!distinct.Exists(better => Math.Abs(better.Frequency - one.Frequency) < width))
            {
                distinct.Add(one);
            }
        }

        return distinct;
    }

    /// <summary>The peaks of one method, best first by what they leave of the chi²: N ln(1 - power).</summary>
    internal static IReadOnlyList<RankedPeriod> RankByPower(TimeSeries series, IEnumerable<Peak> peaks) =>
    [
        .. peaks
            .Select(peak => new RankedPeriod(
                new HarmonicFit(series, peak.Frequency),
                series.Points * Math.Log(Math.Max(1 - peak.Power, double.Epsilon))))
            .OrderBy(one => one.Score),
    ];

    private static double Refine(FpwKernel kernel, double frequency, double width)
    {
        (double best, double highest) = (frequency, kernel.PowerAt(frequency));
        int steps = (int)(Around / Step);
        for (int i = -steps; i <= steps; i++)
        {
            double near = frequency + (i * Step * width);
            double power = near > 0 ? kernel.PowerAt(near) : 0;
            if (power > highest)
            {
                (best, highest) = (near, power);
            }
        }

        return best;
    }
}
