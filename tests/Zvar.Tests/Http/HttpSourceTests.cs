using Zvar.Http;

namespace Zvar.Tests.Http;

public class HttpSourceTests
{
    private const long Star = 145120008365555264;
    private const long Other = 126541217361397171;

    // The star, its first match file and first period as the ZVAR notebook prints them.
    private const string StarFields = """
        "ra": 0.8365280032157898, "dec": 30.937196731567383, "objtype": 1,
        "matchfiles": [{"field": 648, "ccd": 2, "quad": 2, "band": "g", "nb_exposures": 474, "idx": 6121,
                        "amplitude": 0.85447776, "min_mag": 17.216894, "max_mag": 18.362774}],
        "periods": [{"field": 648, "ccd": 2, "quad": 2, "band": "g", "period": 0.2726629621689033,
                     "significance": 48.87137985229492, "string_length": 11.694456767129525, "bin": 5}]
        """;

    private const string StarJson = $$"""{"psid": "145120008365555264", {{StarFields}}}""";

    private const string GaiaFields = """
        "id": "2873447302730839936", "ra": 0.8365264657830731, "dec": 30.937195479478635,
        "phot_g_mean_mag": 16.708706, "parallax": 0.7995832359862339, "parallax_error": null,
        "solution": 1636148068921376768
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_source_is_closed_once_and_says_so_when_it_is_asked_afterwards()
    {
        await using var server = new LoopbackServer(call => call.AnswerAsync(200, "[]"));
        HttpSource source = server.Connect();
        await source.AskAsync();

        await source.DisposeAsync();
        await source.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => source.AskAsync());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => source.GetObjectWithPhotometryAsync(Star, Stop));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await source
            .GetLightCurvesAsync(new PhotometryRequest([Star], Band.All), Stop).ToListAsync(Stop));
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task An_object_is_read_to_the_last_digit()
    {
        await using var server = new LoopbackServer(call => call.AnswerAsync(200, $"[{StarJson}]"));
        await using var source = server.Connect();

        ZvarObject star = Assert.Single(await source.GetObjectsAsync([Star], Stop).ToListAsync(Stop));

        Assert.Equal(Star, star.Psid);
        Assert.Equal(0.8365280032157898, star.Ra);
        Assert.Equal(30.937196731567383, star.Dec);
        Assert.Equal(ObjectType.Star, star.ObjectType);
        Matchfile file = Assert.Single(star.Matchfiles);
        Assert.Equal((Star, 648, 2, 2, "g"), (file.Psid, file.Field, file.Ccd, file.Quad, file.Band));
        Assert.Equal((474, 6121), (file.Exposures, file.Index));
        Assert.Equal((0.85447776, 17.216894, 18.362774), (file.Amplitude, file.MinMag, file.MaxMag));
        ZvarPeriod period = Assert.Single(star.Periods);
        Assert.Equal((Star, 648, 2, 2, "g"), (period.Psid, period.Field, period.Ccd, period.Quad, period.Band));
        Assert.Equal(5, period.Bins);
        Assert.Equal(
            (0.2726629621689033, 48.87137985229492, 11.694456767129525),
            (period.Period, period.Significance, period.StringLength));
    }

    [Fact]
    public async Task Objects_come_in_the_order_asked_whatever_the_order_of_the_response_and_the_form_of_the_psid()
    {
        await using var server = new LoopbackServer(call => call.AnswerAsync(
            200, $$"""[{"psid": 126541217361397171, "novelty": {"a": [1]}, {{StarFields}}}, {{StarJson}}]"""));
        await using var source = server.Connect();

        List<ZvarObject> found = await source.GetObjectsAsync([Star, 5, Other, Star], Stop).ToListAsync(Stop);

        Assert.Equal([Star, Other], found.Select(star => star.Psid));
        Call call = Assert.Single(server.Calls);
        Assert.Equal("POST /api/objects HTTP/1.1", call.RequestLine);
        Assert.Equal("""{"psids":["145120008365555264","5","126541217361397171"]}""", call.Body);
    }

    [Fact]
    public async Task Positions_go_under_their_row_numbers_and_come_back_under_their_names_nearest_first()
    {
        static string At(long psid, double dec) =>
            FormattableString.Invariant($$"""{"psid": "{{psid}}", "ra": 0.8, "dec": {{dec}}, "objtype": null}""");
        await using var server = new LoopbackServer(call => call.AnswerAsync(
            200, $$"""{"2": [{{At(12, 31)}}], "0": [{{At(10, 30.01)}}, {{At(11, 30.001)}}], "1": null}"""));
        await using var source = server.Connect();
        ConeTarget[] targets =
        [
            new("mine", new SkyPosition(0.8, 30), 60),
            new("none", new SkyPosition(1, 1), 5),
            new("mine", new SkyPosition(0.8, 31), 600),
        ];

        var filter = new ConeFilter
        {
            ObjectType = ObjectType.Star,
            MinSignificance = 40,
            MaxPeriod = 10,
            MinMag = 14.5,
        };
        List<ConeResult> results = await source.FindConesAsync(new ConeSearch(targets, filter), Stop).ToListAsync(Stop);

        ZvarObject[] found = [.. results.Select(result => result.Object)];
        Assert.Equal([(0, 11), (0, 10), (2, 12)], results.Select(result => (result.Target, result.Object.Psid)));
        Assert.All(found, star => Assert.Equal("mine", star.TargetName));
        Assert.Equal([3.6, 36, 0], found.Select(star => Math.Round(star.Separation, 6)));
        Assert.Equal(
            """{"positions":[{"name":"0","ra":0.8,"dec":30,"radius":60},{"name":"1","ra":1,"dec":1,"radius":5},"""
            + """{"name":"2","ra":0.8,"dec":31,"radius":600}],"""
            + "\"objtype\":1,\"max_period\":10,\"min_significance\":40,\"min_mag\":14.5}",
            Assert.Single(server.Calls).Body);
    }

    [Fact]
    public async Task Light_curves_come_in_the_order_asked_by_time_and_what_was_not_measured_is_NaN()
    {
        await using var server = new LoopbackServer(call => call.AnswerAsync(200, """
            {"126541217361397171": [],
             "145120008365555264": [
              {"time": 2458264.5, "mag": null, "magerr": null, "limmag": 20.5, "flux": 3, "fluxerr": 95.5, "snr": null,
               "band": "r", "field": 648, "ccd": 2, "quad": 3, "airmass": 1.2},
              {"time": 2458263.981924, "mag": 17.41657, "magerr": 0.036399588, "limmag": null, "flux": 345.24374,
               "fluxerr": 95.39911, "snr": 29.828255, "band": "g", "field": 648, "ccd": 2, "quad": 2}]}
            """));
        await using var source = server.Connect();

        List<LightCurve> curves = await source
            .GetLightCurvesAsync(new PhotometryRequest([Star, 5, Other, Star], ["g", "r"]), Stop).ToListAsync(Stop);

        Assert.Equal([Star, Other], curves.Select(curve => curve.Psid));
        LightCurve curve = curves[0];
        Assert.Equal([2458263.981924, 2458264.5], curve.Time);
        Assert.Equal([17.41657, double.NaN], curve.Mag);
        Assert.Equal([double.NaN, 20.5], curve.LimitingMag);
        Assert.Equal([345.24374, 3], curve.Flux);
        Assert.Equal([29.828255, double.NaN], curve.Snr);
        Assert.Equal(["g", "r"], curve.Band);
        Assert.Equal([2, 3], curve.Quad);
        Assert.Equal(0, curves[1].Points);
        Assert.Equal(
            """{"psids":["145120008365555264","5","126541217361397171"],"bands":["g","r"],"format":"mag"}""",
            Assert.Single(server.Calls).Body);
    }

    [Fact]
    public async Task The_flux_format_gives_the_magnitude_and_the_total_signal_to_noise_ratio_of_the_mag_format()
    {
        // One exposure of the notebook's star in both formats.
        await using var server = new LoopbackServer(call => call.AnswerAsync(200, """
            {"145120008365555264": [{"time": 2458263.981924, "flux": 345.24374, "fluxerr": 95.39911,
              "snr": 3.618941, "band": "g", "field": 648, "ccd": 2, "quad": 2,
              "magzp": 26.052000762939453, "mag_ref": -8.494999885559082}]}
            """));
        await using var source = server.Connect();

        LightCurve curve = Assert.Single(await source
            .GetLightCurvesAsync(new PhotometryRequest([Star], ["g"], PhotometryFormat.Flux), Stop).ToListAsync(Stop));

        Assert.Equal(17.41657, curve.Mag[0], 1e-5);
        Assert.Equal(29.828255, curve.Snr[0], 1e-5);
        Assert.Equal(26.052000762939453, curve.MagZeroPoint[0]);
        Assert.Equal(3.618941, curve.EnumeratePoints().Single().DifferenceSnr, 1e-6);
        Assert.Contains("\"format\":\"flux\"", Assert.Single(server.Calls).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_object_comes_with_its_light_curve()
    {
        await using var server = new LoopbackServer(call => call.AnswerAsync(200, $$"""
            {"photometry": [{"time": 2458263.981924, "mag": 17.41657, "band": "g"}], {{StarFields}},
             "psid": 145120008365555264}
            """));
        await using var source = server.Connect();

        LightCurve? curve = await source.GetObjectWithPhotometryAsync(Star, Stop);

        Assert.Equal(17.41657, Assert.Single(curve!.Mag));
        Assert.Equal(30.937196731567383, curve.Object!.Dec);
        Assert.Equal("GET /api/object/145120008365555264 HTTP/1.1", Assert.Single(server.Calls).RequestLine);
    }

    [Fact]
    public async Task An_object_the_service_does_not_have_is_null()
    {
        await using var server = new LoopbackServer(call => call.AnswerAsync(404, """{"detail":"Not Found"}"""));
        await using var source = server.Connect();

        Assert.Null(await source.GetObjectWithPhotometryAsync(Star, Stop));
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task Processing_logs_keep_the_columns_we_do_not_know()
    {
        await using var server = new LoopbackServer(call => call.AnswerAsync(200, """
            [{"field": 648, "ccd": 2, "quad": 4, "band": "i", "date": "2024-01-02", "nb": 3, "seeing": null,
              "x": [1, 2]}]
            """));
        await using var source = server.Connect();

        ProcessingLog log = Assert.Single(await source.GetProcessingLogsAsync(Stop).ToListAsync(Stop));

        Assert.Equal("648/2/4 i", log.ToString());
        Assert.Equal("2024-01-02", log.GetColumns()["date"]);
        Assert.Equal(3L, log.GetColumns()["nb"]);
        Assert.Equal(double.NaN, log.GetColumns()["seeing"]);
        Assert.Equal("[1, 2]", log.GetColumns()["x"]);
        Assert.Equal("GET /api/processing_logs HTTP/1.1", Assert.Single(server.Calls).RequestLine);
    }

    [Theory]
    [InlineData($$"""{"145120008365555264": [{{{GaiaFields}}}]}""")]
    [InlineData($$"""{"145120008365555264": {{{GaiaFields}}}, "126541217361397171": null}""")]
    [InlineData($$"""{"126541217361397171": [], "145120008365555264": [{{{GaiaFields}}}]}""")]
    public async Task A_match_is_read_from_a_list_or_bare_and_none_may_be_told_in_three_ways(string response)
    {
        await using var server = new LoopbackServer(call => call.AnswerAsync(200, response));
        await using var source = server.Connect();

        CatalogMatch match = Assert.Single(await source
            .MatchAsync(new ObjectMatchRequest([Other, Star], "gaia", 5), Stop).ToListAsync(Stop));

        GaiaMatch gaia = Assert.IsType<GaiaMatch>(match);
        Assert.Equal((Star, "2873447302730839936", 0.8365264657830731), (gaia.Psid, gaia.Id, gaia.CatalogRa));
        Assert.Equal((16.708706, 0.7995832359862339), (gaia.PhotGMeanMag, gaia.Parallax));
        Assert.Equal(double.NaN, gaia.ParallaxError);
        Assert.Equal(1636148068921376768L, gaia.GetColumns()["solution"]);
        Assert.Equal(
            """{"psids":["126541217361397171","145120008365555264"],"catalog":"gaia","radius":5,"closest":true}""",
            Assert.Single(server.Calls).Body);
    }

    [Fact]
    public async Task A_source_is_led_back_to_its_objects_nearest_first_and_one_without_any_is_psid_0()
    {
        string far = """{"psid": 126541217361397171, "ra": 0.8365280032157898, "dec": 30.9375}""";
        await using var server = new LoopbackServer(call => call.AnswerAsync(200, $$"""
            {"lone": {"ra": 1.0, "dec": 2.0, "xmatches": []},
             "G1": {{{GaiaFields}}, "xmatches": [{{far}}, {{StarJson}}] } }
            """));
        await using var source = server.Connect();

        List<CatalogMatch> matches = await source
            .MatchExternalAsync(
                new ExternalMatchRequest(["G1", "absent", "lone"], "no-such-catalogue", 5, ClosestOnly: false), Stop)
            .ToListAsync(Stop);

        Assert.Equal([Star, Other, 0], matches.Select(match => match.Psid));
        Assert.Equal(["2873447302730839936", "2873447302730839936", "lone"], matches.Select(match => match.Id));
        Assert.Equal(0.0065, matches[0].Separation, 1e-3);
        Assert.Equal(48.87137985229492, matches[0].Object!.Significance);
        Assert.True(double.IsNaN(matches[2].Separation));
        Assert.Equal(
            """{"ids":["G1","absent","lone"],"catalog":"no-such-catalogue","radius":5,"closest":false}""",
            Assert.Single(server.Calls).Body);
    }

    [Fact]
    public async Task Nothing_asked_is_nothing_sent()
    {
        await using var server = new LoopbackServer();
        await using var source = server.Connect();

        Assert.Empty(await source.GetObjectsAsync([], Stop).ToListAsync(Stop));
        Assert.Empty(await source.GetLightCurvesAsync(new PhotometryRequest([], ["g"]), Stop).ToListAsync(Stop));
        Assert.Empty(await source.FindConesAsync(new ConeSearch([], ConeFilter.None), Stop).ToListAsync(Stop));
        Assert.Empty(server.Calls);
    }
}
