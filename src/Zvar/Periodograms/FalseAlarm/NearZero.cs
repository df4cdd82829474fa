namespace Zvar;

/// <summary>
/// Logarithm and exponential where they are near zero, without the loss of digits that 1 + x has (Kahan, in Goldberg 1991,
/// ACM Comput. Surv. 23, 5); those of <see cref="double"/> have it.
/// </summary>
internal static class NearZero
{
    /// <summary>ln(1 + x).</summary>
    internal static double LogP1(double x)
    {
        double sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * (x / (sum - 1));
    }

    /// <summary>exp(x) - 1.</summary>
    internal static double ExpM1(double x)
    {
        double power = Math.Exp(x);
        return power switch
        {
            1 => x,
            _ when power - 1 == -1 => -1,
            _ => double.IsInfinity(power) ? power : (power - 1) * (x / Math.Log(power)),
        };
    }
}
