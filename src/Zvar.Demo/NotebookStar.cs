namespace Zvar.Demo;

// 145120008365555264, the contact binary of the ZVAR notebook, and 126541217361397171, of which the notebook gives only
// the id.
internal static class NotebookStar
{
    private const long Id = 145120008365555264;
    private const long SecondId = 126541217361397171;
    private const int Field = 648;
    private const int Ccd = 2;
    private const int Quad = 2;
    private const double Period = 0.2726629621689033;

    internal static PlacedStar Make()
    {
        DemoStar star = StarPopulation.Draw(Id) with
        {
            Position = new SkyPosition(0.8365280032157898, 30.937196731567383),
            CatalogScatter = 0,
            Class = StarClass.ContactBinary,
            ObjectType = ObjectType.Star,
            Period = Period,
            Epoch = 2458263.938298,
            Amplitude = 0.85447776,
            RedderAmplitude = 0.839,
            MeanG = 17.582,
            MeanR = 16.571,
            MeanI = 16.25,
            AbsoluteG = 6.22,
            GaiaG = 16.708706,
            BpRp = 1.367733,
        };
        return new PlacedStar(star)
        {
            ZeroPoints = new Dictionary<string, double> { ["g"] = 26.052000762939453, ["r"] = (float)26.026 },
            ReferenceMags = new Dictionary<string, double> { ["g"] = -8.494999885559082, ["r"] = (float)-9.349 },

            // Only the first time is known to the second; the others are known to the day, and stand where the made-up
            // light curve has these magnitudes.
            Points =
            [
                new(2458263.981924, "g", 345.24374, 95.39911, 17.41657, 0.036399588, 29.828255),
                new(2458268.946571, "r", 1278.2693, 78.64803, 16.449749, 0.012616, 86.06215),
                new(2458271.943137, "r", 1470.3439, 68.35869, 16.419369, 0.010663, 101.82602),
                new(2458273.918853, "r", 701.21387, 58.076283, 16.5465, 0.010184, 106.61088),
                new(2458273.939575, "g", 619.3079, 54.096283, 17.316734, 0.018827, 57.66853),
            ],
            Matchfiles =
            [
                File("g", 474, 6121, 0.85447776, 17.216894, 18.362774),
                File("r", 652, 6136, 0.71687734, 16.26603, 17.217215),
            ],
            Periods =
            [
                Listed("g", 5, Period, 48.87137985229492, 11.694456767129525),
                Listed("g", 10, 0.13633148259103142, 49.20417022705078, 11.583210406118842),
                Listed("g", 20, 0.13633148041876455, 47.61835861206055, 11.470863912577203),
                Listed("r", 5, 0.13633148173320118, 49.05521011352539, 11.312780145903627),
                Listed("r", 10, 0.13633148108445165, 49.53718566894531, 11.205427380941238),
                Listed("r", 20, 0.27266296301174226, 48.19264602661133, 11.398160257360721),
            ],
            Gaia = new CatalogRow(
                "2873447302730839936", 0.8365264657830731, 30.937195479478635, new Dictionary<string, object>
                {
                    ["phot_g_mean_mag"] = 16.708706,
                    ["phot_bp_mean_mag"] = 17.312077,
                    ["phot_rp_mean_mag"] = 15.944344000000001,
                    ["parallax"] = 0.7995832359862339,
                    ["parallax_error"] = 0.06608167,
                    ["pm"] = 2.5535354999999997,
                    ["pmra"] = 1.0393465976352718,
                    ["pmra_error"] = 0.080007255,
                    ["pmdec"] = -2.33244562333133,
                    ["pmdec_error"] = 0.039681613,
                }),
        };
    }

    // Made up as an RR Lyrae star: nothing but its place is known.
    internal static PlacedStar MakeSecond() => new(StarPopulation.Draw(SecondId) with
    {
        Class = StarClass.RRab,
        ObjectType = ObjectType.Star,
        Period = 0.5438117206219473,
        Epoch = 2458200.3172,
        Amplitude = 1.12,
        RedderAmplitude = 0.72,
        MeanG = 15.94,
        MeanR = 15.66,
        MeanI = 15.55,
        AbsoluteG = 0.63,
        GaiaG = 15.71,
        BpRp = 0.56,
    });

    private static Matchfile File(
        string band, int exposures, int index, double amplitude, double minMag, double maxMag) => new()
        {
            Psid = Id,
            Field = Field,
            Ccd = Ccd,
            Quad = Quad,
            Band = band,
            Exposures = exposures,
            Index = index,
            Amplitude = amplitude,
            MinMag = minMag,
            MaxMag = maxMag,
        };

    private static ZvarPeriod Listed(
        string band, int bins, double period, double significance, double stringLength) => new()
        {
            Psid = Id,
            Field = Field,
            Ccd = Ccd,
            Quad = Quad,
            Band = band,
            Period = period,
            Significance = significance,
            StringLength = stringLength,
            Bins = bins,
        };
}
