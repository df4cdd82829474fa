namespace Zvar;

/// <summary>
/// Tables of complex factors of length one. Each is its cosine, its sine, and its sine with the other sign, which saves
/// turning the sign of a whole vector.
/// </summary>
internal static class UnitFactors
{
    /// <summary>The numbers of a factor.</summary>
    internal const int Parts = 3;

    /// <summary>Makes a table.</summary>
    /// <param name="count">How many factors.</param>
    /// <param name="turns">Of each the turns it stands for.</param>
    internal static double[] Make(int count, Func<int, double> turns)
    {
        double[] factors = new double[count * Parts];
        for (int i = 0; i < count; i++)
        {
            (double sin, double cos) = Math.SinCos(Math.Tau * turns(i));
            (factors[Parts * i], factors[(Parts * i) + 1], factors[(Parts * i) + 2]) = (cos, sin, -sin);
        }

        return factors;
    }
}
