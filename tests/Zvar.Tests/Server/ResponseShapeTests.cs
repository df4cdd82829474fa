using System.Net;
using Zvar.Demo;

namespace Zvar.Tests.Server;

// What the notebook of the ZVAR API's authors prints is expected to the letter, less its white space.
public class ResponseShapeTests
{
    private const string StarFields =
        """
        "psid":"145120008365555264","ra":0.8365280032157898,"dec":30.937196731567383,"objtype":1,
        "matchfiles":[{"field":648,"ccd":2,"quad":2,"band":"g","nb_exposures":474,"idx":6121,
        "amplitude":0.85447776,"min_mag":17.216894,"max_mag":18.362774}],
        "periods":[{"field":648,"ccd":2,"quad":2,"band":"g","period":0.2726629621689033,
        "significance":48.87137985229492,"string_length":11.694456767129525,"bin":5}]
        """;

    private const string QuietStar =
        """
        {"psid":"126541217361397171","ra":121.736,"dec":15.5,"objtype":null,
        "matchfiles":[{"field":1500,"ccd":16,"quad":4,"band":"i","nb_exposures":3,"idx":1,
        "amplitude":null,"min_mag":null,"max_mag":null}],"periods":[]}
        """;

    private const string Detection =
        """
        {"time":2458263.981924,"mag":17.41657,"magerr":0.036399588,"limmag":null,"flux":345.24374,
        "fluxerr":95.39911,"snr":29.828255,"band":"g","field":648,"ccd":2,"quad":2}
        """;

    private const string NonDetection =
        """
        {"time":2458269.5,"mag":null,"magerr":null,"limmag":20.5,"flux":-3,
        "fluxerr":1.5,"snr":0.25,"band":"r","field":648,"ccd":2,"quad":2}
        """;

    private const string GaiaFields =
        """
        "id":"2873447302730839936","ra":0.8365264657830731,"dec":30.937195479478635,"phot_g_mean_mag":16.708706,
        "phot_bp_mean_mag":17.312077,"phot_rp_mean_mag":15.944344000000001,"parallax":0.7995832359862339,
        "parallax_error":0.06608167,"pm":2.5535354999999997,"pmra":1.0393465976352718,"pmra_error":0.080007255,
        "pmdec":-2.33244562333133,"pmdec_error":null
        """;

    private static string Star => $"{{{StarFields}}}";

    [Fact]
    public async Task A_cone_search_answers_each_name_in_the_order_asked_with_the_objects_found()
    {
        await using RunningServer server = await RunningServer.StartAsync(new SmallSky());
        string answer = await server.AskAsync("cone_search", """
            {"positions":[{"name":"β","ra":121.736,"dec":15.5},{"name":"nothing","ra":200,"dec":-90},
            {"name":"a","ra":0.8365,"dec":30.9372,"radius":5}],"radius":1.5,"a_field_nobody_knows":[1]}
            """);
        Assert.Equal(Compact($$"""{"β":[{{QuietStar}}],"nothing":[],"a":[{{Star}}]}"""), answer);
    }

    [Fact]
    public async Task An_object_has_its_photometry_inside()
    {
        await using RunningServer server = await RunningServer.StartAsync(new SmallSky());
        string answer = await server.GetAsync("object/145120008365555264");
        Assert.Equal(Compact($$"""{{{StarFields}},"photometry":[{{Detection}},{{NonDetection}}]}"""), answer);
    }

    [Theory]
    [InlineData("126541217361397171,145120008365555264")]
    [InlineData("\"126541217361397171\",145120008365555264,\"126541217361397171\"")]
    [InlineData("126541217361397171,\"99\",\"145120008365555264\"")]
    public async Task Objects_are_a_list_in_the_order_asked_without_the_unknown(string psids)
    {
        await using RunningServer server = await RunningServer.StartAsync(new SmallSky());
        string answer = await server.AskAsync("objects", $$"""{"psids":[{{psids}}]}""");
        Assert.Equal(Compact($"[{QuietStar},{Star}]"), answer);
    }

    [Fact]
    public async Task Photometry_is_in_magnitudes_of_g_and_r_unless_told_otherwise()
    {
        var sky = new SmallSky();
        await using RunningServer server = await RunningServer.StartAsync(sky);
        string answer = await server.AskAsync(
            "photometry", """{"psids":["145120008365555264",99,"126541217361397171"],"bands":null}""");
        Assert.Equal(
            Compact($$"""{"145120008365555264":[{{Detection}},{{NonDetection}}],"126541217361397171":[]}"""), answer);
        Assert.Equal(["g", "r"], sky.LastPhotometry!.Bands);
    }

    [Fact]
    public async Task Photometry_in_fluxes_has_the_ratio_of_the_difference_flux_and_the_reference()
    {
        await using RunningServer server = await RunningServer.StartAsync(new SmallSky());
        string answer = await server.AskAsync(
            "photometry", """{"psids":[145120008365555264],"bands":["g"],"format":"flux"}""");
        double snr = 345.24374 / 95.39911; // The notebook prints 3.618941, in single precision.
        Assert.Equal(3.618941, snr, 6);
        Assert.Equal(
            Compact($$"""
                {"145120008365555264":[{"time":2458263.981924,"flux":345.24374,"fluxerr":95.39911,
                "snr":{{FormattableString.Invariant($"{snr}")}},"band":"g","field":648,"ccd":2,"quad":2,
                "magzp":26.052000762939453,"mag_ref":-8.494999885559082}]}
                """),
            answer);
    }

    [Fact]
    public async Task Processing_logs_are_a_list_with_all_their_columns()
    {
        await using RunningServer server = await RunningServer.StartAsync(new SmallSky());
        string answer = await server.GetAsync("processing_logs");
        Assert.Equal(
            Compact("""
                [{"field":648,"ccd":2,"quad":2,"band":"g","nb_objects":81234,"seeing":2.25,"airmass":null,"done":true,
                "comment":"Größe +1"},{"field":648,"ccd":2,"quad":3,"band":"r"}]
                """),
            answer);
    }

    [Fact]
    public async Task A_match_is_a_list_for_each_psid_and_an_empty_one_where_there_is_none()
    {
        var sky = new SmallSky();
        await using RunningServer server = await RunningServer.StartAsync(sky);
        string answer = await server.AskAsync(
            "xmatch", """{"psids":[126541217361397171,"145120008365555264"],"catalog":"gaia","radius":3}""");
        Assert.Equal(
            Compact($$"""{"126541217361397171":[],"145120008365555264":[{{{GaiaFields}}}]}"""), answer);
        Assert.True(sky.LastMatch!.ClosestOnly);
    }

    [Fact]
    public async Task A_row_of_another_catalogue_has_that_catalogues_columns()
    {
        var sky = new SmallSky();
        await using RunningServer server = await RunningServer.StartAsync(sky);
        string answer = await server.AskAsync(
            "xmatch", """{"psids":[145120008365555264],"catalog":"ps1","radius":3,"closest":false}""");
        Assert.Equal(
            """{"145120008365555264":[{"id":"J0003+3056","ra":null,"dec":30.9,"gmag":16.5}]}""", answer);
        Assert.False(sky.LastMatch!.ClosestOnly);
    }

    [Fact]
    public async Task A_match_from_a_source_is_its_row_with_a_list_of_objects()
    {
        await using RunningServer server = await RunningServer.StartAsync(new SmallSky());
        string answer = await server.AskAsync(
            "external_xmatch",
            """{"ids":[7,"unknown",2873447302730839936],"catalog":"gaia","radius":3,"closest":false}""");
        string lonely = GaiaFields.Replace("2873447302730839936", "7", StringComparison.Ordinal);
        Assert.Equal(
            Compact($$"""
                {"7":{{{lonely}},"xmatches":[]},
                "2873447302730839936":{{{GaiaFields}},"xmatches":[{{Star}},{{QuietStar}}]}
                }
                """),
            answer);
    }

    [Fact]
    public async Task Filters_and_radii_reach_the_source()
    {
        var sky = new SmallSky();
        await using RunningServer server = await RunningServer.StartAsync(sky);
        await server.AskAsync("cone_search", """
            {"positions":[{"name":"a","ra":360,"dec":90,"radius":600},{"name":"b","ra":0.5,"dec":-0.25,"radius":null}],
            "radius":2.5,"objtype":1,"min_period":0.1,"max_period":0.5,"min_significance":15,"min_exposures":100,
            "min_amplitude":0.7,"max_amplitude":1.5,"min_mag":12,"max_mag":20}
            """);
        Assert.Equal(
            [new ConeTarget("a", new SkyPosition(0, 90), 600), new ConeTarget("b", new SkyPosition(0.5, -0.25), 2.5)],
            sky.LastSearch!.Targets);
        Assert.Equal(
            new ConeFilter
            {
                ObjectType = ObjectType.Star,
                MinPeriod = 0.1,
                MaxPeriod = 0.5,
                MinSignificance = 15,
                MinExposures = 100,
                MinAmplitude = 0.7,
                MaxAmplitude = 1.5,
                MinMag = 12,
                MaxMag = 20,
            },
            sky.LastSearch.Filter);
    }

    [Theory]
    [InlineData("object/145120008365555264", null)]
    [InlineData("processing_logs", null)]
    [InlineData("cone_search", """{"positions":[{"name":"a","ra":0.8365,"dec":30.937,"radius":9}]}""")]
    [InlineData("objects", """{"psids":["145120008365555264"]}""")]
    [InlineData("photometry", """{"psids":["145120008365555264"]}""")]
    [InlineData("xmatch", """{"psids":["145120008365555264"],"catalog":"gaia","radius":3}""")]
    [InlineData("external_xmatch", """{"ids":["2873447302730839936"],"catalog":"gaia","radius":3}""")]
    public async Task An_answer_with_synthetic_rows_says_so_in_its_head(string path, string? body)
    {
        await using RunningServer server = await RunningServer.StartAsync(new DemoSky());
        using HttpResponseMessage response = body is null
            ? await server.Client.GetAsync(path, TestContext.Current.CancellationToken)
            : await server.Client.PostAsync(path, new StringContent(body), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["true"], response.Headers.GetValues("Zvar-Synthetic"));
    }

    [Theory]
    [InlineData("object/1")]
    [InlineData("nonsense")]
    public async Task An_answer_without_rows_claims_nothing(string path)
    {
        await using RunningServer server = await RunningServer.StartAsync(new DemoSky());
        using HttpResponseMessage response =
            await server.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.False(response.Headers.Contains("Zvar-Synthetic"));
    }

    private static string Compact(string json) => json.ReplaceLineEndings("");
}
