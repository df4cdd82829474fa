namespace Zvar;

// Stars by their positions: ids that lie close to one another are of one star, as ZTF's are, which has one for each of
// its fields, quadrants and filters.
internal sealed class SameStar
{
    // Arcseconds.
    private const double Within = 1.5;

    private readonly Dictionary<long, List<(SkyPosition Position, GatheredStar Star)>> _zones = [];

    internal void Add(SkyPosition position, GatheredStar star)
    {
        long zone = ZoneOf(position);
        if (!_zones.TryGetValue(zone, out List<(SkyPosition, GatheredStar)>? stars))
        {
            _zones.Add(zone, stars = []);
        }

        stars.Add((position, star));
    }

    internal GatheredStar? Find(SkyPosition here)
    {
        long zone = ZoneOf(here);
        for (long near = zone - 1; near <= zone + 1; near++)
        {
            foreach ((SkyPosition position, GatheredStar star) in _zones.GetValueOrDefault(near, []))
            {
                if (position.SeparationTo(here) <= Within)
                {
                    return star;
                }
            }
        }

        return null;
    }

    // A stripe of declination as high as the distance.
    private static long ZoneOf(SkyPosition position) => (long)Math.Floor(position.Dec * 3600 / Within);
}
