namespace Zvar;

/// <summary>
/// Fourier series of 1 to 16 harmonics fitted to a light curve at one frequency, each band with its own mean: either each
/// band with its own series, or all with one series and a factor of each band.
/// </summary>
internal sealed class HarmonicFit
{
    internal const int Most = 16;

    // The series by which the factors of the bands are found.
    private const int FactorHarmonics = 3;
    private const int FactorRounds = 4;

    private readonly BandHarmonics[] _bands;
    private readonly Cholesky[] _solvers;
    private readonly double[] _own = new double[Most + 1];
    private readonly double[] _shared = new double[Most + 1];

    internal HarmonicFit(TimeSeries series, double frequency)
    {
        Frequency = frequency;
        _bands = [.. series.Bands.Select(band => BandHarmonics.Of(band, frequency, Most))];
        double chiSquared = series.ChiSquared;
        _solvers = Array.ConvertAll(_bands, band => new Cholesky(band.Matrix, band.Vector));
        for (int k = 0; k <= Most; k++)
        {
            _own[k] = Math.Max(0, chiSquared - _solvers.Sum(band => band.TakenBy(2 * k)));
        }

        Cholesky shared = _bands.Length == 1 ? _solvers[0] : Combine(Factors());
        for (int k = 0; k <= Most; k++)
        {
            _shared[k] = Math.Max(0, chiSquared - shared.TakenBy(2 * k));
        }
    }

    /// <summary>In cycles a day.</summary>
    internal double Frequency { get; }

    /// <summary>The chi² left by a series of each band's own.</summary>
    internal double Own(int harmonics) => _own[harmonics];

    /// <summary>The chi² left by one series with a factor of each band.</summary>
    internal double Shared(int harmonics) => _shared[harmonics];

    /// <summary>
    /// How many harmonics describe the light curve best, each band by its own series: those with the least Bayesian
    /// information criterion (Schwarz 1978, Ann. Stat. 6, 461).
    /// </summary>
    internal int BestHarmonics(TimeSeries series)
    {
        int freedom = series.Points - series.Bands.Count;
        return Enumerable.Range(1, Most)
            .Where(harmonics => harmonics == 1 || 2 * harmonics * series.Bands.Count < freedom - 1)
            .MinBy(harmonics => (series.Points * Math.Log(Math.Max(Own(harmonics) / series.ChiSquared, double.Epsilon)))
                + (2 * harmonics * series.Bands.Count * Math.Log(series.Points)));
    }

    /// <summary>
    /// The fit at the frequency nearby where the chi² of the best number of harmonics is least: by parabolas, within a
    /// sixth of a peak's width.
    /// </summary>
    internal HarmonicFit Refine(TimeSeries series)
    {
        int harmonics = BestHarmonics(series);
        double width = 1 / series.Baseline;
        HarmonicFit best = this;
        for (double offset = width / 20; offset > width / 1000; offset /= 4)
        {
            double before = new HarmonicFit(series, best.Frequency - offset).Own(harmonics);
            double after = new HarmonicFit(series, best.Frequency + offset).Own(harmonics);
            double curvature = before + after - (2 * best.Own(harmonics));
            double shift = offset * (before - after) / (2 * curvature);
            if (curvature > 0 && Math.Abs(best.Frequency + shift - Frequency) < width / 6)
            {
                var moved = new HarmonicFit(series, best.Frequency + shift);
                best = moved.Own(harmonics) < best.Own(harmonics) ? moved : best;
            }
        }

        return best;
    }

    /// <summary>What is left of a light curve when each band's own series is taken off.</summary>
    internal TimeSeries TakeFrom(TimeSeries series, int harmonics) => series.WithValues(band =>
    {
        int place = series.Bands.ToList().IndexOf(band);
        double[] terms = _solvers[place].Solve(2 * harmonics);
        double[] values = [.. band.Value];
        for (int i = 0; i < values.Length; i++)
        {
            double cycles = band.Time[i] * Frequency;
            double angle = Math.Tau * (cycles - Math.Floor(cycles));
            for (int k = 1; k <= harmonics; k++)
            {
                (double sin, double cos) = Math.SinCos(k * angle);
                values[i] -= (terms[2 * (k - 1)] * cos) + (terms[(2 * k) - 1] * sin);
            }
        }

        return values;
    });

    // Least squares in turns: the series for given factors, the factors for a given series.
    private double[] Factors()
    {
        const int Terms = 2 * FactorHarmonics;
        double[] factors = Array.ConvertAll(_bands, band => 1.0);
        for (int round = 0; round < FactorRounds; round++)
        {
            double[] series = Combine(factors).Solve(Terms);
            for (int i = 0; i < factors.Length; i++)
            {
                (double square, double product) = (0, 0);
                for (int row = 0; row < Terms; row++)
                {
                    product += series[row] * _bands[i].Vector[row];
                    for (int column = 0; column < Terms; column++)
                    {
                        square += series[row] * series[column] * _bands[i].Matrix[row, column];
                    }
                }

                factors[i] = square > 0 ? product / square : 0;
            }
        }

        return factors;
    }

    private Cholesky Combine(double[] factors)
    {
        double[,] matrix = new double[2 * Most, 2 * Most];
        double[] vector = new double[2 * Most];
        for (int i = 0; i < factors.Length; i++)
        {
            for (int row = 0; row < 2 * Most; row++)
            {
                vector[row] += factors[i] * _bands[i].Vector[row];
                for (int column = 0; column < 2 * Most; column++)
                {
                    matrix[row, column] += factors[i] * factors[i] * _bands[i].Matrix[row, column];
                }
            }
        }

        return new Cholesky(matrix, vector);
    }
}
