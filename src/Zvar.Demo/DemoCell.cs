namespace Zvar.Demo;

// A patch of the demo sky: one declination zone of the psid by some four arcminutes of right ascension. Its number is
// the seed of its stars, and a psid names its zone and right ascension: so an id leads to its cell, and the cell says
// whether there is such a star, without anything being stored.
internal readonly record struct DemoCell(int Zone, int Number)
{
    private const double StarsPerSquareDegree = 2000 / (Math.PI / 36);
    private const double Width = 4.0 / 60;
    private const int Zones = 21601;

    // Stars keep off the edges of a cell, where rounding could move them to its neighbour.
    private const double Edge = 2e-4;

    // A placed star has no made-up neighbour nearer than this many arcseconds.
    private const double Solitude = 10;

    internal static DemoCell? Of(long psid) =>
        Psid.TryDecode(psid, out SkyPosition position) ? At(ZoneOf(position.Dec), position.Ra) : null;

    // The cells a cone touches.
    internal static IEnumerable<DemoCell> Around(SkyPosition centre, double radius)
    {
        double reach = radius / 3600;
        int first = ZoneOf(Math.Max(-90, centre.Dec - reach));
        int last = ZoneOf(Math.Min(90, centre.Dec + reach));
        bool holdsPole = Math.Abs(centre.Dec) + reach >= 90;
        double halfWidth = holdsPole
            ? 180
            : Math.Asin(Math.Sin(reach * Math.PI / 180) / Math.Cos(centre.Dec * Math.PI / 180)) * 180 / Math.PI;
        for (int zone = first; zone <= last; zone++)
        {
            int cells = CellsIn(zone);
            double width = 360.0 / cells;
            int west = (int)Math.Floor((centre.Ra - halfWidth) / width);
            int east = (int)Math.Floor((centre.Ra + halfWidth) / width);
            int count = Math.Min(cells, east - west + 1);
            for (int i = 0; i < count; i++)
            {
                yield return new DemoCell(zone, (west + i + cells) % cells);
            }
        }
    }

    internal List<long> GetPsids()
    {
        double width = 360.0 / CellsIn(Zone);
        double south = BottomOf(Zone);
        double north = Math.Min(BottomOf(Zone + 1), 90 - 1e-5);
        double area = (north - south) * width * Math.Cos((south + north) / 2 * Math.PI / 180);
        var random = new DeterministicRandom(((long)Zone << 20) + Number, (long)RandomStream.Cell);
        int count = random.Poisson(StarsPerSquareDegree * area);
        var psids = new List<long>(count + 1);
        for (int i = 0; i < count; i++)
        {
            double ra = width * (Number + random.Between(Edge, 1 - Edge));
            double dec = south + ((north - south) * random.Between(Edge, 1 - Edge));
            var position = new SkyPosition(ra, dec);
            long psid = Psid.Encode(position);
            if (!psids.Contains(psid) && !IsNearPlacedStar(position))
            {
                psids.Add(psid);
            }
        }

        DemoCell cell = this;
        psids.AddRange(PlacedStars.Psids.Where(psid => Of(psid) == cell));
        return psids;
    }

    private static DemoCell At(int zone, double ra)
    {
        int cells = CellsIn(zone);
        return new DemoCell(zone, Math.Min(cells - 1, (int)(ra / 360 * cells)));
    }

    private static int ZoneOf(double dec) => Math.Min(Zones - 1, (int)((dec + 90) / Psid.ZoneHeight));

    private static double BottomOf(int zone) => (zone * Psid.ZoneHeight) - 90;

    private static int CellsIn(int zone) => Math.Max(
        1, (int)Math.Round(360 * Math.Cos((BottomOf(zone) + (Psid.ZoneHeight / 2)) * Math.PI / 180) / Width));

    private static bool IsNearPlacedStar(SkyPosition position)
    {
        foreach (SkyPosition placed in PlacedStars.Positions)
        {
            if (Math.Abs(placed.Dec - position.Dec) * 3600 < Solitude && placed.SeparationTo(position) < Solitude)
            {
                return true;
            }
        }

        return false;
    }
}
