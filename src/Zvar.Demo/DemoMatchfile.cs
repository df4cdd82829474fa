namespace Zvar.Demo;

// A star in one of the survey's files: which file, when it was observed there, and the frame of its fluxes.
internal sealed record DemoMatchfile(int Field, int Ccd, int Quad, string Band, DemoCadence Cadence)
{
    // The zero point of the file, single precision as the service gives it.
    internal required double ZeroPoint { get; init; }

    // The star's magnitude in the file's reference image, over the zero point.
    internal required double ReferenceMag { get; init; }

    internal required int Index { get; init; }

    // The files a star is in, by field and wavelength.
    internal static IEnumerable<DemoMatchfile> Of(DemoStar star)
    {
        foreach (DemoField field in DemoField.Covering(star.Position))
        {
            (int ccd, int quad) = field.LocateOnDetector(star.Position);
            var random = new DeterministicRandom(star.Psid ^ field.Number, (long)RandomStream.Listing);
            int index = 40 + random.Below(12_000);
            foreach (string band in field.Bands)
            {
                double zeroPoint = ZeroPointOf(field.Number, ccd, quad, band);
                yield return new DemoMatchfile(field.Number, ccd, quad, band, DemoCadence.Of(field, band))
                {
                    ZeroPoint = zeroPoint,
                    ReferenceMag = PlacedStars.ReferenceMagOf(star.Psid, band)
                        ?? Printed.Single(star.MeanMag(band) - zeroPoint, 3),
                    Index = index,
                };
                index += random.Below(30);
            }
        }
    }

    private static double ZeroPointOf(int field, int ccd, int quad, string band)
    {
        if (PlacedStars.ZeroPointOf(field, ccd, quad, band) is { } known)
        {
            return known;
        }

        long file = (((((long)field * 16) + ccd) * 4) + quad) * 3 + Zvar.Band.Order(band);
        var random = new DeterministicRandom(file, (long)RandomStream.Field);
        return Printed.Single((band == "i" ? 25.6 : 26.1) + (0.08 * random.Gaussian()), 3);
    }
}
