using System.Security.Cryptography;
using Zvar.Tables;

namespace Zvar.Tests.Hats;

/// <summary>Adding to a HATS catalogue, and going on with an export that was interrupted.</summary>
public sealed class HatsAdditionTests : IDisposable
{
    private static readonly SkyPosition Centre = new(50, 20);

    // All that a catalogue of these stars is made with, so that its bytes are the same.
    private static readonly HatsOptions Options = new()
    {
        Name = "zvar",
        MaxRows = 25,
        Created = new DateTimeOffset(2026, 11, 27, 14, 0, 0, TimeSpan.Zero),
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_addition_divides_partitions_that_outgrow_the_limit_and_leaves_others()
    {
        string path = Path.Combine(_folder, "zvar.hats");
        StarRecord[] stars = await SkyStars.FindAsync(Centre, 200);
        StarRecord[] north = [.. stars.Where(star => star.Object.Dec > Centre.Dec)];
        StarRecord[] south = [.. stars.Except(north)];
        StarRecord[] far = await SkyStars.FindAsync(new SkyPosition(230, -20), 100);
        SkyStars.Write(path, [.. north, .. far], Options);
        string[] before = Partitions(path, "zvar");

        HatsSummary summary = SkyStars.Write(path, south, Options);

        Assert.Equal(stars.Length + far.Length, summary.Stars);
        Assert.Equal(south.Length, summary.Added);
        Assert.Empty(HatsChecker.Check(path));
        Assert.Empty(before.Where(file => file.Contains("Npix=", StringComparison.Ordinal)).Where(IsFar)
            .Except(Partitions(path, "zvar_2")));
        Assert.NotEmpty(before.Except(Partitions(path, "zvar_2")));
        await AssertHoldsAsync(path, [.. stars, .. far]);

        bool IsFar(string file) => Duck.Query(
            $"SELECT max(Ra) FROM {Duck.Files(Path.Combine(path, "zvar", file))}", row => row.GetDouble(0))[0] > 200;
    }

    // As if all had come at once, but for the name of the version.
    [Fact]
    public async Task Stars_that_come_in_parts_are_divided_as_those_that_come_at_once()
    {
        StarRecord[] stars = await SkyStars.FindAsync(Centre, 200);
        string parts = Path.Combine(_folder, "parts.hats");
        foreach (StarRecord[] some in stars.OrderBy(star => star.Object.Psid % 7).Chunk((stars.Length / 4) + 1))
        {
            SkyStars.Write(parts, some, Options);
            Assert.Empty(HatsChecker.Check(parts));
        }

        string once = Path.Combine(_folder, "once.hats");
        SkyStars.Write(once, stars, Options);

        Assert.Equal(Partitions(once, "zvar"), Partitions(parts, "zvar_4"));
        Assert.Equal(Partitions(once, "zvar_10arcs"), Partitions(parts, "zvar_4_10arcs"));
        Assert.Equal(
            Hashes(Path.Combine(once, "zvar", "dataset", "Norder=")),
            Hashes(Path.Combine(parts, "zvar_4", "dataset", "Norder=")));
    }

    [Fact]
    public async Task What_is_added_of_a_star_joins_what_is_there()
    {
        string path = Path.Combine(_folder, "zvar.hats");
        StarRecord[] stars = await SkyStars.FindAsync(Centre, 100);
        StarMatches ofOther = new("galex", 3, ClosestOnly: true, []);
        SkyStars.Write(path, stars.Select(star => star with { LightCurve = null, Fluxes = null }), Options);

        SkyStars.Write(
            path,
            stars[..5].Select(star => new StarRecord(star.Object) { LightCurve = star.LightCurve, Matches = [ofOther] }),
            Options);

        Assert.Empty(HatsChecker.Check(path));
        await using HatsSource source = HatsSource.Open(path);
        long[] psids = [.. stars.Select(star => star.Object.Psid)];
        PartialAnswer<LightCurve> curves = await source.GetLightCurvesAsync(
            new PhotometryRequest(psids, Band.All), Token).ReadPartialAsync(Token);
        Assert.Equal(psids[..5], curves.Results.Select(curve => curve.Psid));
        Assert.Equal(psids[5..], curves.Failure!.Keys!.Cast<long>());
        Assert.Equal(stars[0].LightCurve!.Mag, curves.Results[0].Mag);
        CatalogMatch[] matches = await source.MatchAsync(
            new ObjectMatchRequest(psids, SkyStars.Catalog, SkyStars.MatchRadius, ClosestOnly: false), Token)
            .ToArrayAsync(Token);
        Assert.Equal(
            stars.SelectMany(star => star.Matches[0].Matches).Select(match => match.Id),
            matches.Select(match => match.Id));
        Assert.Empty(
            await source.MatchAsync(new ObjectMatchRequest(psids[..5], "galex", 3), Token).ToArrayAsync(Token));
    }

    [Fact]
    public async Task A_star_that_comes_twice_is_there_once_with_all_that_came()
    {
        string path = Path.Combine(_folder, "zvar.hats");
        StarRecord star = (await SkyStars.FindAsync(Centre, 60))[0];

        HatsSummary summary = SkyStars.Write(
            path,
            [
                new StarRecord(star.Object) { Fluxes = star.Fluxes }, star with { Fluxes = null },
                new StarRecord(star.Object),
            ]);

        Assert.Equal(1, summary.Stars);
        await AssertHoldsAsync(path, [star]);
    }

    [Fact]
    public async Task Who_reads_a_catalogue_sees_nothing_of_an_addition_until_it_is_whole()
    {
        string path = Path.Combine(_folder, "zvar.hats");
        StarRecord[] stars = await SkyStars.FindAsync(Centre, 150);
        StarRecord[] first = stars[..60];
        SkyStars.Write(path, first, Options);
        await using HatsSource reader = HatsSource.Open(path);
        using var writer = new HatsCatalogWriter(path, Options);
        Array.ForEach(stars[60..], writer.Add);

        writer.Complete(
            new Steps(_ =>
            {
                HatsSource now = HatsSource.Open(path);
                Assert.Equal(first.Length, now.Stars);
                now.DisposeAsync().AsTask().GetAwaiter().GetResult();
            }),
            Token);

        await using HatsSource after = HatsSource.Open(path);
        Assert.Equal(stars.Length, after.Stars);
        Assert.Equal(first.Length, reader.Stars);
        var cone = new ConeSearch([new ConeTarget(null, Centre, 150)], ConeFilter.None);
        Assert.Equal(first.Length, await reader.FindConesAsync(cone, Token).CountAsync(Token));
        Assert.Equal(stars.Length, await after.FindConesAsync(cone, Token).CountAsync(Token));
    }

    [Fact]
    public async Task An_export_that_is_interrupted_anywhere_goes_on_to_the_same_bytes()
    {
        StarRecord[] stars = await SkyStars.FindAsync(Centre, 150);
        string whole = Path.Combine(_folder, "whole.hats");
        SkyStars.Write(whole, stars[..50], Options);
        SkyStars.Write(whole, stars[50..], Options);
        string path = Path.Combine(_folder, "zvar.hats");

        InterruptEverywhere(path, stars[..50]);
        InterruptEverywhere(path, stars[50..]);

        Assert.Empty(HatsChecker.Check(path));
        Assert.Equal(Hashes(whole), Hashes(path));
    }

    [Fact]
    public async Task What_was_finished_is_not_done_again()
    {
        string path = Path.Combine(_folder, "zvar.hats");
        StarRecord[] stars = await SkyStars.FindAsync(Centre, 150);
        Assert.False(TryComplete(path, stars, steps: 4));
        Dictionary<string, DateTime> finished = Directory
            .EnumerateFiles(path, "Npix=*.parquet", SearchOption.AllDirectories)
            .ToDictionary(file => file, File.GetLastWriteTimeUtc);

        using (var writer = new HatsCatalogWriter(path, Options))
        {
            Assert.True(writer.HadStars);
            Assert.All(stars, star => Assert.NotNull(writer.Find(star.Object.Psid)));
            writer.Complete(cancellationToken: Token);
        }

        Assert.True(finished.Count >= 4);
        Assert.All(finished, file => Assert.Equal(file.Value, File.GetLastWriteTimeUtc(file.Key)));
        await AssertHoldsAsync(path, stars);
    }

    [Fact]
    public async Task What_was_finished_of_other_stars_is_not_taken_for_these()
    {
        string path = Path.Combine(_folder, "zvar.hats");
        StarRecord[] stars = await SkyStars.FindAsync(Centre, 150);
        Assert.False(TryComplete(path, stars[..100], steps: 4));

        SkyStars.Write(path, stars[100..], Options);

        Assert.Empty(HatsChecker.Check(path));
        await AssertHoldsAsync(path, stars);
    }

    [Fact]
    public async Task The_last_star_of_an_export_that_was_killed_as_it_came_is_left_out()
    {
        string path = Path.Combine(_folder, "zvar.hats");
        StarRecord[] stars = await SkyStars.FindAsync(Centre, 60);
        using (var killed = new HatsCatalogWriter(path, Options))
        {
            Array.ForEach(stars, killed.Add);
        }

        string spool = Path.Combine(path, ".export", "stars");
        using (FileStream file = File.OpenWrite(spool))
        {
            file.SetLength(file.Length - 100);
        }

        using var writer = new HatsCatalogWriter(path, Options);

        Assert.Equal(stars.Length - 1, writer.Count);
        Assert.Null(writer.Find(stars[^1].Object.Psid));
        writer.Add(stars[^1]);
        writer.Complete(cancellationToken: Token);
        await AssertHoldsAsync(path, stars);
    }

    [Fact]
    public async Task An_export_that_was_killed_when_all_was_done_is_not_done_again()
    {
        string path = Path.Combine(_folder, "zvar.hats");
        StarRecord[] stars = await SkyStars.FindAsync(Centre, 60);
        string export = Path.Combine(path, ".export");
        string aside = Path.Combine(_folder, "aside");
        Directory.CreateDirectory(aside);
        using (var writer = new HatsCatalogWriter(path, Options))
        {
            Array.ForEach(stars, writer.Add);
        }

        File.Copy(Path.Combine(export, "stars"), Path.Combine(aside, "stars"));
        using (var writer = new HatsCatalogWriter(path, Options))
        {
            writer.Complete(
                new Steps(_ => File.Copy(Path.Combine(export, "plan"), Path.Combine(aside, "plan"), overwrite: true)), Token);
        }

        Directory.Move(aside, export);
        using (var again = new HatsCatalogWriter(path, Options))
        {
            Assert.False(again.HadStars);
        }

        Assert.False(Directory.Exists(export));
        Assert.Empty(HatsChecker.Check(path));
    }

    [Fact]
    public async Task The_version_before_stays_for_its_readers_and_older_ones_go()
    {
        string path = Path.Combine(_folder, "zvar.hats");
        foreach (StarRecord[] some in (await SkyStars.FindAsync(Centre, 100)).Chunk(20))
        {
            SkyStars.Write(path, some, Options);
        }

        string[] folders = [.. Directory.EnumerateDirectories(path).Select(folder => Path.GetFileName(folder)).Order()];

        string said = File.ReadAllLines(Path.Combine(path, "collection.properties"))
            .Single(line => line.StartsWith("hats_primary_table_url=zvar_", StringComparison.Ordinal));
        int version = int.Parse(said.Split('_')[^1], System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(version > 2);
        Assert.Equal(
            new[] { $"zvar_{version - 1}", $"zvar_{version}" }
                .SelectMany(name => new[] { name, $"{name}_10arcs", $"{name}_matches", $"{name}_psid" }),
            folders);
    }

    [Fact]
    public async Task Two_exports_into_one_catalogue_at_a_time_are_refused()
    {
        string path = Path.Combine(_folder, "zvar.hats");
        StarRecord[] stars = await SkyStars.FindAsync(Centre, 60);
        using var first = new HatsCatalogWriter(path, Options);
        first.Add(stars[0]);

        Assert.Throws<IOException>(() => new HatsCatalogWriter(path, Options));

        Assert.Equal(1, first.Complete(cancellationToken: Token).Stars);
    }

    // Ends the export at its first step, goes on and ends it at the second, until it is done.
    private static void InterruptEverywhere(string path, StarRecord[] stars)
    {
        int came = 0;
        for (; came < stars.Length; came += 20)
        {
            using var writer = new HatsCatalogWriter(path, Options);
            Assert.Equal(came, writer.Count);
            Array.ForEach(stars[came..Math.Min(came + 20, stars.Length)], writer.Add);
        }

        int times = 0;
        while (!TryComplete(path, [], steps: 1 + times))
        {
            times++;
        }

        Assert.True(times > 5, $"It was interrupted {times} times.");
    }

    private static bool TryComplete(string path, StarRecord[] stars, int steps)
    {
        using var writer = new HatsCatalogWriter(path, Options);
        using var stop = new CancellationTokenSource();
        Array.ForEach(stars, writer.Add);
        int left = steps;
        try
        {
            writer.Complete(
                new Steps(_ =>
                {
                    if (Interlocked.Decrement(ref left) == 0)
                    {
                        stop.Cancel();
                    }
                }),
                stop.Token);
            return true;
        }
        catch (Exception error) when (error is OperationCanceledException or AggregateException)
        {
            return false;
        }
    }

    private static string[] Partitions(string path, string name) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(path, name), "Npix=*.parquet", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Path.Combine(path, name), file)).Order(StringComparer.Ordinal),
    ];

    // All files of a folder and their bytes.
    private static string[] Hashes(string path) =>
    [
        .. Directory.EnumerateFiles(
            Directory.Exists(path) ? path : Path.GetDirectoryName(path)!, "*", SearchOption.AllDirectories)
            .Where(file => file.StartsWith(path, StringComparison.Ordinal))
            .Select(file => $"{Path.GetRelativePath(path, file)} {HashOf(file)}").Order(StringComparer.Ordinal),
    ];

    private static string HashOf(string file) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)));

    private static async Task AssertHoldsAsync(string path, StarRecord[] stars)
    {
        await using HatsSource source = HatsSource.Open(path);
        long[] psids = [.. stars.Select(star => star.Object.Psid)];
        LightCurve[] magnitudes = await source.GetLightCurvesAsync(
            new PhotometryRequest(psids, Band.All), Token).ToArrayAsync(Token);
        LightCurve[] fluxes = await source.GetLightCurvesAsync(
            new PhotometryRequest(psids, Band.All, PhotometryFormat.Flux), Token).ToArrayAsync(Token);
        Assert.Equal(stars.Length, source.Stars);
        Assert.Equal(stars.Select(star => star.LightCurve!.Time), magnitudes.Select(curve => curve.Time));
        Assert.Equal(stars.Select(star => star.Fluxes!.ReferenceMag), fluxes.Select(curve => curve.ReferenceMag));
    }

    // Told on the thread that works.
    private sealed class Steps(Action<double> step) : IProgress<double>
    {
        public void Report(double value) => step(value);
    }
}
