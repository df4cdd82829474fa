namespace Zvar.Archive;

/// <summary>
/// Zones of declination: within each, what is there is found by its right ascension (Gray, Nieto-Santisteban and Szalay
/// 2006, MSR-TR-2006-52).
/// </summary>
internal static class SkyZone
{
    /// <summary>How high the zones of stars are, in arcseconds.</summary>
    internal const double OfStars = 120;

    /// <summary>The zone of what is nowhere on the sky.</summary>
    internal const int Nowhere = -1;

    private const double ArcsecondsOfDegree = 3600;

    // What rounding may take away, in degrees.
    private const double Spare = 1e-9;

    /// <summary>The zone of a declination, of those that are some arcseconds high.</summary>
    internal static int Of(double dec, double height) => (int)Math.Floor((dec + 90) * (ArcsecondsOfDegree / height));

    /// <summary>The declination in the middle of a zone.</summary>
    internal static double MiddleOf(int zone, double height) => ((zone + 0.5) * height / ArcsecondsOfDegree) - 90;

    /// <summary>
    /// The zones that a cone reaches, and in each the right ascensions: two ranges where it lies across 0.
    /// </summary>
    internal static IEnumerable<(int Zone, double From, double To)> Cover(
        SkyPosition centre, double radius, double height)
    {
        double degrees = (radius / ArcsecondsOfDegree) + Spare;
        int last = Of(Math.Min(90, centre.Dec + degrees), height);
        double reach = ReachOf(centre.Dec, degrees);
        for (int zone = Of(Math.Max(-90, centre.Dec - degrees), height); zone <= last; zone++)
        {
            if (reach >= 180)
            {
                yield return (zone, 0, 360);
                continue;
            }

            (double from, double to) = (centre.Ra - reach, centre.Ra + reach);
            yield return (zone, Math.Max(0, from), Math.Min(360, to));
            if (from < 0)
            {
                yield return (zone, from + 360, 360);
            }

            if (to > 360)
            {
                yield return (zone, 0, to - 360);
            }
        }
    }

    // How far in right ascension a cone reaches: sin(Δα) = sin(r) / cos(δ), and all around where a pole is in it.
    private static double ReachOf(double dec, double radius)
    {
        double sine = Math.Sin(radius * Math.PI / 180) / Math.Cos(dec * Math.PI / 180);
        return Math.Abs(dec) + radius >= 90 || !(sine < 1) ? 180 : (Math.Asin(sine) * 180 / Math.PI) + Spare;
    }
}
