namespace Zvar.Archive;

/// <summary>
/// Numbers as they were written: nearly all that a survey publishes has few digits, and a whole number and a power of ten
/// say it in half the room. mantissa / 10^exponent is the very same double, since both parts are exact and a division is
/// rounded correctly, as the reading of its text was.
/// </summary>
internal static class DecimalNumber
{
    /// <summary>The largest exponent.</summary>
    internal const int MaxExponent = 15;

    // Whole numbers up to it are doubles.
    private const double MaxMantissa = 1L << 53;

    private static readonly double[] Powers = [.. Enumerable.Range(0, MaxExponent + 1).Select(i => Math.Pow(10, i))];

    /// <summary>Finds the shortest form of a number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="guess">The exponent to try first: neighbours in a column have as many digits.</param>
    /// <param name="mantissa">The whole number.</param>
    /// <param name="exponent">The digits after the point, 0 to <see cref="MaxExponent"/>.</param>
    /// <returns>False where it has more digits than that, is not finite, or a negative zero.</returns>
    internal static bool TryGet(double value, int guess, out long mantissa, out int exponent)
    {
        for (exponent = guess; exponent <= MaxExponent; exponent++)
        {
            if (TryGetAt(value, exponent, out mantissa))
            {
                while (exponent > 0 && mantissa % 10 == 0)
                {
                    mantissa /= 10;
                    exponent--;
                }

                return true;
            }
        }

        mantissa = 0;
        return false;
    }

    /// <summary>The whole number that a number is with some digits after the point; false where there is none.</summary>
    internal static bool TryGetAt(double value, int exponent, out long mantissa)
    {
        double scaled = value * Powers[exponent];
        if (!(Math.Abs(scaled) < MaxMantissa))
        {
            mantissa = 0;
            return false;
        }

        mantissa = (long)Math.Round(scaled);
        return BitConverter.DoubleToInt64Bits(ToDouble(mantissa, exponent)) == BitConverter.DoubleToInt64Bits(value);
    }

    /// <summary>The number.</summary>
    internal static double ToDouble(long mantissa, int exponent) => mantissa / Powers[exponent];
}
