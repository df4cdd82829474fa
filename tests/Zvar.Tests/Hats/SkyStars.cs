using System.Collections.Concurrent;
using Zvar.Demo;
using Zvar.Tables;

namespace Zvar.Tests.Hats;

/// <summary>Stars of the demo sky as a HATS catalogue takes them.</summary>
internal static class SkyStars
{
    internal const string Catalog = "gaia";
    internal const double MatchRadius = 10;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // Many tests are of the same stars.
    private static readonly ConcurrentDictionary<(SkyPosition, double), Lazy<Task<StarRecord[]>>> Found = new();

    /// <summary>The stars of a cone with both of their light curves and their Gaia sources.</summary>
    internal static Task<StarRecord[]> FindAsync(SkyPosition centre, double radius) =>
        Found.GetOrAdd((centre, radius), _ => new(() => AskAsync(centre, radius))).Value;

    /// <summary>Makes a catalogue of stars.</summary>
    internal static HatsSummary Write(string path, IEnumerable<StarRecord> stars, HatsOptions? options = null)
    {
        using var writer = new HatsCatalogWriter(path, options);
        foreach (StarRecord star in stars)
        {
            writer.Add(star);
        }

        return writer.Complete(cancellationToken: Token);
    }

    private static async Task<StarRecord[]> AskAsync(SkyPosition centre, double radius)
    {
        await using var sky = new DemoSky();
        ZvarObject[] objects = await sky.FindConesAsync(
            new ConeSearch([new ConeTarget(null, centre, radius)], ConeFilter.None), Token)
            .Select(found => found.Object with { TargetName = null, Separation = double.NaN }).ToArrayAsync(Token);
        long[] psids = [.. objects.Select(star => star.Psid)];
        Dictionary<long, LightCurve> magnitudes = await CurvesAsync(sky, psids, PhotometryFormat.Mag);
        Dictionary<long, LightCurve> fluxes = await CurvesAsync(sky, psids, PhotometryFormat.Flux);
        ILookup<long, CatalogMatch> matches = (await sky.MatchAsync(
            new ObjectMatchRequest(psids, Catalog, MatchRadius, ClosestOnly: false), Token).ToArrayAsync(Token))
            .ToLookup(match => match.Psid);
        return
        [
            .. objects.Select(star => new StarRecord(star)
            {
                LightCurve = magnitudes[star.Psid],
                Fluxes = fluxes[star.Psid],
                Matches = [new StarMatches(Catalog, MatchRadius, ClosestOnly: false, [.. matches[star.Psid]])],
            }),
        ];
    }

    private static async Task<Dictionary<long, LightCurve>> CurvesAsync(
        DemoSky sky, long[] psids, PhotometryFormat format)
    {
        var curves = new Dictionary<long, LightCurve>();
        foreach (long[] some in psids.Chunk(500))
        {
            await foreach (LightCurve curve in sky.GetLightCurvesAsync(
                new PhotometryRequest(some, Band.All, format), Token))
            {
                curves.Add(curve.Psid, curve);
            }
        }

        return curves;
    }
}
