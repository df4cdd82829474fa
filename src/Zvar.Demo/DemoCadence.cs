using System.Collections.Concurrent;

namespace Zvar.Demo;

// When a field was observed in a band, and how deep each exposure went: seasons parted by the sun, one to a few visits
// a night, moonlight, seeing and a few cloudy nights. All stars of a field share it, as the stars of an image do.
internal sealed class DemoCadence
{
    // The zero point at which SkyNoise is counted; other zero points scale it.
    internal const double ZeroPoint = 26;

    private const double FirstNight = 2458200;
    private const int Nights = 2500;
    private const double DayOfEquinox = 2458198;
    private const double DayOfNewMoon = 2458195.05;
    private const double Year = 365.2422;
    private const double Month = 29.530589;

    // Palomar's midnight, and how far from it one can observe, as fractions of a day.
    private const double Midnight = 0.83;
    private const double HalfNight = 0.17;
    private const double SunDistance = 62;

    private static readonly ConcurrentDictionary<(int Field, string Band), DemoCadence> Cadences = new();

    private DemoCadence(double[] times, double[] skyNoise)
    {
        Times = times;
        SkyNoise = skyNoise;
        TypicalSkyNoise = skyNoise.Order().ElementAt(skyNoise.Length / 2);
    }

    // BJD, rising, to 10⁻⁶ day.
    internal double[] Times { get; }

    // The error of the flux of a star too faint to add to it, at the zero point above.
    internal double[] SkyNoise { get; }

    internal double TypicalSkyNoise { get; }

    internal static DemoCadence Of(DemoField field, string band) =>
        Cadences.GetOrAdd((field.Number, band), _ => Make(field, band));

    private static DemoCadence Make(DemoField field, string band)
    {
        var random = new DeterministicRandom((field.Number * 10) + Band.Order(band), (long)RandomStream.Cadence);
        IReadOnlyList<double> given = PlacedStars.TimesOf(field.Number, band);
        int exposures = PlacedStars.ExposuresOf(field.Number, band) ?? DrawExposures(ref random, field, band);
        double start = PlacedStars.StartOf(field.Number) ?? FirstNight;
        var times = new SortedSet<double>(given);
        while (times.Count < exposures)
        {
            double night = Math.Floor(FirstNight) + random.Below(Nights);
            if (!IsUp(field, night) || random.Chance(0.35 * Moonlight(night)))
            {
                continue;
            }

            double time = night + TimeOfNight(ref random, field, night);
            int visits = random.Chance(0.72) ? 1 : random.Chance(0.75) ? 2 : 3 + random.Below(3);
            for (int visit = 0; visit < visits && times.Count < exposures; visit++)
            {
                if (time > start)
                {
                    times.Add(Math.Round(time, 6));
                }

                time += random.Between(0.02, 0.06);
            }
        }

        double[] sorted = [.. times];
        return new DemoCadence(sorted, DrawSkyNoise(ref random, sorted, band));
    }

    private static int DrawExposures(ref DeterministicRandom random, DemoField field, string band)
    {
        double exposures = band switch
        {
            "g" => random.Between(280, 620),
            "r" => random.Between(420, 900),
            _ => random.Between(60, 220),
        };
        return (int)(field.IsSecondary ? exposures * 0.45 : exposures);
    }

    // Near the poles a field is up all year.
    private static bool IsUp(DemoField field, double night) =>
        Math.Abs(field.Centre.Dec) > 62
        || Math.Abs(Math.IEEERemainder(field.Centre.Ra - SunRa(night), 360)) > SunDistance;

    private static double SunRa(double night) => (night - DayOfEquinox) / Year * 360;

    // 0 at new moon, 1 at full moon.
    private static double Moonlight(double night) =>
        0.5 - (0.5 * Math.Cos(2 * Math.PI * (night - DayOfNewMoon) / Month));

    // About the field's transit, as far as the night allows.
    private static double TimeOfNight(ref DeterministicRandom random, DemoField field, double night)
    {
        double transit = Math.IEEERemainder(field.Centre.Ra - SunRa(night) - 180, 360) / 360;
        double offset = transit + (0.07 * random.Gaussian());
        return Midnight + (Math.Abs(offset) < HalfNight
            ? offset
            : Math.Sign(transit) * (HalfNight - random.Between(0, 0.06)));
    }

    private static double[] DrawSkyNoise(ref DeterministicRandom random, double[] times, string band)
    {
        (double darkLimit, double moon) = band switch { "g" => (21.1, 0.8), "r" => (20.85, 0.5), _ => (20.3, 0.3) };
        var noise = new double[times.Length];
        for (int i = 0; i < times.Length; i++)
        {
            double limit = darkLimit - (moon * Moonlight(times[i])) + (0.18 * random.Gaussian());
            if (random.Chance(0.05))
            {
                limit -= random.Exponential(0.9);
            }

            noise[i] = Photometry.TotalFlux(0, limit - ZeroPoint) / 5;
        }

        return noise;
    }
}
