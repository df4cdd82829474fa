using Zvar.Demo;

namespace Zvar.Tests.Demo;

// The questions the tests of the demo sky ask it.
internal static class DemoQuestions
{
    internal const long NotebookStar = 145120008365555264;
    internal const long SecondStar = 126541217361397171;

    private static readonly DemoSky Sky = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    internal static async Task<List<ZvarObject>> FindConeAsync(
        double ra, double dec, double radius = 600, ConeFilter? filter = null) =>
        await Sky.FindConesAsync(
            new ConeSearch([new ConeTarget(null, new SkyPosition(ra, dec), radius)], filter ?? ConeFilter.None),
            Token).Select(result => result.Object).ToListAsync(Token);

    internal static async Task<LightCurve> GetLightCurveAsync(
        long psid, PhotometryFormat format = PhotometryFormat.Mag) => Assert.Single(
            await Sky.GetLightCurvesAsync(new PhotometryRequest([psid], Band.All, format), Token).ToListAsync(Token));

    internal static async Task<List<LightCurve>> GetLightCurvesAsync(IEnumerable<ZvarObject> stars)
    {
        List<LightCurve> lightCurves = [];
        foreach (ZvarObject star in stars)
        {
            lightCurves.Add((await GetLightCurveAsync(star.Psid)).Of(star, targetName: null));
        }

        return lightCurves;
    }

    internal static async Task<List<ZvarObject>> GetObjectsAsync(params long[] psids) =>
        await Sky.GetObjectsAsync(psids, Token).ToListAsync(Token);

    internal static async Task<List<CatalogMatch>> MatchAsync(
        IEnumerable<ZvarObject> stars, string catalog, double radius)
    {
        List<CatalogMatch> matches = [];
        foreach (ZvarObject[] batch in stars.Chunk(1000))
        {
            matches.AddRange(await Sky.MatchAsync(
                new ObjectMatchRequest([.. batch.Select(star => star.Psid)], catalog, radius),
                Token).ToListAsync(Token));
        }

        return matches;
    }

    internal static async Task<List<CatalogMatch>> MatchExternalAsync(
        string catalog, double radius, params string[] ids) =>
        await Sky.MatchExternalAsync(
            new ExternalMatchRequest(ids, catalog, radius, ClosestOnly: false), Token).ToListAsync(Token);

    internal static async Task<List<GaiaMatch>> MatchGaiaAsync(IEnumerable<ZvarObject> stars, double radius = 5) =>
        [.. (await MatchAsync(stars, "gaia", radius)).Cast<GaiaMatch>()];

    // Lafler and Kinman's (1965, ApJS 11, 216) sum over one band: about 2 for noise, small for a fold that is a curve.
    internal static double LaflerKinman(LightCurve lightCurve, double period, string band = "r")
    {
        double[] mags = [.. new Fold(lightCurve, period, lightCurve.FirstTime).EnumeratePoints()
            .Where(point => point.Band == band)
            .OrderBy(point => point.Phase)
            .Select(point => point.Mag)];
        double mean = mags.Average();
        double steps = mags.Select((mag, i) => Math.Pow(mag - mags[(i + 1) % mags.Length], 2)).Sum();
        return steps / mags.Sum(mag => Math.Pow(mag - mean, 2));
    }
}
