namespace Zvar;

/// <summary>Finds the periods of a light curve.</summary>
public static class PeriodSearch
{
    private const int PeaksOfMethod = 6;
    private const int StepsApart = 6;

    /// <summary>The best candidates, first those of the first component; empty where all are left out as aliases.</summary>
    /// <param name="lightCurve">The light curve.</param>
    /// <param name="options">What to search.</param>
    /// <param name="stop">Stops the search within a few milliseconds.</param>
    /// <exception cref="PeriodSearchException">The light curve has no period to find.</exception>
    public static IReadOnlyList<PeriodCandidate> Find(
        LightCurve lightCurve, PeriodSearchOptions options, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(lightCurve);
        ArgumentNullException.ThrowIfNull(options);
        TimeSeries series = TimeSeries.Of(lightCurve);
        FrequencyGrid grid = FrequencyGrid.Of(
            series.Baseline, options.MinPeriod, options.MaxPeriod, options.Oversampling);
        var candidates = new List<PeriodCandidate>();
        foreach (PeriodogramMethod method in options.Methods)
        {
            var peaks = new PeakList(PeaksOfMethod, StepsApart * grid.Step);
            foreach ((double frequency, double power) in Periodogram.Enumerate(series, method, grid, stop))
            {
                peaks.Add(frequency, power);
            }

            candidates.AddRange(peaks.ToList().Select(peak => new PeriodCandidate
            {
                Psid = lightCurve.Psid,
                TargetName = lightCurve.TargetName,
                Rank = 0,
                Period = 1 / peak.Frequency,
                PeriodErr = 0,
                Frequency = peak.Frequency,
                Method = method,
                Power = peak.Power,
                FalseAlarmProbability = 1,
                FalseAlarmKind = FalseAlarmKind.Gaussian,
                Significance = 0,
                Score = -peak.Power,
                Gap = 0,
                Points = series.Points,
                Bands = string.Join(' ', series.Bands.Select(band => band.Band)),
                Synthetic = lightCurve.Synthetic,
                LightCurve = lightCurve,
            }));
        }

        return [.. candidates.OrderBy(one => one.Score).Take(options.Top).Select((one, i) => one with { Rank = i + 1 })];
    }
}
