namespace Zvar.Plots;

// Round numbers between two positive ends, on an axis of their logarithms: of each power of ten as many as there is room
// for, else some of the powers alone.
internal static class LogTickValues
{
    private static readonly double[][] Rounds = [[1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 1.5, 2, 3, 4, 5, 7], [1, 2, 3, 5], [1, 2, 5], [1, 3], [1]];

    // Values of which no two are nearer than a distance, in powers of ten.
    internal static IReadOnlyList<double> Of(double low, double high, double distance)
    {
        (int first, int last) = ((int)Math.Floor(Math.Log10(low)), (int)Math.Ceiling(Math.Log10(high)));
        foreach (double[] rounds in Rounds)
        {
            double nearest = rounds.Append(10).Zip(rounds.Append(10).Skip(1), (one, next) => Math.Log10(next / one)).Min();
            if (nearest >= distance)
            {
                return Between(rounds, every: 1);
            }
        }

        return Between([1], every: Math.Max(1, (int)Math.Ceiling(distance)));

        double[] Between(double[] rounds, int every) =>
        [
            .. from power in Enumerable.Range(first, last - first + 1)
               where power % every == 0
               from round in rounds
               let value = round * Math.Pow(10, power)
               where value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)
               select value,
        ];
    }

    internal static string Write(double value) =>
        value is >= 1e-4 and < 1e6
            ? value.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture)
            : value.ToString("0e+0", System.Globalization.CultureInfo.InvariantCulture);
}
