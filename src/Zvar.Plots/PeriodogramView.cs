namespace Zvar.Plots;

/// <summary>
/// The periodogram of a star as somebody wants to look at it: a curve for each method, and the periods that were found.
/// </summary>
public sealed record PeriodogramView
{
    // Points of a curve: more than a screen has columns, so that it may be enlarged.
    private const int Cells = 2000;

    // Around a peak of the grid, which is too coarse for folds: steps of an eighth to either side.
    private const int FineSteps = 8;

    // Frequencies of the rhythm of observing, in cycles a day: the sidereal day, whose multiples no plot tells from those
    // of the day, the full moons, and the seasons.
    private const double SiderealDay = 0.99726957;
    private const double LunarMonth = 29.530589;
    private const double Year = 365.2422;
    private const int MostOfDay = 5;

    /// <summary>A periodogram that was computed.</summary>
    /// <param name="lightCurve">What it was computed of.</param>
    /// <param name="curves">A curve for each method, one at least, none of them empty.</param>
    public PeriodogramView(LightCurve lightCurve, IReadOnlyList<PeriodogramCurve> curves)
    {
        ArgumentNullException.ThrowIfNull(lightCurve);
        ArgumentNullException.ThrowIfNull(curves);
        if (curves.Count == 0 || curves.Any(curve => curve.Frequency.Length == 0))
        {
            throw new ArgumentException("A periodogram has a curve, and a curve has points.", nameof(curves));
        }

        LightCurve = lightCurve;
        Curves = curves;
    }

    /// <summary>The star's light curve; without an exposure where the periodogram came as points.</summary>
    public LightCurve LightCurve { get; }

    /// <summary>A curve for each method.</summary>
    public IReadOnlyList<PeriodogramCurve> Curves { get; }

    /// <summary>The periods that were found, best first; none where nobody has searched.</summary>
    public IReadOnlyList<PeriodCandidate> Candidates { get; init; } = [];

    /// <summary>
    /// Computes the periodogram of a light curve by some methods, no more of it than a plot shows and no peak lost; the
    /// highest peaks are as fine as a fold needs. It runs on the thread that asks.
    /// </summary>
    /// <param name="lightCurve">What is searched.</param>
    /// <param name="options">The methods, and what periods.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="PeriodSearchException">The light curve has no period to find.</exception>
    public static PeriodogramView Compute(
        LightCurve lightCurve, PeriodSearchOptions options, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var series = TimeSeries.Of(lightCurve, options.Detrending);
        if (!(series.ChiSquared > 0 && series.Baseline > 0))
        {
            throw new PeriodSearchException(
                PeriodSearchError.NoVariation,
                "It has no two different magnitudes at different times: there is no variation to find a period in.");
        }

        var grid = FrequencyGrid.Of(series.Baseline, options.MinPeriod, options.MaxPeriod, options.Oversampling);
        return new PeriodogramView(
            lightCurve, [.. options.Methods.Distinct().Select(method => Compute(series, method, grid, stop))]);
    }

    /// <summary>A periodogram that came as points, of one star.</summary>
    /// <exception cref="ArgumentException">There is none, or they are of several stars.</exception>
    public static PeriodogramView OfPoints(IReadOnlyList<PeriodogramPoint> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.Select(point => (point.Psid, point.TargetName)).Distinct().ToList() is not [var star])
        {
            throw new ArgumentException(
                "The points of a periodogram are of one star, and there is one at least.", nameof(points));
        }

        PeriodogramPoint[] held =
            [.. points.Where(point => double.IsFinite(point.Power) && IsShown(point.Frequency) && IsShown(point.Period))];
        if (held.Length == 0)
        {
            throw new ArgumentException(
                "None of the points has a frequency and a period above 0 and a power.", nameof(points));
        }

        LightCurve empty = new LightCurveBuilder(star.Psid, capacity: 1) { Synthetic = points.Any(one => one.Synthetic) }
            .Build();
        return new PeriodogramView(
            empty.Of(zvarObject: null, star.TargetName),
            [.. held.GroupBy(point => point.Method).OrderBy(method => method.Key).Select(CurveOf)]);

        static bool IsShown(double value) => value > 0 && double.IsFinite(1 / value) && AxisLimit.Holds(value);
    }

    /// <summary>The star in a word: its psid, and the name of the position it was found around.</summary>
    public string GetTitle() => ObjectTitle.Of(LightCurve);

    /// <summary>
    /// The best period in a line and what speaks for it, as in <c>6.54 hours (0.2726630 d, found here: FPW20, Baluev FAP
    /// 1e-50)</c>; where nobody has searched, the period of the highest peak of each method.
    /// </summary>
    public string GetSubtitle()
    {
        if (Candidates is [var best, ..])
        {
            string rivals = best.Ambiguous.Length > 0 ? $"; ambiguous: {Excerpt.Of(best.Ambiguous)}" : "";
            return $"{Duration.ToText(best.Period)} ({PeriodDigits.Write(best.Period, LightCurve.Baseline)} d,"
                + $" {FoldPeriod.Of(best).Whose}){rivals}";
        }

        return "highest: " + string.Join(", ", Curves.Select(curve =>
        {
            double period = 1 / curve.Frequency[Array.IndexOf(curve.Power, curve.Power.Max())];
            return $"{MethodName.Of(curve.Method)} {PeriodDigits.Write(period, SpanOf(curve))} d";
        }));
    }

    /// <summary>
    /// The name of a file for the periodogram, without ending: the psid, else the name of the position, as far as all file
    /// systems take it, and a word.
    /// </summary>
    public string GetFileName() => $"{ObjectFileName.Of(LightCurve)}-periodogram";

    // The best of the periods that were found, else that of the highest peak.
    internal double GetPeriod()
    {
        PeriodogramCurve highest = Curves.MaxBy(curve => curve.Power.Max())!;
        return Candidates is [var best, ..]
            ? best.Period
            : 1 / highest.Frequency[Array.IndexOf(highest.Power, highest.Power.Max())];
    }

    // The periods there are, the shortest first.
    internal (double Shortest, double Longest) GetRange()
    {
        double lowest = Curves.Min(curve => curve.Frequency[0]);
        double highest = Curves.Max(curve => curve.Frequency[^1]);
        return lowest < highest ? (1 / highest, 1 / lowest) : (0.9 / highest, 1.1 / lowest);
    }

    // The periods that are marked within the range: first those that matter most.
    internal IReadOnlyList<PeriodMark> GetMarks()
    {
        (double shortest, double longest) = GetRange();
        var marks = new List<PeriodMark>();
        foreach ((int i, PeriodCandidate candidate) in Candidates.Index())
        {
            marks.Add(i == 0
                ? new PeriodMark(candidate.Period, "P", PeriodMarkKind.Best)
                : new PeriodMark(candidate.Period, $"#{i + 1}", PeriodMarkKind.Candidate));
        }

        if (Candidates is [var best, ..])
        {
            marks.Add(new PeriodMark(best.Period / 2, "P/2", PeriodMarkKind.Multiple));
            marks.Add(new PeriodMark(best.Period * 2, "2P", PeriodMarkKind.Multiple));
        }

        marks.AddRange(Enumerable.Range(1, MostOfDay)
            .Select(k => new PeriodMark(1.0 / k, k == 1 ? "1 d" : $"1/{k} d", PeriodMarkKind.Alias)));
        marks.Add(new PeriodMark(SiderealDay, "", PeriodMarkKind.Alias));
        marks.Add(new PeriodMark(LunarMonth, "month", PeriodMarkKind.Alias));
        marks.Add(new PeriodMark(Year, "year", PeriodMarkKind.Alias));
        return [.. marks.Where(mark => mark.Period >= shortest && mark.Period <= longest)];
    }

    private static PeriodogramCurve Compute(
        TimeSeries series, PeriodogramMethod method, FrequencyGrid grid, CancellationToken stop)
    {
        var thinned = Periodogram.ComputeThinned(series, method, grid, Cells, stop);
        var curve = new PeriodogramCurve(method, [.. thinned.Frequency], [.. thinned.Power]);
        double step = grid.Step / FineSteps;
        foreach (int peak in curve.GetPeaks())
        {
            double first = Math.Max(curve.Frequency[peak] - grid.Step, step);
            var fine = Periodogram.ComputeThinned(
                series, method, new FrequencyGrid(first, step, (2 * FineSteps) + 1), cells: 1, stop);
            if (fine.Power[0] > curve.Power[peak])
            {
                (curve.Frequency[peak], curve.Power[peak]) = (fine.Frequency[0], fine.Power[0]);
            }
        }

        Array.Sort(curve.Frequency, curve.Power);
        return curve;
    }

    private static PeriodogramCurve CurveOf(IGrouping<PeriodogramMethod, PeriodogramPoint> method)
    {
        PeriodogramPoint[] rising = [.. method.OrderBy(point => point.Frequency)];
        return new PeriodogramCurve(
            method.Key,
            Array.ConvertAll(rising, point => point.Frequency),
            Array.ConvertAll(rising, point => point.Power));
    }

    // Of points that came nobody knows over what time they were observed.
    private double SpanOf(PeriodogramCurve curve) =>
        LightCurve.Points > 0 ? LightCurve.Baseline : 1e3 / curve.Frequency[0];
}
