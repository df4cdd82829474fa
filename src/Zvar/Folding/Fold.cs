namespace Zvar;

/// <summary>A light curve folded at a period: its detections by phase.</summary>
public sealed class Fold
{
    private readonly int[] _rows;
    private readonly double[] _phases;

    /// <summary>Folds the detections of a light curve.</summary>
    /// <param name="lightCurve">What to fold.</param>
    /// <param name="period">In days, positive.</param>
    /// <param name="epoch">The time of phase zero; see <see cref="EpochChoice"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The period is not a positive number of days, or there is something to fold and the epoch is not finite.
    /// </exception>
    public Fold(LightCurve lightCurve, double period, double epoch)
    {
        ArgumentNullException.ThrowIfNull(lightCurve);
        if (!(period > 0 && double.IsFinite(period)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(period), FormattableString.Invariant($"A period is a positive number of days, not {period}."));
        }

        LightCurve = lightCurve;
        Period = period;
        Epoch = epoch;
        _rows = [.. Enumerable.Range(0, lightCurve.Points)
            .Where(i => double.IsFinite(lightCurve.Mag[i]) && double.IsFinite(lightCurve.Time[i]))];
        if (_rows.Length > 0 && !double.IsFinite(epoch))
        {
            throw new ArgumentOutOfRangeException(nameof(epoch), "An epoch is a finite BJD.");
        }

        _phases = Array.ConvertAll(_rows, row => PhaseOf(lightCurve.Time[row], period, epoch));
    }

    /// <summary>What was folded.</summary>
    public LightCurve LightCurve { get; }

    /// <summary>The period in days.</summary>
    public double Period { get; }

    /// <summary>The time of phase zero.</summary>
    public double Epoch { get; }

    /// <summary>The phase of a time, 0 up to but not including 1; NaN where a time is NaN.</summary>
    /// <param name="time">In days, counted as the epoch is.</param>
    /// <param name="period">In days.</param>
    /// <param name="epoch">The time of phase zero.</param>
    public static double PhaseOf(double time, double period, double epoch)
    {
        double cycles = (time - epoch) / period;
        double phase = cycles - Math.Floor(cycles);

        // Just before the epoch the fraction rounds up to 1.
        return phase >= 1 ? 0 : phase;
    }

    /// <summary>The detections by phase, in the order of the light curve.</summary>
    public IEnumerable<PhasePoint> EnumeratePoints()
    {
        for (int i = 0; i < _rows.Length; i++)
        {
            int row = _rows[i];
            yield return PointAt(_phases[i], LightCurve.Band[row], LightCurve.Mag[row], LightCurve.MagErr[row]);
        }
    }

    /// <summary>
    /// The magnitudes in equal bins of phase, band by band in the order of wavelength; empty bins are left out.
    /// </summary>
    /// <param name="bins">How many, at least 1.</param>
    /// <param name="statistic">What stands for a bin's magnitudes.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no bins.</exception>
    public IEnumerable<PhasePoint> Bin(int bins, BinStatistic statistic = BinStatistic.Mean)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        return Averages(bins, statistic);
    }

    private IEnumerable<PhasePoint> Averages(int bins, BinStatistic statistic)
    {
        ILookup<string, int> byBand = Enumerable.Range(0, _rows.Length).ToLookup(i => LightCurve.Band[_rows[i]]);
        foreach (string band in LightCurve.GetBands())
        {
            var inBin = new List<int>?[bins];
            foreach (int i in byBand[band])
            {
                (inBin[Math.Min(bins - 1, (int)(_phases[i] * bins))] ??= []).Add(_rows[i]);
            }

            for (int bin = 0; bin < bins; bin++)
            {
                if (inBin[bin] is { } rows)
                {
                    yield return Average(rows, (bin + 0.5) / bins, band, statistic);
                }
            }
        }
    }

    private PhasePoint Average(List<int> rows, double phase, string band, BinStatistic statistic)
    {
        (double mag, double error) = statistic.Of([.. rows.Select(row => LightCurve.Mag[row])]);
        return PointAt(phase, band, mag, rows.Count == 1 ? LightCurve.MagErr[rows[0]] : error) with
        {
            Count = rows.Count,
        };
    }

    private PhasePoint PointAt(double phase, string band, double mag, double magErr) => new()
    {
        Psid = LightCurve.Psid,
        TargetName = LightCurve.TargetName,
        Band = band,
        Phase = phase,
        Mag = mag,
        MagErr = magErr,
        Epoch = Epoch,
        Period = Period,
        Synthetic = LightCurve.Synthetic,
        Origin = LightCurve.Origin,
    };
}
