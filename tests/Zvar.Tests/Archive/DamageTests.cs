using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Data.Sqlite;
using Zvar.Archive;
using Zvar.Demo;

namespace Zvar.Tests.Archive;

/// <summary>Archives whose bytes have been changed, cut off, or written by others.</summary>
public sealed class DamageTests : IDisposable
{
    private static readonly ConeTarget Here = new(null, new SkyPosition(50, 20), 100);

    private const string Name = "RR Lyr";

    private static readonly JsonSerializerOptions Numbers =
        new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;
    private long[] _stars = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Whatever bit is wrong, an answer is as it was saved, or is told not to be there; and the check finds it, unless it
    // lies where nothing is.
    [Fact]
    public async Task A_wrong_bit_changes_no_answer_and_is_found()
    {
        string path = await SaveAsync();
        byte[] whole = await File.ReadAllBytesAsync(path, Token);
        HashSet<(string, long, string)> saved = [.. await AnswersAsync(path)];
        var random = new Random(1);
        int found = 0;
        for (int i = 0; i < 100; i++)
        {
            byte[] bytes = [.. whole];
            bytes[random.Next(100, bytes.Length)] ^= (byte)(1 << random.Next(8));
            string damaged = Path.Combine(_folder, $"{i}.zvar");
            await File.WriteAllBytesAsync(damaged, bytes, Token);
            found += await IsFoundAsync(damaged, saved) ? 1 : 0;
            File.Delete(damaged);
        }

        Assert.InRange(found, 80, 100);
    }

    [Theory]
    [InlineData("object", "psid")]
    [InlineData("light_curve", "key / 2")]
    [InlineData("match", "psid")]
    public async Task What_is_damaged_is_named_and_the_rest_still_answers(string table, string key)
    {
        string path = await SaveAsync();
        (string Kind, long Psid, string Text)[] saved = await AnswersAsync(path);
        long damaged = saved.Where(one => one.Kind == table).ElementAt(2).Psid;
        Execute(path, $"UPDATE {table} SET blob = CAST(blob || x'00' AS BLOB) WHERE {key} = {damaged}");

        using (var archive = ZvarArchive.OpenRead(path))
        {
            ArchiveDamage found = Assert.Single(archive.FindDamage(Token));
            Assert.Equal((table, $"{damaged}"), (found.Table, found.Key));
        }

        Assert.Equal(saved.Where(one => (one.Kind, one.Psid) != (table, damaged)), await AnswersAsync(path, damaged));
    }

    [Theory]
    [InlineData(0.99)]
    [InlineData(0.5)]
    [InlineData(0.01)]
    public async Task A_file_that_was_cut_off_is_told_to_be_damaged(double share)
    {
        string path = await SaveAsync();
        await using (FileStream file = File.OpenWrite(path))
        {
            file.SetLength((long)(file.Length * share));
        }

        Assert.False(Check(path));
    }

    [Fact]
    public async Task What_is_damaged_is_asked_for_anew()
    {
        string path = await SaveAsync();
        Dictionary<long, LightCurve> saved = await LightCurvesAsync(path);
        Execute(path, "UPDATE light_curve SET blob = zeroblob(length(blob))");
        Assert.False(Check(path));

        await using (var through = new ReadThroughSource(ZvarArchive.OpenWrite(path), new DemoSky()))
        {
            await through.GetLightCurvesAsync(new PhotometryRequest([.. saved.Keys], Band.All), Token).CountAsync(Token);
        }

        Assert.True(Check(path));
        Assert.Equal(saved.Count, (await LightCurvesAsync(path)).Count);
    }

    [Fact]
    public async Task A_newer_version_and_another_program_s_database_are_refused()
    {
        string path = await SaveAsync();
        Execute(path, "PRAGMA user_version = 99");
        Assert.Equal(ArchiveError.NewerArchive, Assert.Throws<ArchiveException>(() => ZvarArchive.OpenRead(path)).Error);
        Execute(path, "PRAGMA user_version = 1; PRAGMA application_id = 7");
        Assert.Equal(ArchiveError.NotAnArchive, Assert.Throws<ArchiveException>(() => ZvarArchive.OpenWrite(path)).Error);
    }

    [Fact]
    public async Task Synthetic_stars_and_real_ones_do_not_go_into_one_archive()
    {
        string path = await SaveAsync();
        var real = new Sources.MemoryArchive();
        real.Objects[126541217361397171] = new ZvarObject { Psid = 126541217361397171, Ra = 1, Dec = 2 };
        await using var through = new ReadThroughSource(ZvarArchive.OpenWrite(path), real);

        ArchiveException refused = await Assert.ThrowsAsync<ArchiveException>(
            async () => await through.GetObjectsAsync([126541217361397171], Token).CountAsync(Token));

        Assert.Equal(ArchiveError.SyntheticAndReal, refused.Error);
        Assert.Contains(path, refused.Message, StringComparison.Ordinal);
    }

    private async Task<bool> IsFoundAsync(string path, HashSet<(string, long, string)> saved)
    {
        try
        {
            Assert.Subset(saved, (await AnswersAsync(path)).ToHashSet());
        }
        catch (Exception error) when (error is ArchiveException or ZvarException)
        {
            // It is told.
        }

        return !Check(path);
    }

    private static bool Check(string path)
    {
        try
        {
            using var archive = ZvarArchive.OpenRead(path);
            return archive.FindDamage(Token).Count == 0;
        }
        catch (ArchiveException)
        {
            return false;
        }
    }

    // What comes, also where some does not.
    private static async Task<Dictionary<long, LightCurve>> LightCurvesAsync(string path)
    {
        await using var archive = new ArchiveSource(ZvarArchive.OpenRead(path));
        PartialAnswer<ConeResult> stars =
            await archive.FindConesAsync(new ConeSearch([Here], ConeFilter.None), Token).ReadPartialAsync(Token);
        PartialAnswer<LightCurve> curves = await archive.GetLightCurvesAsync(
            new PhotometryRequest([.. stars.Results.Select(star => star.Object.Psid)], Band.All), Token).ReadPartialAsync(Token);
        return curves.Results.ToDictionary(curve => curve.Psid);
    }

    // Objects, light curves and matches, each as text, also where some do not come; those of a key that is damaged are
    // told by it.
    private async Task<(string Kind, long Psid, string Text)[]> AnswersAsync(string path, long? damaged = null)
    {
        using var opened = ZvarArchive.OpenRead(path);
        await using var archive = new ArchiveSource(ZvarArchive.OpenRead(path));
        PartialAnswer<ZvarObject> stars = await archive.GetObjectsAsync(_stars, Token).ReadPartialAsync(Token);
        PartialAnswer<LightCurve> curves = await archive.GetLightCurvesAsync(
            new PhotometryRequest(_stars, Band.All), Token).ReadPartialAsync(Token);
        PartialAnswer<CatalogMatch> matches = await archive.MatchAsync(
            new ObjectMatchRequest(_stars, "gaia", 2), Token).ReadPartialAsync(Token);
        if (damaged is { } key)
        {
            ZvarException told = Assert.Single(
                new[] { stars.Failure, curves.Failure, matches.Failure }.OfType<ZvarException>());
            Assert.Equal((ZvarError.ArchiveDamaged, key), (told.Error, Assert.Single(told.Keys!)));
        }

        return
        [
            .. stars.Results.Select(star => ("object", star.Psid, JsonSerializer.Serialize(star, Numbers))),
            .. curves.Results.Select(curve =>
                ("light_curve", curve.Psid, string.Join(' ', curve.Time.Concat(curve.Mag).Concat(curve.MagErr)))),
            .. matches.Results.Select(match =>
                ("match", match.Psid, $"{match.Id} {string.Join(' ', match.GetRow())}")),
            ("resolved_name", 0, $"{opened.FindName(Name)}"),
            .. opened.GetLightCurves(_ => { }).Where(curve => curve.Psid == 0).Select(curve =>
                ("survey_light_curve", 0L, $"{curve.TargetName} {curve.Source} {string.Join(' ', curve.Time)}")),
        ];
    }

    private async Task<string> SaveAsync()
    {
        string path = Path.Combine(_folder, "saved.zvar");
        await using var through = new ReadThroughSource(ZvarArchive.OpenWrite(path), new DemoSky());
        _stars = await through.FindConesAsync(new ConeSearch([Here], ConeFilter.None), Token)
            .Select(found => found.Object.Psid).ToArrayAsync(Token);
        await through.GetLightCurvesAsync(new PhotometryRequest(_stars, Band.All), Token).CountAsync(Token);
        await through.MatchAsync(new ObjectMatchRequest(_stars, "gaia", 2), Token).CountAsync(Token);
        using var archive = ZvarArchive.OpenWrite(path);
        archive.Keep(new ResolvedName(Name, Name, 50, 20, "a test"));
        PhotometryOrigin origin = new(new TimeSystem(TimeReference.Hjd), MagnitudeKind.Vega, "a survey");
        LightCurveBuilder curve = new(psid: 0) { Synthetic = true, Origin = origin };
        curve.Add(new PhotometryRow { Time = 2458000.5, Mag = 12.5, MagErr = 0.01, Band = "V" });
        archive.Keep(new ArchiveAddition { LightCurves = { curve.Build().Of(zvarObject: null, Name) } }, "a test");
        return path;
    }

    internal static void Execute(string path, string statements)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = statements;
        command.ExecuteNonQuery();
    }
}
