using Zvar.Archive;
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

/// <summary>The archive, filled by asking the demo sky through it.</summary>
public sealed class DemoArchive : IAsyncLifetime
{
    private const string Catalog = "gaia";
    private const double MatchRadius = 10;

    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;

    internal static SourcePopulation Population { get; } = new(
        new SkyPosition(50, 20), Radius: 150, Absent: 145120008365555265, [Catalog], IsSynthetic: true);

    public ArchiveSource Source { get; private set; } = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        string path = Path.Combine(_folder, "demo [1] sky.zvar");
        await using (var through = new ReadThroughSource(ZvarArchive.OpenWrite(path), new DemoSky()))
        {
            ConeTarget region = new(null, Population.Centre, Population.Radius);
            long[] psids =
            [
                .. await through.FindConesAsync(new ConeSearch([region], ConeFilter.None), Token)
                    .Select(found => found.Object.Psid).ToArrayAsync(Token),
                1,
                Population.Absent,
            ];
            await through.GetObjectsAsync(psids, Token).CountAsync(Token);
            await through.GetProcessingLogsAsync(Token).CountAsync(Token);
            foreach (PhotometryFormat format in Enum.GetValues<PhotometryFormat>())
            {
                foreach (long[] some in psids.Chunk(500))
                {
                    await through.GetLightCurvesAsync(new PhotometryRequest(some, Band.All, format), Token).CountAsync(Token);
                }
            }

            string[] ids = await through.MatchAsync(
                new ObjectMatchRequest(psids, Catalog, MatchRadius, ClosestOnly: false), Token)
                .Select(match => match.Id!).Distinct().ToArrayAsync(Token);
            await through.MatchExternalAsync(
                new ExternalMatchRequest([.. ids, "1", "7", "not an id"], Catalog, MatchRadius, ClosestOnly: false), Token)
                .CountAsync(Token);
        }

        Source = new ArchiveSource(ZvarArchive.OpenRead(path));
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
