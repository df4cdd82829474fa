namespace Zvar;

// What is computed of the plain mean and of the powers of deviations from it.
internal sealed class Moments
{
    private readonly double[] _values;
    private readonly double _second;
    private readonly double _third;
    private readonly double _fourth;

    internal Moments(double[] values)
    {
        _values = values;
        double mean = values.Average();
        foreach (double value in values)
        {
            double square = (value - mean) * (value - mean);
            _second += square;
            _third += square * (value - mean);
            _fourth += square * square;
        }
    }

    internal double StandardDeviation => Count < 2 ? double.NaN : Math.Sqrt(_second / (Count - 1));

    // Of two points it is 0, whatever they are.
    internal double Skewness => Count < 3 ? double.NaN : _third / Count / Math.Pow(_second / Count, 1.5);

    // Of three points it is -1.5, whatever they are.
    internal double ExcessKurtosis => Count < 4 ? double.NaN : (_fourth / _second * Count / _second) - 3;

    // Of two points it is 2, whatever they are.
    internal double VonNeumannEta
    {
        get
        {
            double squares = 0;
            for (int i = 1; i < Count; i++)
            {
                double step = _values[i] - _values[i - 1];
                squares += step * step;
            }

            return Count < 3 ? double.NaN : squares / _second;
        }
    }

    private int Count => _values.Length;
}
