using System.Globalization;

namespace Zvar.Demo;

// Gaia: the upper bits of a source_id are the HEALPix pixel of level 12. Here the lower ones go on to level 29, so that
// an id is a position to a milliarcsecond.
internal sealed class DemoGaia : DemoCatalog
{
    private const int BitsBelowPixel = 1;
    private const double Limit = 20.9;

    // Two-parameter solutions, a position and nothing more, are common beyond this magnitude.
    private const double PositionOnly = 20.2;

    internal override string Name => "gaia";

    internal override CatalogRow? RowOf(DemoStar star)
    {
        if (PlacedStars.Find(star.Psid)?.Gaia is { } known)
        {
            return known;
        }

        if (star.GaiaG > Limit || star.ObjectType == ObjectType.Extended)
        {
            return null;
        }

        DeterministicRandom random = RandomOf(star);
        SkyPosition place = star.Position.Offset(random.Between(0, 360), Math.Abs(0.02 * random.Gaussian()));
        bool hasMotion = star.GaiaG < PositionOnly || random.Chance(0.6);
        bool hasColour = star.GaiaG < PositionOnly || random.Chance(0.85);
        double error = ParallaxError(star.GaiaG) * random.Between(0.85, 1.2);
        double parallax = Math.Pow(10, 0.2 * (star.AbsoluteG - star.GaiaG + 10));
        double pmRaError = 1.05 * error;
        double pmDecError = 0.85 * error;

        // Some 40 km/s across the line of sight, in mas a year at the star's distance.
        double motion = 8.4 * parallax;
        double pmRa = (motion * random.Gaussian()) + (pmRaError * random.Gaussian());
        double pmDec = (motion * (random.Gaussian() - 0.6)) + (pmDecError * random.Gaussian());
        return new CatalogRow(IdOf(place), place.Ra, place.Dec, new Dictionary<string, object>
        {
            ["phot_g_mean_mag"] = Printed.Rounded(star.GaiaG + (0.002 * random.Gaussian())),
            ["phot_bp_mean_mag"] =
                hasColour ? Printed.Rounded(star.GaiaG + StellarColours.BpMinusG(star.BpRp)) : double.NaN,
            ["phot_rp_mean_mag"] =
                hasColour ? Printed.Rounded(star.GaiaG + StellarColours.BpMinusG(star.BpRp) - star.BpRp) : double.NaN,
            ["parallax"] = hasMotion ? parallax + (error * random.Gaussian()) : double.NaN,
            ["parallax_error"] = hasMotion ? Printed.Rounded(error) : double.NaN,
            ["pm"] = hasMotion ? Printed.Rounded(Math.Sqrt((pmRa * pmRa) + (pmDec * pmDec))) : double.NaN,
            ["pmra"] = hasMotion ? pmRa : double.NaN,
            ["pmra_error"] = hasMotion ? Printed.Rounded(pmRaError) : double.NaN,
            ["pmdec"] = hasMotion ? pmDec : double.NaN,
            ["pmdec_error"] = hasMotion ? Printed.Rounded(pmDecError) : double.NaN,
        });
    }

    protected override IEnumerable<DemoStar> StarsNamedLike(string id) => StarsAt(PlaceOf(id));

    private static string IdOf(SkyPosition place) =>
        ToText(Healpix.PixelOf(Healpix.MaxOrder, place) << BitsBelowPixel);

    private static SkyPosition? PlaceOf(string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
        && number >> BitsBelowPixel < 12L << (2 * Healpix.MaxOrder)
            ? Healpix.CenterOf(Healpix.MaxOrder, number >> BitsBelowPixel)
            : null;

    // In mas: 0.02 for bright stars, 0.07 at magnitude 16.7, one at 21.
    private static double ParallaxError(double g) =>
        0.02 * Math.Pow(10, 0.2 * Math.Max(0, g - 14)) * Math.Pow(10, 0.11 * Math.Max(0, g - 18));
}
