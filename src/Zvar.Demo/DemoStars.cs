namespace Zvar.Demo;

// The stars of the demo sky, by their ids and by their places.
internal static class DemoStars
{
    // The star of an id; null where the id is no star's.
    internal static DemoStar? Find(long psid) =>
        DemoCell.Of(psid) is { } cell && cell.GetPsids().Contains(psid) ? Draw(psid) : null;

    // The stars within a radius in arcseconds of where they are.
    internal static IEnumerable<DemoStar> Around(
        SkyPosition centre, double radius, CancellationToken cancellationToken)
    {
        double reach = radius + DemoStar.MaxPsidOffset;
        foreach (DemoCell cell in DemoCell.Around(centre, reach).WithCancellation(cancellationToken))
        {
            foreach (long psid in cell.GetPsids())
            {
                if (Psid.TryDecode(psid, out SkyPosition encoded) && centre.SeparationTo(encoded) <= reach)
                {
                    DemoStar star = Draw(psid);
                    if (centre.SeparationTo(star.Position) <= radius)
                    {
                        yield return star;
                    }
                }
            }
        }
    }

    private static DemoStar Draw(long psid) => PlacedStars.Find(psid)?.Star ?? StarPopulation.Draw(psid);
}
