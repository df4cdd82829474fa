using System.Globalization;

namespace Zvar.Plots;

// A period is written with the digits that matter to its fold and no more.
internal static class PeriodDigits
{
    internal const double NegligibleDrift = 1e-3;
    internal const int FewestDecimals = 2;
    internal const int MostDecimals = 12;

    // A change of the period by p moves the phase by T·p / P² over a baseline T: decimals enough for that to be
    // negligible; over a time that nobody knows those it has.
    internal static string Write(double period, double baseline)
    {
        if (double.IsInfinity(baseline))
        {
            return period.ToString("0.00##########", CultureInfo.InvariantCulture);
        }

        double step = NegligibleDrift * period * period / Math.Max(baseline, period);
        int decimals = (int)Math.Clamp(Math.Ceiling(-Math.Log10(step)), FewestDecimals, MostDecimals);
        return period.ToString($"F{decimals}", CultureInfo.InvariantCulture);
    }
}
