namespace Zvar;

/// <summary>
/// The tail of the beta distribution, in logarithms: the probabilities of chance are often smaller than any number.
/// </summary>
internal static class BetaDistribution
{
    private const int MostTerms = 10_000;
    private const double Precision = 1e-15;
    private const double Tiny = 1e-300;

    // The coefficients of Lanczos (1964, SIAM J. Numer. Anal. B 1, 86) for g = 7 and nine terms.
    private static readonly double[] Lanczos =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
        12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    /// <summary>The natural logarithm of the gamma function of a positive number.</summary>
    internal static double LogGamma(double x)
    {
        if (x < 0.5)
        {
            return Math.Log(Math.PI / Math.Sin(Math.PI * x)) - LogGamma(1 - x);
        }

        double sum = Lanczos[0];
        for (int i = 1; i < Lanczos.Length; i++)
        {
            sum += Lanczos[i] / (x - 1 + i);
        }

        double t = x + 6.5;
        return (0.5 * Math.Log(Math.Tau)) + ((x - 0.5) * Math.Log(t)) - t + Math.Log(sum);
    }

    /// <summary>The natural logarithm of the probability of more than x.</summary>
    /// <param name="x">From 0 to 1.</param>
    /// <param name="a">The first parameter, positive.</param>
    /// <param name="b">The second parameter, positive.</param>
    internal static double LogAbove(double x, double a, double b)
    {
        if (x <= 0)
        {
            return 0;
        }

        if (x >= 1)
        {
            return double.NegativeInfinity;
        }

        // Where the continued fraction is slow, the other tail is the small one.
        return 1 - x < (b + 1) / (a + b + 2)
            ? LogTail(1 - x, b, a)
            : Math.Log(Math.Max(0, -NearZero.ExpM1(LogTail(x, a, b))));
    }

    // ln of the regularised incomplete beta function I_x(a, b), by Lentz's method on its continued fraction (Press et al.,
    // Numerical Recipes, section 6.4).
    private static double LogTail(double x, double a, double b)
    {
        double front = (a * Math.Log(x)) + (b * NearZero.LogP1(-x)) - Math.Log(a)
            - (LogGamma(a) + LogGamma(b) - LogGamma(a + b));
        double c = 1;
        double d = 1 / AwayFromZero(1 - ((a + b) * x / (a + 1)));
        double fraction = d;
        for (int m = 1; m < MostTerms; m++)
        {
            double even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / AwayFromZero(1 + (even * d));
            c = AwayFromZero(1 + (even / c));
            fraction *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / AwayFromZero(1 + (odd * d));
            c = AwayFromZero(1 + (odd / c));
            fraction *= d * c;
            if (Math.Abs((d * c) - 1) < Precision)
            {
                break;
            }
        }

        return front + Math.Log(fraction);
    }

    private static double AwayFromZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
