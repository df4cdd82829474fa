namespace Zvar.Tests.Plots;

// An eclipsing binary made up for these tests: three bands, known points, a few non-detections.
internal static class TestStar
{
    public const double Period = 0.2726629621689033;
    public const double FirstTime = 2458263.981924;

    public static LightCurve Make(
        int points = 240, long psid = 145120008365555264, string? targetName = null, bool synthetic = false)
    {
        var builder = new LightCurveBuilder(psid, points) { Synthetic = synthetic };
        for (int i = 0; i < points; i++)
        {
            // Steps that are not a simple fraction of the period, so that the phases fill up evenly.
            double time = FirstTime + (i * 1.0371) + (0.21 * (i % 7));
            string band = Band.All[i % 3];
            double mag = MagnitudeAt(Fold.PhaseOf(time, Period, FirstTime), band) + (0.01 * (((i * 37) % 11) - 5));
            builder.Add(i % 20 == 19
                ? new PhotometryRow { Time = time, Band = band, LimitingMag = 17.9, Flux = 4, FluxErr = 20, Snr = 0.2 }
                : new PhotometryRow
                {
                    Time = time,
                    Band = band,
                    Mag = mag,
                    MagErr = 0.03,
                    Flux = 100 * (17 - mag),
                    FluxErr = 20,
                    Snr = 36,
                    Field = 648,
                    Ccd = 2,
                    Quad = 2,
                });
        }

        return builder.Build().Of(new ZvarObject
        {
            Psid = psid,
            Ra = 0.8365280032157898,
            Dec = 30.937196731567383,
            TargetName = targetName,
            Periods = new Entries<ZvarPeriod>(
            [
                Candidate(psid, Period, 48.871, 5, "g"),
                Candidate(psid, Period / 2, 41.2, 10, "r"),
                Candidate(psid, Period, 30.1, 20, "r"),
                Candidate(psid, 1.25, 12.5, 20, "g"),
            ]),
        }, targetName);
    }

    // Its exposures that did not see it, and no others.
    public static LightCurve Unseen()
    {
        LightCurve star = Make();
        return star.Where(row => double.IsNaN(star.Mag[row]));
    }

    // Two unequal minima at phases 0 and 0.5.
    public static double MagnitudeAt(double phase, string band) =>
        17 - (0.5 * Band.Order(band)) + (0.3 * Math.Cos(4 * Math.PI * phase)) + (0.05 * Math.Cos(2 * Math.PI * phase));

    private static ZvarPeriod Candidate(long psid, double period, double significance, int bins, string band) => new()
    {
        Psid = psid,
        Period = period,
        Significance = significance,
        StringLength = 11.694,
        Bins = bins,
        Band = band,
        Field = 648,
        Ccd = 2,
        Quad = 2,
    };
}
