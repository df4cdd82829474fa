using Zvar.Archive;
using Zvar.Demo;

namespace Zvar.Tests.Archive;

/// <summary>Several who write one archive at a time, each with what it has opened itself.</summary>
public sealed class TogetherTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(true, false)]
    public async Task All_that_several_save_into_a_new_file_is_there(params bool[] logs)
    {
        for (int round = 0; round < 5; round++)
        {
            string path = Path.Combine(_folder, $"{round}.zvar");
            ConeTarget[] regions =
                [.. Enumerable.Range(0, 12).Select(i => new ConeTarget(null, new SkyPosition(i, 20), 20))];

            await Task.WhenAll(regions.Chunk(6).Zip(
                logs, (mine, log) => Task.Run(() => SaveAsync(path, log, mine), Token)));

            await using var archive = new ArchiveSource(ZvarArchive.OpenRead(path));
            Assert.Equal(await FindAsync(new DemoSky(), regions), await FindAsync(archive, regions));
            Assert.Equal([path], Directory.GetFiles(_folder));
            File.Delete(path);
        }
    }

    private static async Task SaveAsync(string path, bool log, ConeTarget[] regions)
    {
        await using var through = new ReadThroughSource(ZvarArchive.OpenWrite(path, log), new DemoSky());
        foreach (ConeTarget region in regions)
        {
            await FindAsync(through, [region]);
        }
    }

    private static async Task<string[]> FindAsync(IZvarSource source, ConeTarget[] regions)
    {
        long[] psids = await source.FindConesAsync(new ConeSearch(regions, ConeFilter.None), Token)
            .Select(found => found.Object.Psid).ToArrayAsync(Token);
        return await source.GetLightCurvesAsync(new PhotometryRequest(psids, Band.All), Token)
            .Select(curve => $"{curve.Psid} {string.Join(' ', curve.Mag)}").ToArrayAsync(Token);
    }
}
