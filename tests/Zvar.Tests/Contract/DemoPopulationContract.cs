namespace Zvar.Tests.Contract;

/// <summary>
/// What is true beyond <see cref="ZvarSourceContract"/> of a source that holds the demo sky, whether it is the sky
/// itself or something between it and the caller: what that population guarantees.
/// </summary>
public abstract class DemoPopulationContract(IZvarSource source) : ZvarSourceContract(
    source,
    new SourcePopulation(
        new SkyPosition(50, 20), Radius: 150, Absent: NoStar, ["ps1", "gaia", "galex", "2mass", "allwise"], IsSynthetic: true))
{
    private const long NotebookStar = 145120008365555264;
    private const string NotebookGaiaId = "2873447302730839936";

    // A psid of the right form at which there is no star: its right ascension and zone are the notebook star's.
    private const long NoStar = 145120008365555265;

    // The notebook's star, both sides of RA 0/360, both poles and their neighbourhoods, the far south and the galaxy.
    public static TheoryData<double, double> Places => new()
    {
        { 0.8365280032157898, 30.937196731567383 },
        { 0.0, 0.0 },
        { 359.999, 20 },
        { 123.4, 90 },
        { 270, -90 },
        { 45, 89.97 },
        { 181, -89.99 },
        { 266.4, -29.0 },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public async Task There_are_about_as_many_objects_wherever_one_points(double ra, double dec)
    {
        var centre = new SkyPosition(ra, dec);

        List<ZvarObject> found = await FindConeAsync(centre, 120);

        Assert.InRange(found.Count, 40, 140);
        AssertNearestFirst(found, centre, 120);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_small_cone_has_what_a_wide_one_beside_it_has_there(double ra, double dec)
    {
        var centre = new SkyPosition(ra, dec);

        List<ZvarObject> small = await FindConeAsync(centre, 90);
        List<ZvarObject> wide = await FindConeAsync(centre.Offset(positionAngle: 130, distance: 200), 300);

        Assert.NotEmpty(small);
        Assert.Equal(
            wide.Where(star => centre.SeparationTo(star.GetPosition()) <= 90).Select(star => star.Psid).Order(),
            small.Select(star => star.Psid).Order());
    }

    [Fact]
    public async Task A_cone_across_RA_0_finds_both_its_sides()
    {
        List<ZvarObject> found = await FindConeAsync(new SkyPosition(0, 45), 300);

        Assert.InRange(found.Count(star => star.Ra > 359), found.Count / 3, found.Count);
        Assert.InRange(found.Count(star => star.Ra < 1), found.Count / 3, found.Count);
    }

    [Theory]
    [InlineData(90)]
    [InlineData(-90)]
    public async Task A_cone_about_a_pole_finds_all_right_ascensions(double dec)
    {
        List<ZvarObject> found = await FindConeAsync(new SkyPosition(0, dec), 300);

        Assert.Equal([0, 1, 2, 3], found.Select(star => (int)(star.Ra / 90)).Distinct().Order());
    }

    // The border of two fields, which were not observed equally often, runs through this cone.
    [Fact]
    public async Task A_filter_on_exposures_keeps_the_stars_of_the_field_observed_more_often()
    {
        var border = new SkyPosition(49.0909, 20);
        List<ZvarObject> all = await FindConeAsync(border, 300);
        int most = all.Max(star => star.Matchfiles.Max(file => file.Exposures));

        List<ZvarObject> kept = await FindConeAsync(border, 300, new ConeFilter { MinExposures = most });

        Assert.InRange(kept.Count, 1, all.Count - 1);
        Assert.Single(kept.Select(star => star.Matchfiles[0].Field).Distinct());
    }

    [Fact]
    public async Task The_limits_of_a_filter_may_be_met_by_different_entries()
    {
        // The star's longer period has a significance of 48.87, and half of it one of 49.54.
        var filter = new ConeFilter { MinPeriod = 0.2, MinSignificance = 49 };

        List<ZvarObject> kept = await FindConeAsync(new SkyPosition(0.836528, 30.937197), 2, filter);

        Assert.False(filter.MatchesStrictly(Assert.Single(kept)));
    }

    [Fact]
    public async Task A_star_without_points_in_the_bands_asked_for_has_a_light_curve_of_none()
    {
        LightCurve lightCurve = await LightCurveOf(NotebookStar, "i");

        Assert.Equal(NotebookStar, lightCurve.Psid);
        Assert.Equal(0, lightCurve.Points);
    }

    [Fact]
    public async Task What_was_not_detected_has_a_limiting_magnitude_and_no_other()
    {
        List<ZvarObject> stars = await FindConeAsync(new SkyPosition(50, 20), 100);

        List<PhotometryPoint> points =
            [.. (await LightCurvesOf(stars, PhotometryFormat.Mag)).SelectMany(curve => curve.EnumeratePoints())];

        Assert.Contains(points, point => !point.Detected);
        Assert.All(points.Where(point => point.Detected), point =>
        {
            Assert.True(point.Snr >= Photometry.DetectionSnr);
            Assert.Equal(Photometry.MagnitudesPerRelativeFlux, point.MagErr * point.Snr, 1e-5);
            Assert.Equal(double.NaN, point.LimitingMag);
        });
        Assert.All(points.Where(point => !point.Detected), point =>
        {
            Assert.True(point.Snr < Photometry.DetectionSnr);
            Assert.InRange(point.LimitingMag, 12, 22);
            Assert.Equal(double.NaN, point.MagErr);
        });
    }

    [Fact]
    public async Task A_cone_as_wide_as_the_limit_is_answered() =>
        Assert.InRange((await FindConeAsync(new SkyPosition(50, 20), SourceLimits.Service.ConeRadius!.Value)).Count, 1700, 2300);

    [Fact]
    public Task An_unknown_catalogue_is_refused_and_the_known_ones_are_named() => AssertRejectedAsync(
        () => Source.MatchAsync(new ObjectMatchRequest([NotebookStar], "no-such-catalogue", Radius: 3), Token),
        "gaia",
        "ps1",
        "galex",
        "2mass",
        "allwise");

    [Fact]
    public Task An_unknown_catalogue_is_refused_from_its_side_too() => AssertRejectedAsync(
        () => Source.MatchExternalAsync(new ExternalMatchRequest(["1"], "no-such-catalogue", Radius: 3), Token));

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

    [Fact]
    public async Task A_source_without_an_object_near_is_a_match_without_a_psid()
    {
        CatalogMatch match = Assert.Single(await Source.MatchExternalAsync(
            new ExternalMatchRequest([NotebookGaiaId], "gaia", Radius: 0.0001), Token).ToListAsync(Token));

        Assert.Equal((0, NotebookGaiaId), (match.Psid, match.Id));
        Assert.Null(match.Object);
        Assert.Equal(0.7995832359862339, Assert.IsType<GaiaMatch>(match).Parallax);
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
