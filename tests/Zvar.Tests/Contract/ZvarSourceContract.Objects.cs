namespace Zvar.Tests.Contract;

public abstract partial class ZvarSourceContract
{
    [Fact]
    public async Task Objects_come_once_each_in_the_order_asked_and_unknown_ids_are_absent()
    {
        long[] psids = await SomePsidsAsync(4);

        List<ZvarObject> objects = await Source.GetObjectsAsync(
            [psids[2], Population.Absent, psids[0], psids[2], psids[3], 1, psids[0], psids[1]], Token).ToListAsync(Token);

        Assert.Equal([psids[2], psids[0], psids[3], psids[1]], objects.Select(star => star.Psid));
    }

    [Fact]
    public async Task An_object_is_the_same_by_its_id_and_in_a_cone()
    {
        List<ZvarObject> found = await FindAllAsync();

        List<ZvarObject> objects = await Source.GetObjectsAsync(
            [.. found.Select(star => star.Psid)], Token).ToListAsync(Token);

        Assert.Equal(found.Count, objects.Count);
        Assert.All(found.Zip(objects), pair =>
        {
            (ZvarObject inCone, ZvarObject byId) = pair;
            Assert.Equal((inCone.Ra, inCone.Dec, inCone.ObjectType), (byId.Ra, byId.Dec, byId.ObjectType));
            Assert.Equal(inCone.Matchfiles, byId.Matchfiles);
            Assert.Equal(inCone.Periods, byId.Periods);
            Assert.Null(byId.TargetName);
            Assert.Equal(double.NaN, byId.Separation);
        });
    }

    [Fact]
    public async Task Every_entry_of_an_object_carries_its_id_and_says_whether_it_is_synthetic()
    {
        long[] psids = await SomePsidsAsync(20);

        List<ZvarObject> objects = await Source.GetObjectsAsync(psids, Token).ToListAsync(Token);

        Assert.All(objects, star =>
        {
            Assert.NotEmpty(star.Matchfiles);
            Assert.All(star.Matchfiles, file => Assert.Equal((star.Psid, star.Synthetic), (file.Psid, file.Synthetic)));
            Assert.All(star.Periods, entry => Assert.Equal((star.Psid, star.Synthetic), (entry.Psid, entry.Synthetic)));
            Assert.Equal(Population.IsSynthetic, star.Synthetic);
        });
        Assert.Contains(objects, star => star.Periods.Count > 0);
    }

    [Fact]
    public async Task One_object_comes_with_its_photometry_in_all_bands()
    {
        long psid = (await SomePsidsAsync(1))[0];

        LightCurve? lightCurve = await Source.GetObjectWithPhotometryAsync(psid, Token);

        Assert.NotNull(lightCurve);
        ZvarObject star = Assert.Single(await Source.GetObjectsAsync([psid], Token).ToListAsync(Token));
        Assert.Equal(star.Periods, lightCurve.Object!.Periods);
        Assert.Equal(star.Points, lightCurve.Points);
        LightCurve alone = Assert.Single(await Source.GetLightCurvesAsync(
            new PhotometryRequest([psid], Band.All), Token).ToListAsync(Token));
        Assert.Equal(alone.Time, lightCurve.Time);
        Assert.Equal(alone.Mag, lightCurve.Mag);
        Assert.Equal(Population.IsSynthetic, lightCurve.Synthetic);
    }

    [Fact]
    public async Task An_object_the_catalogue_lacks_is_null() =>
        Assert.Null(await Source.GetObjectWithPhotometryAsync(Population.Absent, Token));
}
