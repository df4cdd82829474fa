using System.Text;

namespace Zvar.Http;

// Reads a response of its own, so that the code that reads is compiled while the first request is still under way: on a
// fast line the compiler would else take as long as half a hundred megabytes.
internal static class ParserWarmUp
{
    // More points than the longest look ahead, so that some are read the fast way.
    private const int Points = 40;

    private const string Point =
        """{"time":2458263.5,"mag":17.4,"magerr":0.0364,"limmag":null,"flux":345.2,"fluxerr":95.4,"snr":29.8,"""
        + """ "band":"g","field":648,"ccd":2,"quad":2}""";

    private static readonly Lazy<Task> Once = new(() => Task.Run(ReadAsync));

    internal static void Start() => _ = Once.Value;

    private static async Task ReadAsync()
    {
        byte[] json = Encoding.UTF8.GetBytes($$"""{"1":[{{string.Join(',', Enumerable.Repeat(Point, Points))}}]}""");
        var cuts = new QualityCuts { DetectionsOnly = true, MinSnr = 1, MinPoints = 1 };
        var lightCurves = new LightCurveStream(new PhotometryRequest([1], Band.All, QualityCuts: cuts));
        await lightCurves.ReadResponseAsync(new ResponseBody(new MemoryStream(json)), CancellationToken.None)
            .ConfigureAwait(false);
    }
}
