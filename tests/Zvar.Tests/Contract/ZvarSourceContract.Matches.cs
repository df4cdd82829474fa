namespace Zvar.Tests.Contract;

public abstract partial class ZvarSourceContract
{
    private const string NotebookGaiaId = "2873447302730839936";

    public static TheoryData<string> Catalogs => ["gaia", "ps1", "galex", "2mass", "allwise"];

    [Theory]
    [MemberData(nameof(Catalogs))]
    public async Task A_source_of_another_catalogue_leads_back_to_the_objects_it_was_found_near(string catalog)
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
            Assert.Equal(Source.IsSynthetic, source.Synthetic);
            Assert.Equal(Source.IsSynthetic, back.Synthetic);
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

        List<CatalogMatch> matches = await Source.MatchAsync(
            new ObjectMatchRequest([psids[2], NoStar, psids[0], psids[2]], "ps1", Radius: 2), Token).ToListAsync(Token);

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
        string[] ids = [.. (await SomePsidsAsync(3)).Select(psid => $"{psid}")];

        List<CatalogMatch> matches = await Source.MatchExternalAsync(
            new ExternalMatchRequest([ids[1], "7", ids[0], ids[1], "not an id"], "ps1", Radius: 2),
            Token).ToListAsync(Token);

        Assert.Equal([ids[1], ids[0]], matches.Select(match => match.Id));
    }

    [Fact]
    public async Task The_closest_is_the_nearest_of_all()
    {
        List<ZvarObject> stars = await FindConeAsync(new SkyPosition(50, 20), 200);
        long[] psids = [.. stars.Select(star => star.Psid)];

        List<CatalogMatch> all = await Source.MatchAsync(
            new ObjectMatchRequest(psids, "gaia", Radius: 10, ClosestOnly: false), Token).ToListAsync(Token);
        List<CatalogMatch> closest = await Source.MatchAsync(
            new ObjectMatchRequest(psids, "gaia", Radius: 10), Token).ToListAsync(Token);

        Assert.True(all.Count > closest.Count);
        Assert.Equal(
            all.Select(match => match.WithObject(stars.First(star => star.Psid == match.Psid)))
                .GroupBy(match => match.Psid)
                .Select(matches => (matches.Key, matches.MinBy(match => match.Separation)!.Id)),
            closest.Select(match => (match.Psid, match.Id)));
    }

    [Fact]
    public async Task A_source_without_an_object_near_is_a_match_without_a_psid()
    {
        CatalogMatch match = Assert.Single(await Source.MatchExternalAsync(
            new ExternalMatchRequest([NotebookGaiaId], "gaia", Radius: 0.0001), Token).ToListAsync(Token));

        Assert.Equal((0, NotebookGaiaId), (match.Psid, match.Id));
        Assert.Null(match.Object);
        Assert.Equal(0.7995832359862339, Assert.IsType<GaiaMatch>(match).Parallax);
    }

    // The numbers are those the ZVAR notebook prints.
    [Fact]
    public async Task The_notebook_star_and_its_Gaia_source_lead_to_each_other()
    {
        GaiaMatch source = Assert.IsType<GaiaMatch>(Assert.Single(await Source.MatchAsync(
            new ObjectMatchRequest([NotebookStar], "gaia", Radius: 3, ClosestOnly: false), Token).ToListAsync(Token)));
        GaiaMatch back = Assert.IsType<GaiaMatch>(Assert.Single(await Source.MatchExternalAsync(
            new ExternalMatchRequest([NotebookGaiaId], "gaia", Radius: 5, ClosestOnly: false),
            Token).ToListAsync(Token)));

        Assert.Equal(NotebookGaiaId, source.Id);
        Assert.Equal(NotebookStar, back.Psid);
        Assert.Equal(6, back.Object!.Periods.Count);
        Assert.All([source, back], match =>
        {
            Assert.Equal((0.8365264657830731, 30.937195479478635), (match.CatalogRa, match.CatalogDec));
            Assert.Equal(
                (16.708706, 17.312077, 15.944344000000001),
                (match.PhotGMeanMag, match.PhotBpMeanMag, match.PhotRpMeanMag));
            Assert.Equal((0.7995832359862339, 0.06608167), (match.Parallax, match.ParallaxError));
            Assert.Equal(2.5535354999999997, match.Pm);
            Assert.Equal((1.0393465976352718, 0.080007255), (match.PmRa, match.PmRaError));
            Assert.Equal((-2.33244562333133, 0.039681613), (match.PmDec, match.PmDecError));
        });
    }

    // All that a match says in properties of its own, whatever its type; not how far it is from an object.
    private static Dictionary<string, double> Numbers(CatalogMatch match) => match.GetType().GetProperties()
        .Where(property => property.PropertyType == typeof(double) && property.Name != nameof(CatalogMatch.Separation))
        .ToDictionary(property => property.Name, property => (double)property.GetValue(match)!);
}
