namespace Zvar.Tests.Contract;

public abstract partial class ZvarSourceContract
{
    [Fact]
    public async Task Objects_come_once_each_in_the_order_asked_and_unknown_ids_are_absent()
    {
        long[] psids = await SomePsidsAsync(4);

        List<ZvarObject> objects = await Source.GetObjectsAsync(
            [psids[2], NoStar, psids[0], psids[2], psids[3], 1, psids[0], psids[1]], Token).ToListAsync(Token);

        Assert.Equal([psids[2], psids[0], psids[3], psids[1]], objects.Select(star => star.Psid));
    }

    [Fact]
    public async Task An_object_is_the_same_by_its_id_and_in_a_cone()
    {
        List<ZvarObject> found = await FindConeAsync(new SkyPosition(50, 20), 100);

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
    public async Task Every_entry_of_an_object_carries_its_id_and_its_source_says_what_is_synthetic()
    {
        ZvarObject star = Assert.Single(await Source.GetObjectsAsync([SecondStar], Token).ToListAsync(Token));

        Assert.NotEmpty(star.Matchfiles);
        Assert.NotEmpty(star.Periods);
        Assert.All(star.Matchfiles, file => Assert.Equal(SecondStar, file.Psid));
        Assert.All(star.Periods, entry => Assert.Equal(SecondStar, entry.Psid));
        Assert.Equal(Source.IsSynthetic, star.Synthetic);
    }

    [Fact]
    public async Task Periods_are_listed_by_file_and_bin_count()
    {
        List<ZvarObject> objects = await FindConeAsync(new SkyPosition(50, 20), 100);

        Assert.All(objects, star => Assert.Equal(
            from file in star.Matchfiles
            from bins in (int[])[5, 10, 20]
            select (file.Field, file.Ccd, file.Quad, file.Band, bins),
            star.Periods.Select(entry => (entry.Field, entry.Ccd, entry.Quad, entry.Band, entry.Bins))));
    }

    [Fact]
    public async Task One_object_comes_with_its_photometry_in_all_bands()
    {
        LightCurve? lightCurve = await Source.GetObjectAsync(NotebookStar, Token);

        Assert.NotNull(lightCurve);
        ZvarObject star = Assert.Single(await Source.GetObjectsAsync([NotebookStar], Token).ToListAsync(Token));
        Assert.Equal(star.Periods, lightCurve.Object!.Periods);
        Assert.Equal(star.Points, lightCurve.Points);
        LightCurve alone = Assert.Single(await Source.GetLightCurvesAsync(
            new PhotometryRequest([NotebookStar], Band.All), Token).ToListAsync(Token));
        Assert.Equal(alone.Time, lightCurve.Time);
        Assert.Equal(alone.Mag, lightCurve.Mag);
        Assert.Equal(Source.IsSynthetic, lightCurve.Synthetic);
    }

    [Fact]
    public async Task An_object_the_catalogue_lacks_is_null() =>
        Assert.Null(await Source.GetObjectAsync(NoStar, Token));

    [Fact]
    public async Task The_processed_files_are_listed_once_each_and_hold_every_star()
    {
        List<ProcessingLog> logs = await Source.GetProcessingLogsAsync(Token).ToListAsync(Token);

        var files = logs.Select(log => (log.Field, log.Ccd, log.Quad, log.Band)).ToHashSet();
        Assert.Equal(logs.Count, files.Count);
        Assert.Equal([.. Enumerable.Range(1, 16)], logs.Select(log => log.Ccd).Distinct().Order());
        Assert.Equal([1, 2, 3, 4], logs.Select(log => log.Quad).Distinct().Order());
        List<ZvarObject> stars = await FindConeAsync(new SkyPosition(50, 20), 600);
        Assert.All(
            stars.SelectMany(star => star.Matchfiles),
            file => Assert.Contains((file.Field, file.Ccd, file.Quad, file.Band), files));
    }
}
