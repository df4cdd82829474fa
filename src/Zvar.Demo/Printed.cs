namespace Zvar.Demo;

// Numbers as the service prints them.
internal static class Printed
{
    private const int Digits = 8;
    private static readonly double[] PowersOfTen = [.. Enumerable.Range(0, 23).Select(power => Math.Pow(10, power))];

    // The shortest text of a single-precision number has some eight digits, and its reader has the double of that text.
    internal static double Rounded(double value)
    {
        if (value == 0 || !double.IsFinite(value))
        {
            return value;
        }

        int decimals = Digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        return decimals >= 0
            ? Math.Round(value * PowersOfTen[Math.Min(decimals, 22)]) / PowersOfTen[Math.Min(decimals, 22)]
            : Math.Round(value / PowersOfTen[-decimals]) * PowersOfTen[-decimals];
    }

    // A number of few decimals held in single precision and widened again, as 26.052000762939453 for 26.052.
    internal static double Single(double value, int decimals) => (float)Math.Round(value, decimals);
}
