namespace Zvar;

/// <summary>
/// The exposures of one band as a period search sees them: entry i of every array is the same exposure, in the order of
/// time. The arrays are not to be written to.
/// </summary>
public sealed class BandSeries
{
    internal BandSeries(string band, double[] time, double[] value, double[] weight)
    {
        (Band, Time, Value, Weight) = (band, time, value, weight);
        double sum = 0;
        double weighted = 0;
        for (int i = 0; i < time.Length; i++)
        {
            sum += weight[i];
            weighted += weight[i] * value[i];
        }

        Mean = weighted / sum;
        Weights = sum;
        for (int i = 0; i < time.Length; i++)
        {
            value[i] -= Mean;
            ChiSquared += weight[i] * value[i] * value[i];
        }
    }

    /// <summary>The band.</summary>
    public string Band { get; }

    /// <summary>How many exposures there are, at least 1.</summary>
    public int Points => Time.Length;

    /// <summary>Days since <see cref="TimeSeries.Epoch"/>.</summary>
    public double[] Time { get; }

    /// <summary>The magnitude less <see cref="Mean"/>.</summary>
    public double[] Value { get; }

    /// <summary>1/σ² of the magnitude, positive.</summary>
    public double[] Weight { get; }

    /// <summary>The weighted mean that was taken off the values.</summary>
    public double Mean { get; }

    /// <summary>The sum of the weights.</summary>
    public double Weights { get; }

    /// <summary>The chi² of the band about its weighted mean.</summary>
    public double ChiSquared { get; }
}
