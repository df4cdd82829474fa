using Zvar.Demo;

namespace Zvar.Tests.Contract;

/// <summary>An archive of a piece of the demo sky, and what it says of all it was not given.</summary>
public sealed class ArchiveContract(DemoArchive archive)
    : ZvarSourceContract(archive.Source, DemoArchive.Population), IClassFixture<DemoArchive>
{
    private const long NeverKept = 126541217361397171;

    [Fact]
    public async Task What_was_not_kept_is_named_when_all_that_was_has_come()
    {
        long[] psids = await SomePsidsAsync(2);
        ConeTarget elsewhere = new("elsewhere", new SkyPosition(1, 1), 10);

        Assert.Equal(2, await AssertUnknownAsync(
            Source.GetObjectsAsync([psids[0], NeverKept, psids[1]], Token), NeverKept));
        Assert.Equal(2, await AssertUnknownAsync(
            Source.GetLightCurvesAsync(
                new PhotometryRequest([NeverKept, psids[0], Population.Absent, psids[1]], Band.All), Token),
            NeverKept));
        Assert.Equal(1, await AssertUnknownAsync(
            Source.MatchAsync(new ObjectMatchRequest([psids[0], NeverKept], Population.Catalogs[0], 2), Token),
            NeverKept));
        Assert.Equal(0, await AssertUnknownAsync(
            Source.MatchExternalAsync(new ExternalMatchRequest(["never"], Population.Catalogs[0], 2), Token), "never"));
        Assert.NotEqual(0, await AssertUnknownAsync(
            Source.FindConesAsync(
                new ConeSearch([elsewhere, new("here", Population.Centre, Population.Radius)], ConeFilter.None), Token),
            elsewhere));
    }

    private static async Task<int> AssertUnknownAsync<T>(IAsyncEnumerable<T> answer, object key)
    {
        PartialAnswer<T> partial = await answer.ReadPartialAsync(Token);
        Assert.Equal(ZvarError.NotInArchive, partial.Failure!.Error);
        Assert.Equal([key], partial.Failure.Keys!);
        Assert.True(partial.IsUnknown(key));
        return partial.Results.Count;
    }
}

/// <summary>The archive, filled from the demo sky.</summary>
public sealed class DemoArchive : IAsyncLifetime
{
    private const string Catalog = "gaia";
    private const double MatchRadius = 10;

    internal static SourcePopulation Population { get; } = new(
        new SkyPosition(50, 20), Radius: 150, Absent: 145120008365555265, [Catalog], IsSynthetic: true);

    public ArchiveSource Source { get; } = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using var sky = new DemoSky();
        ConeTarget region = new(null, Population.Centre, Population.Radius);
        Source.Regions.Add(region);
        long[] psids = await sky.FindConesAsync(new ConeSearch([region], ConeFilter.None), Token)
            .Select(found => found.Object.Psid).ToArrayAsync(Token);
        await foreach (ZvarObject star in sky.GetObjectsAsync(psids, Token))
        {
            Source.Objects.Add(star.Psid, star);
        }

        await KeepPhotometryAsync(sky, psids);
        await KeepMatchesAsync(sky, psids);
        foreach (long absent in (long[])[1, Population.Absent])
        {
            Source.Objects.Add(absent, null);
            Source.LightCurves.Add((absent, PhotometryFormat.Mag), null);
            Source.LightCurves.Add((absent, PhotometryFormat.Flux), null);
            Source.Matches.Add((absent, Catalog), []);
        }
    }

    public ValueTask DisposeAsync() => Source.DisposeAsync();

    private async Task KeepPhotometryAsync(DemoSky sky, long[] psids)
    {
        foreach (PhotometryFormat format in Enum.GetValues<PhotometryFormat>())
        {
            await foreach (LightCurve lightCurve in sky.GetLightCurvesAsync(
                new PhotometryRequest(psids, Band.All, format), Token))
            {
                Source.LightCurves.Add((lightCurve.Psid, format), lightCurve);
            }
        }
    }

    private async Task KeepMatchesAsync(DemoSky sky, long[] psids)
    {
        ILookup<long, CatalogMatch> near = (await sky.MatchAsync(
            new ObjectMatchRequest(psids, Catalog, MatchRadius, ClosestOnly: false), Token).ToListAsync(Token))
            .ToLookup(match => match.Psid);
        foreach (long psid in psids)
        {
            Source.Matches.Add((psid, Catalog), [.. near[psid]]);
        }

        string[] ids = [.. near.SelectMany(matches => matches).Select(match => match.Id!).Distinct()];
        ILookup<string, CatalogMatch> back = (await sky.MatchExternalAsync(
            new ExternalMatchRequest(ids, Catalog, MatchRadius, ClosestOnly: false), Token).ToListAsync(Token))
            .ToLookup(match => match.Id!);
        foreach (string id in (string[])[.. ids, "1", "7", "not an id"])
        {
            Source.ExternalMatches.Add((id, Catalog), [.. back[id]]);
        }
    }
}
