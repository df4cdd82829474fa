namespace Zvar;

/// <summary>What stands for the magnitudes in a bin of phase.</summary>
public enum BinStatistic
{
    /// <summary>Their mean; its error is their standard deviation over the root of their number.</summary>
    Mean,

    /// <summary>
    /// Their median, deaf to outliers. Its error is that of a median of normal noise, √(π/2) times that of a mean, with
    /// the standard deviation taken to be 1.4826 times the median deviation from the median, as it is for such noise.
    /// </summary>
    Median,
}

// How the two are computed, of several magnitudes; the page does the same (binsOf in folding.js).
internal static class BinStatistics
{
    private const double DeviationToSigma = 1.4826;

    internal static (double Value, double Error) Of(this BinStatistic statistic, double[] magnitudes) =>
        statistic switch
        {
            BinStatistic.Mean => MeanOf(magnitudes),
            BinStatistic.Median => MedianOf(magnitudes),
        };

    private static (double Value, double Error) MeanOf(double[] magnitudes)
    {
        double mean = magnitudes.Average();
        double squares = magnitudes.Sum(mag => Math.Pow(mag - mean, 2));
        return (mean, Math.Sqrt(squares / (magnitudes.Length - 1)) / Math.Sqrt(magnitudes.Length));
    }

    private static (double Value, double Error) MedianOf(double[] magnitudes)
    {
        var order = new Quantiles(magnitudes);
        double sigma = DeviationToSigma * order.MedianAbsoluteDeviation;
        return (order.Median, Math.Sqrt(Math.PI / 2) * sigma / Math.Sqrt(magnitudes.Length));
    }
}
