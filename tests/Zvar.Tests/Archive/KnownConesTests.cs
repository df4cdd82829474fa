using Zvar.Archive;
using Zvar.Tests.Sources;

namespace Zvar.Tests.Archive;

/// <summary>Which cones an archive knows of, against all that were kept, looked at one by one.</summary>
public sealed class KnownConesTests : IDisposable
{
    private static readonly double[] Radii = [0, 0.5, 1, 2, 30, 64, 600, 3600, 40_000, 324_000, 648_000];

    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Kept around few places, so that many hold others, or nearly.
    [Theory]
    [InlineData(123.4, 20)]
    [InlineData(0, 0)]
    [InlineData(359.9999, -45)]
    [InlineData(77, 89.99)]
    [InlineData(200, 90)]
    [InlineData(12, -90)]
    public async Task A_cone_is_known_where_one_that_was_kept_holds_it(double ra, double dec)
    {
        var random = new Random(1);
        var centre = new SkyPosition(ra, dec);
        string path = Path.Combine(_folder, "cones.zvar");
        List<ConeTarget> kept = [];
        await using (var through = new ReadThroughSource(ZvarArchive.OpenWrite(path), new MemoryArchive()))
        {
            for (int i = 0; i < 100; i++)
            {
                kept.Add(Near(centre, random, Radii[..^2]));
                through.KeepCone(kept[^1], ConeFilter.None, DateTimeOffset.UnixEpoch);
            }
        }

        await using var archive = new ArchiveSource(ZvarArchive.OpenRead(path));
        int known = 0;
        for (int i = 0; i < 500; i++)
        {
            ConeTarget target = Near(centre, random, Radii);
            bool isHeld = kept.Exists(
                cone => cone.Position.SeparationTo(target.Position) + target.Radius <= cone.Radius);
            Assert.Equal(isHeld, await IsKnownAsync(archive, target));
            known += isHeld ? 1 : 0;
        }

        Assert.InRange(known, 50, 450);
    }

    private static ConeTarget Near(SkyPosition centre, Random random, double[] radii)
    {
        double radius = radii[random.Next(radii.Length)];
        double distance = random.NextDouble() * Math.Min(648_000, 2 * radii[random.Next(radii.Length)]);
        return new ConeTarget(null, centre.Offset(360 * random.NextDouble(), distance), radius);
    }

    private static async Task<bool> IsKnownAsync(ArchiveSource archive, ConeTarget target) =>
        (await archive.FindConesAsync(new ConeSearch([target], ConeFilter.None), TestContext.Current.CancellationToken)
            .ReadPartialAsync(TestContext.Current.CancellationToken)).Failure is null;
}
