using System.Globalization;

namespace Zvar.Demo;

// GALEX: the hot stars and some of the bright ones. An objid has nineteen digits; here the last eighteen are the psid.
internal sealed class DemoGalex : DemoCatalog
{
    private const long FirstId = 6_000_000_000_000_000_000;

    internal override string Name => "galex";

    internal override CatalogRow? RowOf(DemoStar star)
    {
        DeterministicRandom random = RandomOf(star);
        bool isHot = star.BpRp < 0.3;
        double nuv = star.GaiaG + 1 + (4.5 * Math.Max(0, star.BpRp));
        if (nuv > 22 || (!isHot && random.Chance(0.6)))
        {
            return null;
        }

        SkyPosition place = Place(star, 0.2, ref random);
        var columns = new Dictionary<string, object>();
        AddMag(columns, "fuv_mag", "fuv_magerr", nuv + 0.3 + (9 * Math.Max(0, star.BpRp)), 21, ref random);
        AddMag(columns, "nuv_mag", "nuv_magerr", nuv, 22, ref random);
        columns["e_bv"] = Math.Round(random.Between(0.02, 0.09), 4);
        return new CatalogRow(ToText(FirstId + star.Psid), place.Ra, place.Dec, columns);
    }

    protected override IEnumerable<DemoStar> StarsNamedLike(string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
        && DemoStars.Find(number - FirstId) is { } star ? [star] : [];
}
