using Zvar.Archive;

namespace Zvar.Tests.Archive;

/// <summary>What an archive still answers when something was taken from it.</summary>
public sealed class RemovalTests : IDisposable
{
    private static readonly ConeTarget Here = new(null, new SkyPosition(50, 20), 90);
    private static readonly ConeTarget There = new(null, new SkyPosition(60, 20), 90);

    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;

    private string Path => System.IO.Path.Combine(_folder, "saved.zvar");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_star_goes_with_all_that_belongs_to_it_and_with_the_questions_it_answered()
    {
        ZvarObject[] here = await SavedStars.SaveConeAsync(Path, Here);
        ZvarObject[] there = await SavedStars.SaveConeAsync(Path, There);
        await SavedStars.SaveLightCurvesAsync(Path, new PhotometryRequest([here[0].Psid, there[0].Psid], Band.All));

        Remove(archive => archive.RemoveObjects([here[0].Psid]));

        Assert.Null(await SavedStars.CountConeAsync(Path, Here));
        Assert.Equal(there.Length, await SavedStars.CountConeAsync(Path, There));
        Assert.Equal(
            (here.Length + there.Length - 1, 1, 1), (Contents.Objects, Contents.LightCurves, Contents.Cones));
        Assert.Null(await GetAsync(here[0].Psid));
        Assert.NotNull(await GetAsync(here[1].Psid));
    }

    // A cone search whose limits the star does not meet has the same answer without it.
    [Fact]
    public async Task A_question_that_a_star_did_not_answer_stays()
    {
        ConeFilter filter = new() { MinAmplitude = 0.3 };
        ZvarObject[] filtered = await SavedStars.SaveConeAsync(Path, Here, filter);
        ZvarObject[] all = await SavedStars.SaveConeAsync(Path, Here);
        ZvarObject other = all.First(star => !filter.Matches(star));
        Assert.NotEmpty(filtered);

        Remove(archive => archive.RemoveObjects([other.Psid]));

        Assert.Null(await SavedStars.CountConeAsync(Path, Here));
        Assert.Equal(filtered.Length, await SavedStars.CountConeAsync(Path, Here, filter));
    }

    [Theory]
    [InlineData(50, 20, 30)]
    [InlineData(50.03, 20, 60)]
    public async Task A_region_goes_with_every_cone_that_reaches_into_it(double ra, double dec, double radius)
    {
        ZvarObject[] here = await SavedStars.SaveConeAsync(Path, Here);
        await SavedStars.SaveConeAsync(Path, There);
        ConeTarget region = new(null, new SkyPosition(ra, dec), radius);
        long[] inside =
        [
            .. here.Where(star => star.GetPosition().SeparationTo(region.Position) <= radius).Select(star => star.Psid),
        ];
        Assert.InRange(inside.Length, 1, here.Length - 1);

        Remove(archive => archive.RemoveRegions([region]));

        Assert.Null(await SavedStars.CountConeAsync(Path, Here));
        Assert.NotNull(await SavedStars.CountConeAsync(Path, There));
        foreach (ZvarObject star in here)
        {
            Assert.Equal(inside.Contains(star.Psid), await GetAsync(star.Psid) is null);
        }
    }

    [Fact]
    public async Task What_is_old_goes_and_the_file_shrinks()
    {
        ZvarObject[] here = await SavedStars.SaveConeAsync(Path, Here);
        await SavedStars.SaveLightCurvesAsync(Path, new PhotometryRequest([.. here.Select(star => star.Psid)], Band.All));
        DateTimeOffset between = Contents.LastAsked!.Value.AddMilliseconds(1);
        long size = new FileInfo(Path).Length;
        Remove(archive => archive.RemoveOlder(Contents.FirstAsked!.Value));
        Assert.Equal(here.Length, await SavedStars.CountConeAsync(Path, Here));

        Remove(archive => archive.RemoveOlder(between));

        Assert.Equal((0, 0, 0), (Contents.Objects, Contents.LightCurves, Contents.Cones));
        Assert.Empty(Contents.Sources);
        Assert.InRange(new FileInfo(Path).Length, 1, size / 5);
    }

    // Where it was is known to some arcseconds only.
    [Fact]
    public async Task A_damaged_star_goes_too()
    {
        ZvarObject[] here = await SavedStars.SaveConeAsync(Path, Here);
        DamageTests.Execute(Path, $"UPDATE object SET blob = zeroblob(length(blob)) WHERE psid = {here[0].Psid}");

        Remove(archive => archive.RemoveObjects([here[0].Psid]));

        Assert.Null(await SavedStars.CountConeAsync(Path, Here));
        using var archive = ZvarArchive.OpenRead(Path);
        Assert.Empty(archive.FindDamage(SavedStars.Token));
    }

    private ArchiveContents Contents
    {
        get
        {
            using var archive = ZvarArchive.OpenRead(Path);
            return archive.GetContents();
        }
    }

    private Task<ZvarObject[]?> GetAsync(long psid) =>
        SavedStars.AskAsync(Path, source => source.GetObjectsAsync([psid], SavedStars.Token));

    private void Remove(Action<ZvarArchive> remove)
    {
        using ZvarArchive archive = ZvarArchive.OpenExisting(Path);
        remove(archive);
    }
}
