namespace Zvar.Demo;

// The Two Micron All Sky Survey: a designation is a position, as in 00032077+3056139.
internal sealed class DemoTwoMass : DemoCatalog
{
    private const double Limit = 16.2;

    internal override string Name => "2mass";

    internal override CatalogRow? RowOf(DemoStar star)
    {
        double j = star.GaiaG - StellarColours.GaiaGMinusJ(star.BpRp);
        double h = j - StellarColours.JMinusH(star.BpRp);
        double k = h - StellarColours.HMinusK(star.BpRp);
        if (j > Limit || star.ObjectType == ObjectType.Extended)
        {
            return null;
        }

        DeterministicRandom random = RandomOf(star);
        SkyPosition place = Place(star, 0.08, ref random);
        var columns = new Dictionary<string, object>();
        AddMag(columns, "j_m", "j_msigcom", j, Limit, ref random);
        AddMag(columns, "h_m", "h_msigcom", h, 15.6, ref random);
        AddMag(columns, "k_m", "k_msigcom", k, 15.0, ref random);
        columns["ph_qual"] = string.Concat(Quality(j, Limit), Quality(h, 15.6), Quality(k, 15));
        return new CatalogRow(Designation.Of(place), place.Ra, place.Dec, columns);
    }

    protected override IEnumerable<DemoStar> StarsNamedLike(string id) => StarsAt(Designation.ToPosition(id));

    private static string Quality(double mag, double limit) =>
        mag < limit - 0.8 ? "A" : mag < limit ? "B" : mag < limit + 0.3 ? "C" : "U";
}
