namespace Zvar;

/// <summary>
/// The normal equations of a Fourier series of one band at one frequency, its mean eliminated, in the order cos φ, sin φ,
/// cos 2φ, sin 2φ and so on: the leading part of them belongs to the shorter series.
/// </summary>
internal sealed class BandHarmonics
{
    private BandHarmonics(double[,] matrix, double[] vector, double chiSquared) =>
        (Matrix, Vector, ChiSquared) = (matrix, vector, chiSquared);

    /// <summary>Σ w a b over the points, of the terms less their weighted means.</summary>
    internal double[,] Matrix { get; }

    /// <summary>Σ w a y.</summary>
    internal double[] Vector { get; }

    /// <summary>The chi² of the band about its mean.</summary>
    internal double ChiSquared { get; }

    internal static BandHarmonics Of(BandSeries band, double frequency, int harmonics)
    {
        // Products of the terms are sums of terms of twice the order, so Σ w cos kφ and Σ w sin kφ are all that is needed.
        Span<double> cos = stackalloc double[(2 * harmonics) + 1];
        Span<double> sin = stackalloc double[(2 * harmonics) + 1];
        Span<double> cosValue = stackalloc double[harmonics + 1];
        Span<double> sinValue = stackalloc double[harmonics + 1];
        cos.Clear();
        sin.Clear();
        cosValue.Clear();
        sinValue.Clear();
        for (int i = 0; i < band.Points; i++)
        {
            double cycles = band.Time[i] * frequency;
            (double s, double c) = Math.SinCos(Math.Tau * (cycles - Math.Floor(cycles)));
            double weight = band.Weight[i];
            double weighted = weight * band.Value[i];
            (double re, double im) = (1, 0);
            for (int k = 1; k <= harmonics; k++)
            {
                (re, im) = ((re * c) - (im * s), (re * s) + (im * c));
                cos[k] += weight * re;
                sin[k] += weight * im;
                cosValue[k] += weighted * re;
                sinValue[k] += weighted * im;
            }

            for (int k = harmonics + 1; k <= 2 * harmonics; k++)
            {
                (re, im) = ((re * c) - (im * s), (re * s) + (im * c));
                cos[k] += weight * re;
                sin[k] += weight * im;
            }
        }

        cos[0] = band.Weights;
        int size = 2 * harmonics;
        double[,] matrix = new double[size, size];
        double[] vector = new double[size];
        for (int j = 1; j <= harmonics; j++)
        {
            int row = 2 * (j - 1);
            vector[row] = cosValue[j];
            vector[row + 1] = sinValue[j];
            for (int k = 1; k <= j; k++)
            {
                int column = 2 * (k - 1);
                (double sumCos, double sumSin) = (cos[j + k], sin[j + k]);
                (double difCos, double difSin) = (cos[j - k], sin[j - k]);
                matrix[row, column] = ((difCos + sumCos) / 2) - (cos[j] * cos[k] / band.Weights);
                matrix[row, column + 1] = ((sumSin - difSin) / 2) - (cos[j] * sin[k] / band.Weights);
                matrix[row + 1, column] = ((sumSin + difSin) / 2) - (sin[j] * cos[k] / band.Weights);
                matrix[row + 1, column + 1] = ((difCos - sumCos) / 2) - (sin[j] * sin[k] / band.Weights);
            }
        }

        for (int row = 0; row < size; row++)
        {
            for (int column = row + 1; column < size; column++)
            {
                matrix[row, column] = matrix[column, row];
            }
        }

        return new BandHarmonics(matrix, vector, band.ChiSquared);
    }
}
