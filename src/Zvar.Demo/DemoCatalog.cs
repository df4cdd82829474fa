using System.Globalization;

namespace Zvar.Demo;

// Another catalogue's view of the demo sky.
internal abstract class DemoCatalog
{
    // How far, in arcseconds, a catalogue may place a star from where it is.
    private const double MaxScatter = 0.5;

    internal static IReadOnlyList<DemoCatalog> All { get; } =
        [new DemoGaia(), new DemoPanStarrs(), new DemoGalex(), new DemoTwoMass(), new DemoAllWise()];

    internal abstract string Name { get; }

    // The row of a star; null where the catalogue does not have it.
    internal abstract CatalogRow? RowOf(DemoStar star);

    // The star of an id; null where the catalogue has no such id.
    internal DemoStar? FindStar(string id) =>
        StarsNamedLike(id).Concat(PlacedStars.Stars).FirstOrDefault(star => RowOf(star)?.Id == id);

    // The rows within a radius in arcseconds of a position, nearest first.
    internal IEnumerable<CatalogRow> Around(
        SkyPosition centre, double radius, CancellationToken cancellationToken) =>
        DemoStars.Around(centre, radius + MaxScatter, cancellationToken)
            .Select(RowOf)
            .OfType<CatalogRow>()
            .Select(row => (Row: row, Separation: centre.SeparationTo(new SkyPosition(row.Ra, row.Dec))))
            .Where(found => found.Separation <= radius)
            .OrderBy(found => found.Separation)
            .Select(found => found.Row);

    // The few stars an id leads to: one of them has it, if any.
    protected abstract IEnumerable<DemoStar> StarsNamedLike(string id);

    protected static IEnumerable<DemoStar> StarsAt(SkyPosition? place) =>
        place is { } position ? DemoStars.Around(position, MaxScatter, CancellationToken.None) : [];

    protected DeterministicRandom RandomOf(DemoStar star) =>
        new(star.Psid, (long)RandomStream.Catalog + (16 * Name.Length) + Name[0]);

    // Where the catalogue places a star, with the error of its positions in arcseconds.
    protected static SkyPosition Place(DemoStar star, double error, ref DeterministicRandom random)
    {
        double distance = Math.Min(Math.Abs(error * random.Gaussian()), MaxScatter - 0.1) * star.CatalogScatter;
        SkyPosition place = star.Position.Offset(random.Between(0, 360), distance);
        return new SkyPosition(Math.Round(place.Ra, 6), Math.Round(place.Dec, 6));
    }

    // A magnitude and its error as measured; NaN for both beyond the catalogue's limit.
    protected static void AddMag(
        Dictionary<string, object> columns,
        string magColumn,
        string errorColumn,
        double mag,
        double limit,
        ref DeterministicRandom random)
    {
        // A tenth of a magnitude at the limit, and never better than 0.02.
        double error = Math.Max(0.02, 0.1 * Math.Pow(10, 0.4 * (mag - limit)));
        double measured = Math.Round(mag + (error * random.Gaussian()), 3);
        bool isSeen = mag < limit + 0.3;
        columns[magColumn] = isSeen ? measured : double.NaN;
        columns[errorColumn] = isSeen ? Math.Round(error, 3) : double.NaN;
    }

    protected static string ToText(long id) => id.ToString(CultureInfo.InvariantCulture);
}
