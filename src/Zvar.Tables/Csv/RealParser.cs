using System.Globalization;
using System.Runtime.CompilerServices;

namespace Zvar.Tables;

// Reads a double of its text, exactly.
internal static class RealParser
{
    // Whole numbers up to here are doubles, and so are powers of ten up to 10^22: then one division is exact to the
    // last bit (Clinger 1990, PLDI '90, 92).
    private const ulong MostExact = 1UL << 53;
    private const int MostDigits = 18;

    private static readonly double[] PowersOfTen =
        [.. Enumerable.Range(0, 23).Select(power => double.Parse($"1e{power}", CultureInfo.InvariantCulture))];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double Parse(ReadOnlySpan<char> text)
    {
        ulong digits = 0;
        int point = -1;
        int at = text[0] == '-' ? 1 : 0;
        for (int i = at; i < text.Length; i++)
        {
            uint digit = (uint)text[i] - '0';
            if (digit <= 9)
            {
                digits = (10 * digits) + digit;
            }
            else if (text[i] == '.' && point < 0)
            {
                point = i;
            }
            else
            {
                return ParseSlowly(text);
            }
        }

        int decimals = point < 0 ? 0 : text.Length - 1 - point;
        int count = text.Length - at - (point < 0 ? 0 : 1);
        if (count is 0 or > MostDigits || digits > MostExact)
        {
            return ParseSlowly(text);
        }

        double number = digits / PowersOfTen[decimals];
        return at == 0 ? number : -number;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double ParseSlowly(ReadOnlySpan<char> text) => text.Trim() switch
    {
        "nan" or "NaN" or "NAN" or "" or "null" => double.NaN,
        "inf" or "+inf" or "Inf" or "+Inf" or "Infinity" or "+Infinity" => double.PositiveInfinity,
        "-inf" or "-Inf" or "-Infinity" => double.NegativeInfinity,
        var number => double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture),
    };
}
