using System.Globalization;
using System.Text;
using CsCheck;
using Zvar.Http;
using Zvar.Tests.Http;

namespace Zvar.Tests.Hostile;

/// <summary>Responses of a service that was broken by chance: each is what was asked for, or a clear error.</summary>
public class MutatedResponseTests
{
    private const long Psid = 145120008365555264;
    private const string Star =
        """{"psid":"145120008365555264","ra":0.836528,"dec":30.937197,"objtype":1,"matchfiles":[{"field":648,"""
        + """ "ccd":2,"quad":4,"band":"g","nb_exposures":312,"idx":7,"amplitude":0.4,"min_mag":17.2,"max_mag":17.6}],"""
        + """ "periods":[{"period":0.13633148108445166,"significance":48.87137985229492,"string_length":3,"bin":9}]}""";
    private const string Source =
        """{"id":"2873447302730839936","ra":0.8365,"dec":30.9,"phot_g_mean_mag":16.7,"x":[1]}""";
    private const string Points =
        """[{"time":2458263.981924,"mag":17.41657,"magerr":0.0364,"limmag":null,"snr":29.8,"band":"g","field":648}]""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public Task Of_objects() => FuzzAsync(
        async source => Check(await source.GetObjectsAsync([Psid], Stop).ToListAsync(Stop)), 200, $"[{Star}]", "[]");

    [Fact]
    public Task Of_a_cone() => FuzzAsync(
        async source => Check([.. (await source
            .FindConesAsync(new ConeSearch([new ConeTarget(null, new SkyPosition(0, 30), 600)], ConeFilter.None), Stop)
            .ToListAsync(Stop)).Select(result => result.Object)]),
        200,
        $$"""{"0":[{{Star}},{{Star}}]}""",
        """{"0":null}""");

    [Fact]
    public Task Of_light_curves() => FuzzAsync(
        async source => Assert.All(
            await source.GetLightCurvesAsync(new PhotometryRequest([Psid], Band.All), Stop).ToListAsync(Stop),
            curve => Assert.Equal(Psid, curve.Psid)),
        200,
        $$"""{"145120008365555264":{{Points}}}""");

    [Fact]
    public Task Of_an_object_with_its_photometry() => FuzzAsync(
        async source => Assert.Equal(Psid, (await source.GetObjectWithPhotometryAsync(Psid, Stop))?.Psid ?? Psid),
        200,
        $"{Star[..^1]},\"photometry\":{Points}}}");

    [Fact]
    public Task Of_sources_near_objects() => FuzzAsync(
        async source => Assert.All(
            await source.MatchAsync(new ObjectMatchRequest([Psid], "gaia", 5), Stop).ToListAsync(Stop),
            match => Assert.Equal(Psid, match.Psid)),
        200,
        $$"""{"145120008365555264":[{{Source}},{{Source}}]}""",
        $$"""{"145120008365555264":{{Source}}}""");

    [Fact]
    public Task Of_objects_near_sources() => FuzzAsync(
        async source => Assert.All(
            await source.MatchExternalAsync(new ExternalMatchRequest(["G1"], "galex", 5), Stop).ToListAsync(Stop),
            match => Assert.Equal("galex", match.Catalog)),
        200,
        $"{{\"G1\":{Source[..^1]},\"xmatches\":[{Star}]}}}}");

    [Fact]
    public Task Of_processing_logs() => FuzzAsync(
        async source => await source.GetProcessingLogsAsync(Stop).ToListAsync(Stop),
        200,
        """[{"field":648,"ccd":2,"quad":4,"band":"i","date":"2024-01-02","nb":3,"seeing":null,"x":[1,2]}]""");

    [Theory]
    [InlineData(400)]
    [InlineData(422)]
    [InlineData(500)]
    public Task Of_errors(int status) => FuzzAsync(
        async source => await source.GetObjectsAsync([Psid], Stop).ToListAsync(Stop),
        status,
        """{"detail":[{"loc":["body","psids",0],"msg":"Input should be a valid integer","type":"int_parsing"}]}""",
        """{"detail":"Not Found"}""",
        "<html><head><title>502 Bad &amp; Gateway</title></head><body><h1>Bad</h1></body></html>");

    // Heads are broken too; what has no length ends with the connection.
    [Fact]
    public async Task Of_any_bytes()
    {
        byte[] response = [];
        await using var server = new LoopbackServer(async call =>
        {
            await call.SendAsync(response);
            call.Close();
        });
        await using var source = new HttpSource(server.Options() with { MaximumRetryCount = 0 });
        await Mutations.Of(
            $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Star.Length + 2}\r\n\r\n[{Star}]",
            "HTTP/1.1 503 Busy\r\nRetry-After: 1\r\nContent-Length: 2\r\n\r\n{}",
            "HTTP/1.1 302 Found\r\nLocation: /api/objects\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n[]\r\n0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n[]").SampleAsync(
                async bytes =>
                {
                    response = bytes;
                    await AskAsync(async () => Check(await source.GetObjectsAsync([Psid], Stop).ToListAsync(Stop)));
                },
                iter: Mutations.Cases,
                threads: 1);
        Assert.Empty(server.Mishaps);
    }

    private static async Task FuzzAsync(Func<HttpSource, Task> ask, int status, params string[] documents)
    {
        byte[] body = [];
        await using var server = new LoopbackServer(async call =>
        {
            // At once: a second small packet would wait for the first to be acknowledged.
            byte[] head = Encoding.ASCII.GetBytes(string.Create(
                CultureInfo.InvariantCulture, $"HTTP/1.1 {status} X\r\nContent-Length: {body.Length}\r\n\r\n"));
            await call.SendAsync((byte[])[.. head, .. body]);
        });
        await using var source = new HttpSource(server.Options() with { MaximumRetryCount = 0 });
        await Mutations.Of(documents).SampleAsync(
            async bytes =>
            {
                body = bytes;
                await AskAsync(() => ask(source));
            },
            iter: Mutations.Cases,
            threads: 1);
        Assert.Empty(server.Mishaps);
    }

    private static async Task AskAsync(Func<Task> ask)
    {
        try
        {
            await ask();
        }
        catch (ZvarException failure)
        {
            Assert.InRange(failure.Message.Length, 1, 1000);
            Assert.DoesNotContain(failure.Message, char.IsControl);
            Assert.DoesNotContain(
                (failure.Details ?? "").ReplaceLineEndings(""), letter => char.IsControl(letter) || letter == '\u202e');
        }
    }

    private static void Check(IReadOnlyList<ZvarObject> objects) => Assert.All(objects, found =>
    {
        Assert.InRange(found.Ra, 0, 360);
        Assert.InRange(found.Dec, -90, 90);
    });
}
