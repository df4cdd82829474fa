namespace Zvar;

/// <summary>Takes out of the magnitudes of a band what is not periodic but looks so to a search.</summary>
internal static class SlowChange
{
    /// <summary>Takes the weighted mean of each match file off its own values.</summary>
    internal static void TakeOutOffsets<TKey>(double[] values, double[] weights, TKey[] matchfiles)
    {
        foreach (IGrouping<TKey, int> matchfile in Enumerable.Range(0, values.Length).GroupBy(i => matchfiles[i]))
        {
            double mean = matchfile.Sum(i => weights[i] * values[i]) / matchfile.Sum(i => weights[i]);
            foreach (int i in matchfile)
            {
                values[i] -= mean;
            }
        }
    }

    /// <summary>
    /// Takes off the parabola in time that fits best by weighted least squares, if there are points enough to tell one
    /// from chance.
    /// </summary>
    internal static void TakeOutParabola(double[] times, double[] values, double[] weights)
    {
        const int Terms = 3;
        if (times.Length <= 2 * Terms)
        {
            return;
        }

        // Times from -1 to 1, else the normal equations are as good as singular.
        double middle = (times[0] + times[^1]) / 2;
        double half = Math.Max((times[^1] - times[0]) / 2, double.Epsilon);
        double[,] matrix = new double[Terms, Terms];
        double[] vector = new double[Terms];
        Span<double> powers = stackalloc double[Terms];
        for (int i = 0; i < times.Length; i++)
        {
            Fill(powers, (times[i] - middle) / half);
            for (int row = 0; row < Terms; row++)
            {
                vector[row] += weights[i] * powers[row] * values[i];
                for (int column = 0; column < Terms; column++)
                {
                    matrix[row, column] += weights[i] * powers[row] * powers[column];
                }
            }
        }

        double[] solution = new Cholesky(matrix, vector).Solve(Terms);
        for (int i = 0; i < times.Length; i++)
        {
            Fill(powers, (times[i] - middle) / half);
            for (int k = 0; k < Terms; k++)
            {
                values[i] -= solution[k] * powers[k];
            }
        }
    }

    private static void Fill(Span<double> powers, double x) => (powers[0], powers[1], powers[2]) = (1, x, x * x);
}
