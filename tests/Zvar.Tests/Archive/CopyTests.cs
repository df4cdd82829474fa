using Zvar.Archive;

namespace Zvar.Tests.Archive;

/// <summary>Two archives in one.</summary>
public sealed class CopyTests : IDisposable
{
    private static readonly ConeTarget Here = new(null, new SkyPosition(50, 20), 60);
    private static readonly ConeTarget There = new(null, new SkyPosition(60, 20), 60);

    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;

    private string First => Path.Combine(_folder, "first.zvar");

    private string Second => Path.Combine(_folder, "second.zvar");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Both_answer_from_one()
    {
        int here = (await SavedStars.SaveConeAsync(First, Here)).Length;
        int there = (await SavedStars.SaveConeAsync(Second, There)).Length;

        Assert.Empty(Copy(out ArchiveChanges changes));

        Assert.Equal((there, 0, 1), (changes.NewObjects, changes.UpdatedObjects, changes.Cones));
        Assert.Equal(here, await SavedStars.CountConeAsync(First, Here));
        Assert.Equal(there, await SavedStars.CountConeAsync(First, There));
        Copy(out changes);
        Assert.Equal((0, 0, 0), (changes.NewObjects, changes.UpdatedObjects, changes.Cones));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_a_star_in_both_the_newer_answer_stays(bool isFirstNewer)
    {
        (string older, string newer) = isFirstNewer ? (Second, First) : (First, Second);
        Put(older, new ZvarObject { Psid = 1, Ra = 10, Dec = 10, Synthetic = true });
        await WaitForNextMillisecondAsync();
        Put(newer, new ZvarObject { Psid = 1, Ra = 10, Dec = 20, Synthetic = true });

        Copy(out _);

        ZvarObject star = Assert.Single(
            (await SavedStars.AskAsync(First, source => source.GetObjectsAsync([1], SavedStars.Token)))!);
        Assert.Equal(20, star.Dec);
    }

    // Whichever is newer, no band is lost.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Bands_that_each_has_alone_are_joined(bool isFirstNewer)
    {
        ZvarObject[] stars = await SavedStars.SaveConeAsync(First, Here);
        long[] psids = [.. stars.Select(star => star.Psid)];
        string[] paths = isFirstNewer ? [Second, First] : [First, Second];
        await SavedStars.SaveLightCurvesAsync(paths[0], new PhotometryRequest(psids, ["g"]));
        await WaitForNextMillisecondAsync();
        await SavedStars.SaveLightCurvesAsync(paths[1], new PhotometryRequest(psids, ["r", "i"]));

        Copy(out ArchiveChanges changes);

        PhotometryRequest request = new(psids, Band.All);
        LightCurve[] joined =
            (await SavedStars.AskAsync(First, source => source.GetLightCurvesAsync(request, SavedStars.Token)))!;
        LightCurve[] whole = await SavedStars.LightCurvesOfSkyAsync(request);
        Assert.Equal(whole.Select(curve => curve.Mag), joined.Select(curve => curve.Mag));
        Assert.Equal(whole.Select(curve => curve.Band), joined.Select(curve => curve.Band));
        Assert.NotEqual(0, changes.GrownLightCurves);
    }

    [Fact]
    public async Task What_is_damaged_is_named_and_all_else_copied()
    {
        ZvarObject[] stars = await SavedStars.SaveConeAsync(Second, Here);
        DamageTests.Execute(Second, $"UPDATE object SET blob = zeroblob(length(blob)) WHERE psid = {stars[0].Psid}");

        ArchiveDamage damage = Assert.Single(Copy(out ArchiveChanges changes));

        Assert.Equal(("object", $"{stars[0].Psid}"), (damage.Table, damage.Key));
        Assert.Equal((stars.Length - 1, 0), (changes.NewObjects, changes.Cones));
        Assert.Null(await SavedStars.CountConeAsync(First, Here));
    }

    [Fact]
    public async Task Of_two_files_the_one_that_is_damaged_is_named()
    {
        await SavedStars.SaveConeAsync(First, Here);
        await SavedStars.SaveConeAsync(Second, There);
        byte[] bytes = await File.ReadAllBytesAsync(Second, SavedStars.Token);

        // All but the first page, which tells what tables there are.
        bytes.AsSpan(8192).Clear();
        await File.WriteAllBytesAsync(Second, bytes, SavedStars.Token);

        ArchiveException refused = Assert.Throws<ArchiveException>(() => Copy(out _));
        Assert.Equal(ArchiveError.ArchiveDamaged, refused.Error);
        Assert.Contains(Second, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Synthetic_and_real_stay_apart()
    {
        await SavedStars.SaveConeAsync(First, Here);
        Put(Second, new ZvarObject { Psid = 1, Ra = 10, Dec = 10 });

        Assert.Equal(
            ArchiveError.SyntheticAndReal, Assert.Throws<ArchiveException>(() => Copy(out _)).Error);
    }

    // An answer's age is told in milliseconds.
    private static async Task WaitForNextMillisecondAsync()
    {
        long now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        while (TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() == now)
        {
            await Task.Yield();
        }
    }

    private static void Put(string path, ZvarObject star)
    {
        using ZvarArchive archive = ZvarArchive.OpenWrite(path);
        archive.Keep(new ArchiveAddition { Objects = { star } }, "a test");
    }

    private IReadOnlyList<ArchiveDamage> Copy(out ArchiveChanges changes)
    {
        using ZvarArchive first = ZvarArchive.OpenWrite(First);
        using ZvarArchive second = ZvarArchive.OpenRead(Second);
        IReadOnlyList<ArchiveDamage> damage = first.CopyFrom(second, SavedStars.Token);
        changes = first.GetChanges();
        return damage;
    }
}
