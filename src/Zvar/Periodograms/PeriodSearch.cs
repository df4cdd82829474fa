namespace Zvar;

/// <summary>Finds the periods of a light curve.</summary>
public static class PeriodSearch
{
    /// <summary>How many exposures a band must have to be searched.</summary>
    public const int LeastPoints = 5;

    // Below such a gap in score another candidate may as well be the period.
    private const double ClearGap = 10;

    // The peaks of each method that become candidates.
    private const int PeaksOfMethod = 6;

    /// <summary>
    /// The best candidates, those of the first component first; none where all are passed over as aliases. The search runs
    /// on the thread that asks.
    /// </summary>
    /// <param name="lightCurve">The light curve. Bands with fewer than <see cref="LeastPoints"/> exposures are left out.</param>
    /// <param name="options">What to search.</param>
    /// <param name="stop">Stops the search within a few milliseconds.</param>
    /// <exception cref="PeriodSearchException">The light curve has no period to find.</exception>
    public static IReadOnlyList<PeriodCandidate> Find(
        LightCurve lightCurve, PeriodSearchOptions options, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(lightCurve);
        ArgumentNullException.ThrowIfNull(options);
        (TimeSeries series, FrequencyGrid grid) = Prepare(lightCurve, options);
        var found = new List<PeriodCandidate>();
        for (int component = 1; component <= options.Prewhitening + 1 && series.ChiSquared > 0; component++)
        {
            PeriodogramMethod[] methods = UsableMethods(series, options.Methods);
            IReadOnlyList<RankedPeriod> ranked = Rank(series, grid, methods, options.ExcludeAliases, stop);
            if (ranked.Count == 0)
            {
                break;
            }

            found.AddRange(Describe(lightCurve, series, grid, methods, options, ranked, component, stop));
            if (component <= options.Prewhitening)
            {
                HarmonicFit best = ranked[0].Fit.Refine(series);
                series = best.TakeFrom(series, best.BestHarmonics(series));
            }
        }

        return found;
    }

    /// <summary>What of a light curve is searched, and at which frequencies.</summary>
    /// <param name="lightCurve">The light curve. Bands with fewer than <see cref="LeastPoints"/> exposures are left out.</param>
    /// <param name="options">What to search.</param>
    /// <exception cref="PeriodSearchException">The light curve has no period to find.</exception>
    public static (TimeSeries Series, FrequencyGrid Grid) Prepare(LightCurve lightCurve, PeriodSearchOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var series = TimeSeries.Of(lightCurve, options.Detrending);
        PeriodSearchException.ThrowIfNothingToFind(series);
        series = series.WithBandsOfAtLeast(LeastPoints);
        return (series, FrequencyGrid.Of(series.Baseline, options.MinPeriod, options.MaxPeriod, options.Oversampling));
    }

    private static IReadOnlyList<RankedPeriod> Rank(
        TimeSeries series,
        FrequencyGrid grid,
        PeriodogramMethod[] methods,
        bool excludeAliases,
        CancellationToken stop)
    {
        IReadOnlyList<Peak> peaks = [.. MethodPeaks.Find(series, grid, methods, PeaksOfMethod, stop).SelectMany(ofOne => ofOne)];
        IReadOnlyList<RankedPeriod> ranked = methods.Length == 1
            ? CandidateRanking.RankByPower(series, peaks)
            : CandidateRanking.Rank(series, grid, peaks, stop);
        return excludeAliases
            ? [.. ranked.Where(one => !CadenceAlias.IsShort(CadenceAlias.Of(one.Frequency, series.Baseline)))]
            : ranked;
    }

    // A method that has as many parameters as there are exposures explains anything.
    private static PeriodogramMethod[] UsableMethods(
        TimeSeries series, IReadOnlyList<PeriodogramMethod> methods)
    {
        PeriodogramMethod[] usable = [.. methods.Distinct().Where(method =>
            series.Points > series.Bands.Sum(band => Math.Min(band.Points, Kernels.ParametersOf(method))))];
        return usable.Length > 0
            ? usable
            : throw PeriodSearchException.TooFewPoints(series, methods.Min(Kernels.ParametersOf));
    }

    private static IEnumerable<PeriodCandidate> Describe(
        LightCurve lightCurve,
        TimeSeries series,
        FrequencyGrid grid,
        PeriodogramMethod[] methods,
        PeriodSearchOptions options,
        IReadOnlyList<RankedPeriod> ranked,
        int component,
        CancellationToken stop)
    {
        ShuffledPeaks[]? shuffled = options.Shuffles > 0
            ? ShuffledPeaks.Of(series, grid, methods, options.Shuffles, lightCurve.Psid, stop)
            : null;
        var falseAlarms = new FalseAlarmModel(series, grid, methods, shuffled);
        for (int i = 0; i < Math.Min(options.Top, ranked.Count); i++)
        {
            stop.ThrowIfCancellationRequested();
            RankedPeriod one = ranked[i] with { Fit = ranked[i].Fit.Refine(series) };
            int harmonics = one.Fit.BestHarmonics(series);
            (PeriodogramMethod method, double power, FalseAlarm falseAlarm) = falseAlarms.Least(one.Frequency);
            double gap = i + 1 < ranked.Count ? ranked[i + 1].Score - one.Score : double.PositiveInfinity;
            yield return new PeriodCandidate(lightCurve)
            {
                Component = component,
                Rank = i + 1,
                Period = 1 / one.Frequency,
                PeriodErr = PeriodError.Of(series, one.Fit, harmonics) / (one.Frequency * one.Frequency),
                Frequency = one.Frequency,
                Method = method,
                Power = power,
                FalseAlarmProbability = falseAlarm.Probability,
                FalseAlarmKind = falseAlarm.Kind,
                Significance = falseAlarm.Significance,
                Score = one.Score,
                Gap = gap,
                Ambiguous = gap < ClearGap ? Rival(ranked[i + 1], one, gap, series.Baseline) : "",
                Relation = i == 0
                    ? ""
                    : PeriodRelation.Of(one.Frequency, ranked[0].Frequency, series.Baseline),
                Alias = CadenceAlias.Of(one.Frequency, series.Baseline),
                Points = series.Points,
                Bands = string.Join(' ', series.Bands.Select(band => band.Band)),
            };
        }
    }

    // As in «0.53 d (2P) is 3.2 behind».
    private static string Rival(RankedPeriod rival, RankedPeriod one, double gap, double baseline)
    {
        string relation = PeriodRelation.Of(rival.Frequency, one.Frequency, baseline);
        string words = relation.Length > 0 ? $" ({relation})" : "";
        return FormattableString.Invariant($"{1 / rival.Frequency:0.######} d{words} is {gap:0.0} behind");
    }
}
