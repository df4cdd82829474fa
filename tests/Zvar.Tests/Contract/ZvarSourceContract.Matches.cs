namespace Zvar.Tests.Contract;

public abstract partial class ZvarSourceContract
{
    [Fact]
    public async Task A_source_of_another_catalogue_leads_back_to_the_objects_it_was_found_near()
    {
        foreach (string catalog in Population.Catalogs)
        {
            await AssertLeadsBackAsync(catalog);
        }
    }

    private async Task AssertLeadsBackAsync(string catalog)
    {
        long[] psids = await SomePsidsAsync(400);

        List<CatalogMatch> sources = await Source.MatchAsync(
            new ObjectMatchRequest(psids, catalog, Radius: 2, ClosestOnly: false), Token).ToListAsync(Token);
        List<CatalogMatch> objects = await Source.MatchExternalAsync(
            new ExternalMatchRequest([.. sources.Select(match => match.Id!)], catalog, Radius: 2, ClosestOnly: false),
            Token).ToListAsync(Token);

        Assert.NotEmpty(sources);
        var pairs = objects.ToDictionary(match => (match.Id, match.Psid));
        Assert.All(sources, source =>
        {
            CatalogMatch back = Assert.Contains((source.Id, source.Psid), pairs);
            Assert.Equal(catalog, source.Catalog);
            Assert.Equal((source.CatalogRa, source.CatalogDec), (back.CatalogRa, back.CatalogDec));
            Assert.NotEmpty(source.GetRow());
            Assert.Equal(source.GetRow(), back.GetRow());
            Assert.Equal(Numbers(source), Numbers(back));
            Assert.Equal(Population.IsSynthetic, source.Synthetic);
            Assert.Equal(Population.IsSynthetic, back.Synthetic);
        });
        Assert.All(objects, match =>
        {
            Assert.Equal(match.Psid, match.Object!.Psid);
            Assert.InRange(match.Separation, 0, 2);
            Assert.Equal(
                match.Object.GetPosition().SeparationTo(new SkyPosition(match.CatalogRa, match.CatalogDec)),
                match.Separation,
                1e-6);
        });
    }

    [Fact]
    public async Task Sources_near_objects_come_in_the_order_asked_and_unknown_ids_are_absent()
    {
        long[] psids = await SomePsidsAsync(3);

        List<CatalogMatch> matches = await MatchAsync(
            [psids[2], Population.Absent, psids[0], psids[2]], radius: 2, closestOnly: true);

        Assert.Equal([psids[2], psids[0]], matches.Select(match => match.Psid));
        Assert.All(matches, match =>
        {
            Assert.Null(match.Object);
            Assert.Equal(double.NaN, match.Separation);
        });
    }

    [Fact]
    public async Task Objects_near_sources_come_in_the_order_asked_and_unknown_ids_are_absent()
    {
        List<CatalogMatch> sources = await MatchAsync(await SomePsidsAsync(3), radius: 2, closestOnly: true);
        string[] ids = [.. sources.Select(match => match.Id!).Distinct()];

        List<CatalogMatch> matches = await Source.MatchExternalAsync(
            new ExternalMatchRequest(
                [ids[1], "7", ids[0], ids[1], "not an id"], Population.Catalogs[0], Radius: 2),
            Token).ToListAsync(Token);

        Assert.Equal([ids[1], ids[0]], matches.Select(match => match.Id));
    }

    [Fact]
    public async Task The_closest_is_the_nearest_of_all()
    {
        List<ZvarObject> stars = await FindAllAsync();
        long[] psids = [.. stars.Select(star => star.Psid)];

        List<CatalogMatch> all = await MatchAsync(psids, radius: 10, closestOnly: false);
        List<CatalogMatch> closest = await MatchAsync(psids, radius: 10, closestOnly: true);

        Assert.True(all.Count > closest.Count);
        Assert.Equal(
            all.Select(match => match.WithObject(stars.First(star => star.Psid == match.Psid)))
                .GroupBy(match => match.Psid)
                .Select(matches => (matches.Key, matches.MinBy(match => match.Separation)!.Id)),
            closest.Select(match => (match.Psid, match.Id)));
    }

    private async Task<List<CatalogMatch>> MatchAsync(IReadOnlyList<long> psids, double radius, bool closestOnly) =>
        await Source.MatchAsync(
            new ObjectMatchRequest(psids, Population.Catalogs[0], radius, closestOnly), Token).ToListAsync(Token);

    // All that a match says in properties of its own, whatever its type; not how far it is from an object.
    private static Dictionary<string, double> Numbers(CatalogMatch match) => match.GetType().GetProperties()
        .Where(property => property.PropertyType == typeof(double) && property.Name != nameof(CatalogMatch.Separation))
        .ToDictionary(property => property.Name, property => (double)property.GetValue(match)!);
}
