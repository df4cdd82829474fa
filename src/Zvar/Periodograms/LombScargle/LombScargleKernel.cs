using System.Runtime.Intrinsics;

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
            if (from == 0)
            {
                transform.Start(first);
            }
            else
            {
                transform.Next();
            }

            int count = Math.Min(BandTransform.Frequencies, power.Length - from);
            Clamp(transform.Powers.AsSpan(0, count), power[from..]);
        }
    }

    // Rounding may take a power a last digit beyond what a share can be.
    private static void Clamp(ReadOnlySpan<double> powers, Span<double> clamped)
    {
        int i = 0;
        for (; i <= powers.Length - Vector256<double>.Count; i += Vector256<double>.Count)
        {
            Vector256.Clamp(Vector256.Create(powers[i..]), Vector256<double>.Zero, Vector256<double>.One)
                .CopyTo(clamped[i..]);
        }

        for (; i < powers.Length; i++)
        {
            clamped[i] = Math.Clamp(powers[i], 0, 1);
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

    internal static double TakenBy(BandSeries band, double frequency)
    {
        (double c, double s, double yc, double ys, double cc, double cs) = (0, 0, 0, 0, 0, 0);
        for (int i = 0; i < band.Points; i++)
        {
            double cycles = band.Time[i] * frequency;
            (double sin, double cos) = Math.SinCos(Math.Tau * (cycles - Math.Floor(cycles)));
            double weight = band.Weight[i] / band.Weights;
            c += weight * cos;
            s += weight * sin;
            yc += weight * band.Value[i] * cos;
            ys += weight * band.Value[i] * sin;
            cc += weight * cos * cos;
            cs += weight * cos * sin;
        }

        double ss = 1 - cc;
        cc -= c * c;
        ss -= s * s;
        cs -= c * s;
        double determinant = (cc * ss) - (cs * cs);
        return determinant > LeastDeterminant
            ? Math.Clamp(
                band.Weights * ((ss * yc * yc) + (cc * ys * ys) - (2 * cs * yc * ys)) / determinant, 0, band.ChiSquared)
            : 0;
    }
}
