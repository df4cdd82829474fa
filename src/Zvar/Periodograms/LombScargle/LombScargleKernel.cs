using System.Buffers;

namespace Zvar;

/// <summary>
/// The generalised Lomb–Scargle periodogram with floating mean and errors (Zechmeister and Kürster 2009, A&amp;A 496, 577,
/// equations 5 to 16).
/// </summary>
/// <param name="series">What is searched.</param>
internal sealed class LombScargleKernel(TimeSeries series) : IPeriodogramKernel
{
    // Below it the points lie at one phase or at two opposite ones, where no sine and mean can be told apart.
    private const double LeastDeterminant = 1e-10;

    /// <inheritdoc/>
    public void Compute(double first, double step, Span<double> power)
    {
        var transform = new LombScargleTransform(series, step);
        for (int from = 0; from < power.Length; from += BandTransform.Frequencies)
        {
            Span<double> next = power.Slice(from, Math.Min(BandTransform.Frequencies, power.Length - from));
            if (from == 0)
            {
                transform.Start(first, next);
            }
            else
            {
                transform.Next(next);
            }
        }
    }

    /// <inheritdoc/>
    public double PowerAt(double frequency)
    {
        double taken = 0;
        foreach (BandSeries band in series.Bands)
        {
            taken += TakenBy(band, frequency);
        }

        return Math.Clamp(taken / series.ChiSquared, 0, 1);
    }

    /// <summary>
    /// The chi² that a sine with its mean takes away from a band. All is summed about the weighted means: where the points
    /// lie at few phases the sums themselves are nearly the squares of the means, and their difference would be lost.
    /// </summary>
    internal static double TakenBy(BandSeries band, double frequency)
    {
        double[] sines = ArrayPool<double>.Shared.Rent(band.Points);
        double[] cosines = ArrayPool<double>.Shared.Rent(band.Points);
        (double c, double s) = (0, 0);
        for (int i = 0; i < band.Points; i++)
        {
            double cycles = band.Time[i] * frequency;
            (sines[i], cosines[i]) = Math.SinCos(Math.Tau * (cycles - Math.Floor(cycles)));
            c += band.Weight[i] / band.Weights * cosines[i];
            s += band.Weight[i] / band.Weights * sines[i];
        }

        (double yc, double ys, double cc, double ss, double cs) = (0, 0, 0, 0, 0);
        for (int i = 0; i < band.Points; i++)
        {
            double weight = band.Weight[i] / band.Weights;
            (double cos, double sin) = (cosines[i] - c, sines[i] - s);
            yc += weight * band.Value[i] * cos;
            ys += weight * band.Value[i] * sin;
            cc += weight * cos * cos;
            ss += weight * sin * sin;
            cs += weight * cos * sin;
        }

        ArrayPool<double>.Shared.Return(sines);
        ArrayPool<double>.Shared.Return(cosines);
        double determinant = (cc * ss) - (cs * cs);
        return determinant > LeastDeterminant
            ? Math.Clamp(
                band.Weights * ((ss * yc * yc) + (cc * ys * ys) - (2 * cs * yc * ys)) / determinant, 0, band.ChiSquared)
            : 0;
    }
}
