namespace Zvar.Demo;

// A star as the catalogue lists it: its files with what is roughly seen in them, and its candidate periods.
internal static class DemoListing
{
    internal static ZvarObject Of(DemoStar star)
    {
        SkyPosition position = star.PublishedPosition;
        PlacedStar? placed = PlacedStars.Find(star.Psid);
        List<Matchfile> files = [];
        List<ZvarPeriod> periods = [];
        LightCurveShape? shape = double.IsNaN(star.Period) ? null : LightCurveShape.Of(star);
        foreach (DemoMatchfile file in DemoMatchfile.Of(star))
        {
            files.Add(Describe(star, shape, file));
            periods.AddRange(DemoPeriods.Of(star, shape, file));
        }

        return new ZvarObject
        {
            Psid = star.Psid,
            Ra = position.Ra,
            Dec = position.Dec,
            ObjectType = star.ObjectType,
            Matchfiles = new Entries<Matchfile>(placed?.Matchfiles ?? [.. files]),
            Periods = new Entries<ZvarPeriod>(placed?.Periods ?? [.. periods]),
        }.AsSynthetic();
    }

    // The error of a single measurement at the star's mean light, in magnitudes.
    internal static double TypicalError(DemoStar star, DemoMatchfile file)
    {
        double total = DemoPhotometry.FluxOf(star.MeanMag(file.Band), file);
        return Photometry.MagnitudeError(total, DemoPhotometry.FluxError(total, TypicalSkyNoise(file)));
    }

    private static Matchfile Describe(DemoStar star, LightCurveShape? shape, DemoMatchfile file)
    {
        double mean = star.MeanMag(file.Band);
        double amplitude = star.AmplitudeIn(file.Band);
        double scatter = 2 * TypicalError(star, file);
        double farthest = FarthestOf(file.Cadence.Times.Length);
        double brightest = mean + (shape is null ? 0 : amplitude * shape.Brightest);
        double faintest = mean + (shape is null ? 0 : amplitude * shape.Faintest);
        return new Matchfile
        {
            Psid = star.Psid,
            Field = file.Field,
            Ccd = file.Ccd,
            Quad = file.Quad,
            Band = file.Band,
            Exposures = file.Cadence.Times.Length,
            Index = file.Index,
            Amplitude = Printed.Rounded(Math.Sqrt((amplitude * amplitude) + (scatter * scatter))),
            MinMag = Printed.Rounded(Stray(brightest, farthest, file)),
            MaxMag = Printed.Rounded(Stray(faintest, -farthest, file)),
        };
    }

    // The magnitude of a light that noise has changed by some of its errors, and that is still detected.
    private static double Stray(double mag, double errors, DemoMatchfile file)
    {
        double total = DemoPhotometry.FluxOf(mag, file);
        double error = DemoPhotometry.FluxError(total, TypicalSkyNoise(file));
        return Photometry.Magnitude(
            Math.Max(total + (errors * error), error * Photometry.DetectionSnr), file.ZeroPoint);
    }

    private static double TypicalSkyNoise(DemoMatchfile file) =>
        DemoPhotometry.SkyScale(file) * file.Cadence.TypicalSkyNoise;

    // How many of its errors the farthest of many measurements strays, on average: the mean of the largest of n normal
    // deviates, by the limiting form of Fisher and Tippett (1928).
    private static double FarthestOf(int measurements)
    {
        double scale = Math.Sqrt(2 * Math.Log(measurements));
        return scale - ((Math.Log(Math.Log(measurements)) + Math.Log(4 * Math.PI)) / (2 * scale)) + (0.5772 / scale);
    }
}
