namespace Zvar.Demo;

// AllWISE: a designation is a position, as in J000320.77+305613.9.
internal sealed class DemoAllWise : DemoCatalog
{
    private const double Limit = 16.8;

    internal override string Name => "allwise";

    internal override CatalogRow? RowOf(DemoStar star)
    {
        double k = star.GaiaG - StellarColours.GaiaGMinusJ(star.BpRp) - StellarColours.JMinusH(star.BpRp)
            - StellarColours.HMinusK(star.BpRp);
        double w1 = k - StellarColours.KMinusW1(star.BpRp);
        if (w1 > Limit)
        {
            return null;
        }

        DeterministicRandom random = RandomOf(star);
        SkyPosition place = Place(star, 0.1, ref random);
        double w2 = w1 - StellarColours.W1MinusW2(star.BpRp);
        var columns = new Dictionary<string, object>();
        AddMag(columns, "w1mpro", "w1sigmpro", w1, Limit, ref random);
        AddMag(columns, "w2mpro", "w2sigmpro", w2, 15.9, ref random);
        AddMag(columns, "w3mpro", "w3sigmpro", w2 - 0.05, 11.5, ref random);
        AddMag(columns, "w4mpro", "w4sigmpro", w2 - 0.1, 8, ref random);
        columns["cc_flags"] = random.Chance(0.93) ? "0000" : "hh00";
        columns["ext_flg"] = star.ObjectType == ObjectType.Extended ? 1L : 0L;
        return new CatalogRow(
            Designation.WithPoints(Designation.Of(place)), place.Ra, place.Dec, columns);
    }

    protected override IEnumerable<DemoStar> StarsNamedLike(string id) =>
        StarsAt(Designation.ToPosition(Designation.WithoutPoints(id)));
}
