namespace Zvar;

// Values in order, and what lies at a share of them: between two as definition 7 of Hyndman & Fan 1996 has it.
internal sealed class Quantiles(double[] values)
{
    private readonly double[] _sorted = [.. values.Order()];

    internal double Median => At(0.5);

    internal double MedianAbsoluteDeviation
    {
        get
        {
            double median = Median;
            return new Quantiles(Array.ConvertAll(_sorted, value => Math.Abs(value - median))).Median;
        }
    }

    // The share is 0 to 1.
    internal double At(double share)
    {
        double place = share * (_sorted.Length - 1);
        int below = (int)place;
        int above = Math.Min(below + 1, _sorted.Length - 1);
        return _sorted[below] + ((place - below) * (_sorted[above] - _sorted[below]));
    }
}
