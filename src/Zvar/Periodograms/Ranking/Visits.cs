namespace Zvar;

/// <summary>
/// The exposures of a light curve that say something each for itself: exposures in several bands within a quarter of an
/// hour are one visit, since where a star departs from its mean light curve it does so in all bands at once.
/// </summary>
internal static class Visits
{
    private const double Length = 0.01;

    internal static int Count(TimeSeries series)
    {
        int visits = 0;
        double start = double.NegativeInfinity;
        var seen = new HashSet<string>();
        foreach ((double time, string band) in series.Bands
            .SelectMany(band => band.Time.Select(time => (time, band.Band)))
            .OrderBy(exposure => exposure.time))
        {
            if (time - start > Length || seen.Contains(band))
            {
                visits++;
                start = time;
                seen.Clear();
            }

            seen.Add(band);
        }

        return visits;
    }
}
