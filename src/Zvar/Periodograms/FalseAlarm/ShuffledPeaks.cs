namespace Zvar;

/// <summary>
/// What powers a light curve reaches without its period: the highest of each of several searches of it with its
/// magnitudes dealt out anew among its times, each with its error, each band for itself. They follow a Gumbel
/// distribution, which is fitted by moments to -ln(1 - power).
/// </summary>
internal sealed class ShuffledPeaks
{
    /// <summary>How many shuffles are enough to fit a distribution.</summary>
    internal const int Fewest = 20;

    private const double EulerMascheroni = 0.57721566490153286;

    private readonly double _place;
    private readonly double _scale;

    private ShuffledPeaks(double[] highest)
    {
        double mean = highest.Average();
        double variance = highest.Sum(one => (one - mean) * (one - mean)) / (highest.Length - 1);
        _scale = Math.Sqrt(6 * variance) / Math.PI;
        _place = mean - (EulerMascheroni * _scale);
    }

    /// <summary>The distribution of each method.</summary>
    /// <param name="series">The light curve.</param>
    /// <param name="grid">The frequencies.</param>
    /// <param name="methods">The methods.</param>
    /// <param name="shuffles">How many, 20 at least.</param>
    /// <param name="seed">What the shuffles are drawn by: the same star is shuffled the same way.</param>
    /// <param name="stop">Stops it.</param>
    internal static ShuffledPeaks[] Of(
        TimeSeries series,
        FrequencyGrid grid,
        IReadOnlyList<PeriodogramMethod> methods,
        int shuffles,
        long seed,
        CancellationToken stop)
    {
        var random = new Random(unchecked((int)(seed ^ (seed >> 32)) ^ series.Points));
        double[][] highest = [.. methods.Select(_ => new double[shuffles])];
        for (int i = 0; i < shuffles; i++)
        {
            TimeSeries shuffled = series.Shuffled(random);
            IReadOnlyList<Peak>[] peaks = MethodPeaks.Find(shuffled, grid, methods, 1, stop);
            for (int method = 0; method < peaks.Length; method++)
            {
                highest[method][i] = Scale(peaks[method].Count > 0 ? peaks[method].Max(peak => peak.Power) : 0);
            }
        }

        return [.. highest.Select(one => new ShuffledPeaks(one))];
    }

    /// <summary>The natural logarithm of the probability that a search of noise reaches a power.</summary>
    internal double LogProbability(double power)
    {
        if (!(_scale > 0))
        {
            return Scale(power) > _place ? double.MinValue : 0;
        }

        double distance = (Scale(power) - _place) / _scale;

        // 1 - exp(-exp(-x)) is exp(-x) where that is small.
        return distance > 30 ? -distance : Math.Min(0, Math.Log(-NearZero.ExpM1(-Math.Exp(-distance))));
    }

    private static double Scale(double power) => -NearZero.LogP1(-Math.Min(power, 1 - 1e-15));
}
