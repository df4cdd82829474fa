namespace Zvar;

// The detections of one band by time, or those of several together, as columns: entry i of every column is the same
// exposure. Magnitudes are less the weighted mean of their band.
internal sealed class Detections
{
    private readonly int[] _row;

    private Detections(int[] row, double[] time, double[] deviation, double[] error, int[] band)
    {
        (_row, Time, Deviation, Error, Band, Weight) = (row, time, deviation, error, band, WeightsOf(error));
        ByBand = [.. Enumerable.Range(0, Count).GroupBy(i => band[i]).Select(entries => entries.ToArray())];
    }

    internal int Count => _row.Length;

    internal double[] Time { get; }

    internal double[] Deviation { get; }

    // NaN where there is none that can be used.
    internal double[] Error { get; }

    // The inverse square of the error, over that of the best; 0 where there is none, but 1 where no point has any.
    internal double[] Weight { get; }

    // Which of the bands, counted from 0.
    internal int[] Band { get; }

    // The entries of each band.
    internal int[][] ByBand { get; }

    // In magnitudes; NaN for several bands together.
    internal double Mean { get; private init; } = double.NaN;

    internal double Median { get; private init; } = double.NaN;

    // The detections in some rows of a light curve, all of one band and in the order of time.
    internal static Detections OfBand(LightCurve lightCurve, int[] rows)
    {
        (double[] times, double[] mags, double[] errors) = (lightCurve.Time, lightCurve.Mag, lightCurve.MagErr);
        double[] error = Array.ConvertAll(
            rows, row => double.IsFinite(errors[row]) && errors[row] > 0 ? errors[row] : double.NaN);

        // Counted from the best magnitude, so that equal ones deviate by nothing rather than by a rounding.
        double[] weight = WeightsOf(error);
        double[] mag = Array.ConvertAll(rows, row => mags[row]);
        double best = mag[Array.IndexOf(weight, 1)];
        double[] offsets = Array.ConvertAll(mag, one => one - best);
        double mean = Average(offsets, weight);
        return new Detections(
            rows,
            Array.ConvertAll(rows, row => times[row]),
            Array.ConvertAll(offsets, offset => offset - mean),
            error,
            new int[rows.Length])
        {
            Mean = best + mean,
            Median = new Quantiles(mag).Median,
        };
    }

    // Those of several bands together, each less the mean of its own. Rows of a light curve are in the order of time.
    internal static Detections OfBands(IReadOnlyList<Detections> bands)
    {
        int[] rows = [.. bands.SelectMany(one => one._row)];
        int[] order = [.. Enumerable.Range(0, rows.Length)];
        Array.Sort(rows, order);
        return new Detections(
            rows,
            InOrder(bands.SelectMany(one => one.Time)),
            InOrder(bands.SelectMany(one => one.Deviation)),
            InOrder(bands.SelectMany(one => one.Error)),
            InOrder(bands.SelectMany((one, band) => Enumerable.Repeat(band, one.Count))));

        T[] InOrder<T>(IEnumerable<T> column)
        {
            T[] cells = [.. column];
            return Array.ConvertAll(order, i => cells[i]);
        }
    }

    // Weighted.
    internal static double Average(double[] values, double[] weights)
    {
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            sum += weights[i] * values[i];
        }

        return sum / weights.Sum();
    }

    // Over the best, since the square of an error may be beyond what a double holds.
    private static double[] WeightsOf(double[] error)
    {
        double best = error.Where(one => one > 0).DefaultIfEmpty(double.NaN).Min();
        return Array.ConvertAll(
            error, one => double.IsNaN(best) ? 1 : one > 0 ? best / one * (best / one) : 0);
    }
}
