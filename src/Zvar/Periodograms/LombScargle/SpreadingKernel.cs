using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Zvar;

/// <summary>
/// The exponential of a semicircle, by which points are spread onto an even grid before a Fourier transform (Barnett,
/// Magland and af Klinteberg 2019, SIAM J. Sci. Comput. 41, C479). With these widths the transform is right to some
/// 1e-11 of the sum of the coefficients.
/// </summary>
internal static class SpreadingKernel
{
    /// <summary>How many places of the grid a point is spread over.</summary>
    internal const int Width = 16;

    /// <summary>How many places of the grid there are to a frequency.</summary>
    internal const double Oversampling = 1.25;

    private const double Beta = 0.976 * Math.PI * Width * (1 - (1 / (2 * Oversampling)));

    // Nodes of the quadrature of its transform, over half of it: far more than its oscillations need.
    private const int Nodes = 40;

    /// <summary>Its values at a distance in places of the grid, and at the places that follow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void At(double distance, Span<double> values)
    {
        for (int k = 0; k < values.Length; k += Vector512<double>.Count)
        {
            Vector512<double> z = (Vector512.Create(distance + k) + Vector512.CreateSequence(0.0, 1.0)) * (2.0 / Width);
            Vector512<double> circle = Vector512.Max(Vector512<double>.One - (z * z), Vector512<double>.Zero);
            Vector512.Exp((Vector512.Sqrt(circle) - Vector512<double>.One) * Beta).CopyTo(values[k..]);
        }
    }

    /// <summary>Its Fourier transform at the frequencies from 0 up to but not including a number.</summary>
    /// <param name="count">How many frequencies.</param>
    /// <param name="size">The places of the grid.</param>
    internal static double[] Transform(int count, int size)
    {
        (double[] nodes, double[] weights) = GaussLegendre(2 * Nodes);
        double[] values = [.. nodes.Select((node, i) => weights[i] * At(node * Width / 2))];
        double[] transform = new double[count];
        for (int m = 0; m < count; m++)
        {
            double sum = 0;
            for (int i = 0; i < nodes.Length; i++)
            {
                sum += values[i] * Math.Cos(Math.PI * Width * m * nodes[i] / size);
            }

            transform[m] = sum * Width / 2;
        }

        return transform;
    }

    private static double At(double distance)
    {
        double z = 2 * distance / Width;
        return Math.Exp(Beta * (Math.Sqrt(1 - (z * z)) - 1));
    }

    // Newton's method on the Legendre polynomials (Press et al., Numerical Recipes, section 4.6, has the recurrence).
    private static (double[] Nodes, double[] Weights) GaussLegendre(int count)
    {
        double[] nodes = new double[count];
        double[] weights = new double[count];
        for (int i = 0; i < count; i++)
        {
            double x = Math.Cos(Math.PI * (i + 0.75) / (count + 0.5));
            double slope = 0;
            for (int round = 0; round < 50; round++)
            {
                (double last, double value) = (1, x);
                for (int k = 2; k <= count; k++)
                {
                    (last, value) = (value, ((((2 * k) - 1) * x * value) - ((k - 1) * last)) / k);
                }

                slope = count * ((x * value) - last) / ((x * x) - 1);
                double shift = value / slope;
                x -= shift;
                if (Math.Abs(shift) < 1e-15)
                {
                    break;
                }
            }

            nodes[i] = x;
            weights[i] = 2 / ((1 - (x * x)) * slope * slope);
        }

        return (nodes, weights);
    }
}
