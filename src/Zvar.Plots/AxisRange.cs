namespace Zvar.Plots;

// The ends of an axis.
internal static class AxisRange
{
    private const double LeastAir = 0.01;

    // All of the values, and this share of their range about them; 0 to 1 where there are none.
    internal static (double Low, double High) Of(IEnumerable<double> values, double air)
    {
        double low = double.PositiveInfinity;
        double high = double.NegativeInfinity;
        foreach (double value in values)
        {
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }

        double around = Math.Max(LeastAir, (high - low) * air);
        return low > high ? (0, 1) : (low - around, high + around);
    }
}
