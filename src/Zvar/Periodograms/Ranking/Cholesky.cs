namespace Zvar;

/// <summary>
/// The Cholesky factor of normal equations, with which all their leading parts are solved at once. A term that the ones
/// before it explain already, as where the points lie at a few phases, gets a coefficient of zero.
/// </summary>
internal sealed class Cholesky
{
    // Of a term's own variance, what must be left of it beside the terms before.
    private const double Independent = 1e-9;

    private readonly double[,] _factor;
    private readonly double[] _forward;

    internal Cholesky(double[,] matrix, double[] vector)
    {
        int size = vector.Length;
        _factor = new double[size, size];
        _forward = new double[size];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double sum = matrix[i, j];
                for (int k = 0; k < j; k++)
                {
                    sum -= _factor[i, k] * _factor[j, k];
                }

                _factor[i, j] = _factor[j, j] > 0 ? sum / _factor[j, j] : 0;
            }

            double left = matrix[i, i];
            double forward = vector[i];
            for (int k = 0; k < i; k++)
            {
                left -= _factor[i, k] * _factor[i, k];
                forward -= _factor[i, k] * _forward[k];
            }

            if (left > Independent * matrix[i, i])
            {
                _factor[i, i] = Math.Sqrt(left);
                _forward[i] = forward / _factor[i, i];
            }
        }
    }

    /// <summary>The chi² that the first so many terms take away.</summary>
    internal double TakenBy(int terms)
    {
        double sum = 0;
        for (int i = 0; i < terms; i++)
        {
            sum += _forward[i] * _forward[i];
        }

        return sum;
    }

    /// <summary>The coefficients of the first so many terms.</summary>
    internal double[] Solve(int terms)
    {
        double[] solution = new double[terms];
        for (int i = terms - 1; i >= 0; i--)
        {
            if (_factor[i, i] > 0)
            {
                double sum = _forward[i];
                for (int k = i + 1; k < terms; k++)
                {
                    sum -= _factor[k, i] * solution[k];
                }

                solution[i] = sum / _factor[i, i];
            }
        }

        return solution;
    }
}
