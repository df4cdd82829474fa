using System.Globalization;

namespace Zvar.Demo;

// Pan-STARRS1, whose object ids are the psids. It has every star.
internal sealed class DemoPanStarrs : DemoCatalog
{
    internal override string Name => "ps1";

    internal override CatalogRow RowOf(DemoStar star)
    {
        DeterministicRandom random = RandomOf(star);
        SkyPosition place = Place(star, 0.03, ref random);
        double rMinusI = star.MeanR - star.MeanI;
        var columns = new Dictionary<string, object>();
        AddMag(columns, "gMeanPSFMag", "gMeanPSFMagErr", star.MeanG, 22.5, ref random);
        AddMag(columns, "rMeanPSFMag", "rMeanPSFMagErr", star.MeanR, 22.3, ref random);
        AddMag(columns, "iMeanPSFMag", "iMeanPSFMagErr", star.MeanI, 22.1, ref random);
        AddMag(columns, "zMeanPSFMag", "zMeanPSFMagErr", star.MeanI - (0.5 * rMinusI), 21.3, ref random);
        AddMag(columns, "yMeanPSFMag", "yMeanPSFMagErr", star.MeanI - (0.75 * rMinusI), 20.3, ref random);
        columns["nDetections"] = 25L + random.Below(75);
        return new CatalogRow(ToText(star.Psid), place.Ra, place.Dec, columns);
    }

    protected override IEnumerable<DemoStar> StarsNamedLike(string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long psid)
        && DemoStars.Find(psid) is { } star ? [star] : [];
}
