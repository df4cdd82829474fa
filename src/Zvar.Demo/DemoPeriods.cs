namespace Zvar.Demo;

// The periods the catalogue lists for a star in one file: the best of each of three bin counts, found or false.
internal static class DemoPeriods
{
    // A sidereal day's worth of cycles: what nightly observations confuse.
    private const double SiderealRate = 1.0027379;

    // The time the periods were searched in, in days: it limits how well they are known.
    private const double Span = 2500;

    private static readonly int[] BinCounts = [5, 10, 20];

    internal static IEnumerable<ZvarPeriod> Of(DemoStar star, LightCurveShape? shape, DemoMatchfile file)
    {
        var random = new DeterministicRandom(
            star.Psid ^ ((long)file.Field << 40), (long)RandomStream.Periods + (16 * Band.Order(file.Band)));
        double strength = shape is null ? 0 : Strength(star, shape, file);
        foreach (int bins in BinCounts)
        {
            yield return Draw(star, file, bins, strength, ref random);
        }
    }

    private static ZvarPeriod Draw(
        DemoStar star, DemoMatchfile file, int bins, double strength, ref DeterministicRandom random)
    {
        // What noise alone reaches at its best frequency: more with more bins.
        double noise = 7.2 + (0.17 * bins) + random.Exponential(0.45);
        double found = (strength * (1 + (0.015 * random.Gaussian()))) - (bins == 5 ? 0.8 : 0);
        bool isFound = found > noise + 1;
        double period = isFound
            ? Candidate(star, bins, ref random) * (1 + (0.002 * random.Gaussian() * Math.Min(star.Period, 1) / Span))
            : random.LogBetween(ConeFilter.ShortestPeriod, 0.6);
        return new ZvarPeriod
        {
            Psid = star.Psid,
            Field = file.Field,
            Ccd = file.Ccd,
            Quad = file.Quad,
            Band = file.Band,
            Period = Math.Clamp(period, ConeFilter.ShortestPeriod, ConeFilter.LongestPeriod),
            Significance = (float)(isFound ? found : noise),
            StringLength = 8.35 + (0.12 * random.Gaussian()) + (isFound ? found * random.Between(0.05, 0.09) : 0),
            Bins = bins,
        };
    }

    // How plain the star's variation is, on the scale of the catalogue's significance, which ends near 50.
    private static double Strength(DemoStar star, LightCurveShape shape, DemoMatchfile file)
    {
        double signal = shape.Rms * star.AmplitudeIn(file.Band) * Math.Sqrt(file.Cadence.Times.Length / 500.0);
        double ratio = signal / DemoListing.TypicalError(star, file);
        double strength = 7 + (43.5 * ratio / (ratio + 1.1));
        return star.Class == StarClass.LongPeriod ? 0.88 * strength : strength;
    }

    private static double Candidate(DemoStar star, int bins, ref DeterministicRandom random)
    {
        double period = star.Period;
        switch (star.Class)
        {
            // Two like waves an orbit: half the period folds them into one, and fewer bins see less of a difference.
            case StarClass.ContactBinary:
            case StarClass.Ellipsoidal:
                return random.Chance(bins == 20 ? 0.25 : 0.1) ? period : period / 2;
            case StarClass.EclipsingBinary:
                return random.Chance(bins == 20 ? 0.75 : 0.45) ? period : period / 2;

            // Longer than the catalogue's makers look for: what they find is its beat with the day.
            case StarClass.LongPeriod:
                double beat = random.Chance(0.5) ? 1 / period : -1 / period;
                return 1 / (SiderealRate + beat);
            case StarClass.WhiteDwarfBinary:
                return period;
            default:
                return random.Chance(0.06) ? 1 / ((1 / period) + SiderealRate) : period;
        }
    }
}
