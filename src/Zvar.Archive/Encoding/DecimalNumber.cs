using System.Numerics;
using System.Runtime.CompilerServices;

namespace Zvar.Archive;

/// <summary>
/// Numbers as they were written: nearly all that a survey publishes has few digits, and a whole number and a power of
/// ten say it in half the room. mantissa / 10^exponent is the very same double, since both parts are exact and a
/// division is rounded correctly, as the reading of its text was.
/// </summary>
internal static class DecimalNumber
{
    /// <summary>The largest exponent.</summary>
    internal const int MaxExponent = 15;

    // Whole numbers up to it are doubles, and so are their halves: adding the rounder to one and taking it away again
    // leaves the nearest whole number.
    private const double MaxMantissa = 1L << 51;
    private const double Rounder = 3L << 51;

    private static ReadOnlySpan<double> Powers =>
        [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>Finds the shortest form of a number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="guess">The exponent to try first: neighbours in a column have as many digits.</param>
    /// <param name="mantissa">The whole number.</param>
    /// <param name="exponent">The digits after the point, 0 to <see cref="MaxExponent"/>.</param>
    /// <returns>False where it has more digits than that, is not finite, or a negative zero.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryGet(double value, int guess, out long mantissa, out int exponent)
    {
        exponent = guess;
        if (!TryGetAt(value, exponent, out mantissa))
        {
            // What is said with few digits is said with as many as there is room for.
            exponent = LongestOf(value);
            if (!TryGetAt(value, exponent, out mantissa))
            {
                return false;
            }
        }

        for (; exponent > 0 && mantissa % 10 == 0; exponent--)
        {
            mantissa /= 10;
        }

        return true;
    }

    /// <summary>The same number with more digits after the point; false where it has no room for them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryLengthen(long mantissa, int exponent, int longer, out long lengthened)
    {
        double whole = mantissa * Powers[longer - exponent];
        lengthened = (long)whole;
        return Math.Abs(whole) < MaxMantissa;
    }

    /// <summary>The number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double ToDouble(long mantissa, int exponent) => mantissa / Powers[exponent];

    /// <summary>Many numbers with as many digits after the point.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void ToDoubles(ReadOnlySpan<long> mantissas, int exponent, Span<double> values)
    {
        double power = Powers[exponent];
        int i = 0;
        for (; i <= values.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            (Vector.ConvertToDouble(new Vector<long>(mantissas[i..])) / new Vector<double>(power)).CopyTo(values[i..]);
        }

        for (; i < values.Length; i++)
        {
            values[i] = mantissas[i] / power;
        }
    }

    private static int LongestOf(double value)
    {
        int exponent = MaxExponent;
        while (exponent > 0 && !(Math.Abs(value * Powers[exponent]) < MaxMantissa))
        {
            exponent--;
        }

        return exponent;
    }

    // The whole number that a number is with some digits after the point; false where there is none.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryGetAt(double value, int exponent, out long mantissa)
    {
        double scaled = value * Powers[exponent];
        double whole = scaled + Rounder - Rounder;
        mantissa = (long)whole;
        return Math.Abs(scaled) < MaxMantissa
            && BitConverter.DoubleToInt64Bits(whole / Powers[exponent]) == BitConverter.DoubleToInt64Bits(value);
    }
}
