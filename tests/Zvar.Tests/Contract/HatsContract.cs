using Zvar.Tables;
using Zvar.Tests.Hats;

namespace Zvar.Tests.Contract;

/// <summary>A HATS catalogue of a piece of the demo sky, and what it says of all it was not given.</summary>
public sealed class HatsContract(DemoHats hats)
    : ZvarSourceContract(hats.Source, DemoHats.Population), IClassFixture<DemoHats>
{
    [Fact]
    public async Task What_was_not_given_with_a_star_is_named_when_all_that_was_has_come()
    {
        long[] psids = await SomePsidsAsync(2);
        ConeTarget elsewhere = new("elsewhere", new SkyPosition(230, -20), 10);

        Assert.Equal(2, await AssertUnknownAsync(
            Source.GetLightCurvesAsync(
                new PhotometryRequest([DemoHats.Bare, psids[0], Population.Absent, psids[1]], Band.All), Token),
            DemoHats.Bare));
        Assert.Equal(1, await AssertUnknownAsync(
            Source.MatchAsync(new ObjectMatchRequest([psids[0], DemoHats.Bare], Population.Catalogs[0], 2), Token),
            DemoHats.Bare));
        Assert.Equal(0, await AssertUnknownAsync(
            Source.MatchAsync(
                new ObjectMatchRequest([psids[0]], Population.Catalogs[0], SkyStars.MatchRadius + 1), Token),
            psids[0]));
        Assert.Equal(0, await AssertUnknownAsync(
            Source.MatchExternalAsync(new ExternalMatchRequest(["7"], "galex", 2), Token), "7"));
        Assert.NotEqual(0, await AssertUnknownAsync(
            Source.FindConesAsync(
                new ConeSearch([elsewhere, new("here", Population.Centre, Population.Radius)], ConeFilter.None), Token),
            elsewhere));
        Assert.Equal(0, await AssertUnknownAsync(Source.GetProcessingLogsAsync(Token), "processing logs"));
    }

    private static async Task<int> AssertUnknownAsync<T>(IAsyncEnumerable<T> answer, object key)
    {
        PartialAnswer<T> partial = await answer.ReadPartialAsync(Token);
        Assert.Equal(ZvarError.NotInArchive, partial.Failure!.Error);
        Assert.Equal([key], partial.Failure.Keys!);
        return partial.Results.Count;
    }
}

/// <summary>The catalogue, in partitions of few stars, and a star of which nothing else is known.</summary>
public sealed class DemoHats : IAsyncLifetime
{
    internal const long Bare = 126541217361397171;

    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;

    internal static SourcePopulation Population { get; } = new(
        new SkyPosition(50, 20), Radius: 150, Absent: 145120008365555265, [SkyStars.Catalog], IsSynthetic: true);

    public HatsSource Source { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        string path = Path.Combine(_folder, "demo [1] sky.hats");
        var bare = new HatsStar(new ZvarObject { Psid = Bare, Ra = 121.736, Dec = 15.45 });
        SkyStars.Write(
            path,
            [.. await SkyStars.FindAsync(Population.Centre, Population.Radius), bare],
            new HatsOptions { MaxRows = 20 });
        Source = HatsSource.Open(path);
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
