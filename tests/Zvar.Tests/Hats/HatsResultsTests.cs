using Zvar.Tables;

namespace Zvar.Tests.Hats;

/// <summary>Catalogues of what is computed of the stars of another, by shares.</summary>
public sealed class HatsResultsTests : IDisposable
{
    private static readonly SkyPosition Centre = new(50, 20);
    private static readonly DateTimeOffset Created = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);

    private static readonly HatsWork Work = new("Measure-ZvarLightCurve")
    {
        Options = [new("Band", "g"), new("MinSnr", "")],
        ShareCount = 4,
        Created = Created,
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Source => Path.Combine(_folder, "zvar.hats");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_completed_catalogue_is_valid_by_the_letter_of_HATS()
    {
        using HatsReader source = await OpenSourceAsync();
        string path = Path.Combine(_folder, "measured.hats");
        for (int share = 1; share <= 4; share++)
        {
            Measure(source, path, HatsShares.Select(source.Tiles, share, 4));
        }

        CompletedCatalog done = HatsCompletion.Complete(path, Token);

        Assert.Empty(HatsChecker.CheckSource(path));
        Assert.True(source.Tiles.Count > 5);
        Assert.Equal((path, source.Tiles.Count), (done.Path, done.Partitions));
        Assert.True(done.Rows > source.Stars);
        Assert.False(Directory.Exists(Path.Combine(path, ".shares")));
    }

    [Fact]
    public async Task DuckDB_reads_what_is_measured_of_each_star()
    {
        using HatsReader source = await OpenSourceAsync();
        string path = Path.Combine(_folder, "measured.hats");
        Measure(source, path, source.Tiles);
        HatsCompletion.Complete(path, Token);

        var read = Duck.Query(
            "SELECT Psid, Band, Median, StetsonJ, Ra, Dec FROM "
            + Duck.Files($"{path}/dataset/Norder=*/Dir=*/Npix=*.parquet"),
            row => (
                row.GetInt64(0), row.GetString(1), row.GetDouble(2), row.GetDouble(3), row.GetDouble(4), row.GetDouble(5)));

        Assert.Equal(
            (await SkyStars.FindAsync(Centre, 200))
                .SelectMany(star => Zvar.Variability.Measure(star.LightCurve!).Select(row => (
                    row.Psid, row.Band, row.Median, row.StetsonJ, star.Object.Ra, star.Object.Dec)))
                .Order(),
            read.Order());
    }

    [Fact]
    public async Task What_is_done_is_passed_over_and_not_written_again()
    {
        using HatsReader source = await OpenSourceAsync();
        string path = Path.Combine(_folder, "measured.hats");
        Measure(source, path, HatsShares.Select(source.Tiles, 1, 2));
        Dictionary<string, DateTime> before = Times(path);

        int done = Measure(source, path, source.Tiles);

        Assert.Equal(HatsShares.Select(source.Tiles, 2, 2).Count, done);
        Assert.All(before, file => Assert.Equal(file.Value, File.GetLastWriteTimeUtc(file.Key)));
        HatsCompletion.Complete(path, Token);
        before = Times(path);
        Assert.Equal(0, Measure(source, path, source.Tiles));
        HatsCompletion.Complete(path, Token);
        Assert.Equal(before, Times(path));
    }

    // Wherever it stops, a partition is there whole or not at all.
    [Fact]
    public async Task Stopped_at_every_partition_and_gone_on_with_it_has_the_same_bytes()
    {
        using HatsReader source = await OpenSourceAsync();
        string whole = Path.Combine(_folder, "whole.hats");
        Measure(source, whole, source.Tiles);
        HatsCompletion.Complete(whole, Token);

        string path = Path.Combine(_folder, "stopped.hats");
        for (int i = 0; i <= source.Tiles.Count; i++)
        {
            HatsResults<VariabilityStatistics> results = Open(source, path, Work);
            HatsTile[] left = [.. source.Tiles.Where(tile => !results.IsDone(tile))];
            Assert.Equal(source.Tiles.Count - i, left.Length);
            foreach (HatsTile tile in left.Take(1))
            {
                Measure(source, results, tile);
            }

            if (left.Length > 1)
            {
                // What a process that is killed leaves of the next.
                HatsTileWriter<VariabilityStatistics> killed = results.Begin(left[1]);
                killed.Add(source.Read(left[1]).First()[0], []);
                Assert.False(results.IsDone(left[1]));
            }
        }

        HatsCompletion.Complete(path, Token);
        Assert.Equal(Contents(whole), Contents(path));
    }

    [Fact]
    public async Task Two_at_the_same_time_do_each_other_no_harm()
    {
        using HatsReader source = await OpenSourceAsync();
        string whole = Path.Combine(_folder, "whole.hats");
        Measure(source, whole, source.Tiles);
        HatsCompletion.Complete(whole, Token);

        string path = Path.Combine(_folder, "both.hats");
        using var other = HatsReader.Open(Source);
        await Task.WhenAll(new[] { source, other }.Select(reader => Task.Run(
            () =>
            {
                Measure(reader, path, reader.Tiles);
                HatsCompletion.Complete(path, Token);
            },
            Token)));

        HatsCompletion.Complete(path, Token);
        Assert.Equal(Contents(whole), Contents(path));
    }

    // Whoever comes last finds the work of the others being cleared up.
    [Fact]
    public async Task Completed_by_several_at_the_same_time_it_is_whole()
    {
        using HatsReader source = await OpenSourceAsync();
        string whole = Path.Combine(_folder, "whole.hats");
        Measure(source, whole, source.Tiles);
        HatsCompletion.Complete(whole, Token);

        for (int i = 0; i < 10; i++)
        {
            string path = Path.Combine(_folder, $"{i}.hats");
            Measure(source, path, source.Tiles);
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(
                () => HatsCompletion.Complete(path, Token), Token)));
            Assert.Equal(Contents(whole), Contents(path));
        }
    }

    [Fact]
    public async Task While_partitions_are_missing_it_is_not_completed_and_they_are_named()
    {
        using HatsReader source = await OpenSourceAsync();
        string path = Path.Combine(_folder, "measured.hats");
        foreach (int share in new[] { 1, 2, 4 })
        {
            Measure(source, path, HatsShares.Select(source.Tiles, share, 4));
        }

        TableException refusal = Assert.Throws<TableException>(() => HatsCompletion.Complete(path, Token));

        Assert.Equal(TableError.IncompleteCatalog, refusal.Error);
        IReadOnlyList<HatsTile> missing = HatsShares.Select(source.Tiles, 3, 4);
        Assert.Contains(
            $"{missing.Count} of {source.Tiles.Count} partitions are missing, of the shards 3 of 4",
            refusal.Message,
            StringComparison.Ordinal);
        Assert.All(missing, tile => Assert.Contains($"{tile}", refusal.Message, StringComparison.Ordinal));
        Assert.False(File.Exists(Path.Combine(path, "partition_info.csv")));
    }

    [Fact]
    public async Task A_partition_in_which_nothing_is_found_is_done_and_is_none_of_the_catalogue()
    {
        using HatsReader source = await OpenSourceAsync();
        string path = Path.Combine(_folder, "measured.hats");
        HatsResults<VariabilityStatistics> results = Open(source, path, Work);
        results.Begin(source.Tiles[0]).Complete();

        Assert.True(Open(source, path, Work).IsDone(source.Tiles[0]));
        Measure(source, path, source.Tiles);
        CompletedCatalog done = HatsCompletion.Complete(path, Token);

        Assert.Equal(source.Tiles.Count - 1, done.Partitions);
        Assert.True(Open(source, path, Work).IsDone(source.Tiles[0]));
        Assert.Empty(HatsChecker.CheckSource(path));
    }

    [Fact]
    public async Task Where_nothing_at_all_is_found_there_is_a_catalogue_without_rows()
    {
        using HatsReader source = await OpenSourceAsync();
        string path = Path.Combine(_folder, "none.hats");
        HatsResults<VariabilityStatistics> results = Open(source, path, Work);
        foreach (HatsTile tile in source.Tiles)
        {
            results.Begin(tile).Complete();
        }

        CompletedCatalog done = HatsCompletion.Complete(path, Token);

        Assert.Equal((0, 0), (done.Partitions, done.Rows));
        Assert.Empty(HatsChecker.CheckSource(path));
    }

    [Fact]
    public async Task What_was_begun_otherwise_is_refused_and_it_is_said_what_differs()
    {
        using HatsReader source = await OpenSourceAsync();
        string path = Path.Combine(_folder, "measured.hats");
        Open(source, path, Work);

        AssertRefused(
            Work with { Options = [new("Band", "r"), new("MinSnr", "")] }, "-Band is 'g' there and 'r' here");
        AssertRefused(
            Work with { Options = [.. Work.Options, new("MinPoints", "3")] }, "-MinPoints is '' there and '3' here");
        AssertRefused(Work with { Name = "Find-ZvarPeriod" }, "the work is 'Measure-ZvarLightCurve' there");
        Open(source, path, Work with { ShareCount = 9, Created = null });
        Measure(source, path, source.Tiles);
        HatsCompletion.Complete(path, Token);
        AssertRefused(Work with { Name = "Find-ZvarPeriod" }, "the work is 'Measure-ZvarLightCurve' there");

        void AssertRefused(HatsWork work, string words)
        {
            TableException refusal = Assert.Throws<TableException>(() => Open(source, path, work));
            Assert.Equal(TableError.CatalogDiffers, refusal.Error);
            Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_catalogue_that_was_added_to_meanwhile_is_refused()
    {
        string path = Path.Combine(_folder, "measured.hats");
        using (HatsReader source = await OpenSourceAsync())
        {
            Measure(source, path, HatsShares.Select(source.Tiles, 1, 2));
        }

        SkyStars.Write(Source, await SkyStars.FindAsync(new SkyPosition(60, 20), 60));
        using var added = HatsReader.Open(Source);

        TableException refusal = Assert.Throws<TableException>(() => Open(added, path, Work));

        Assert.Equal(TableError.CatalogDiffers, refusal.Error);
        Assert.Contains(
            "the number of exports into the catalogue is '1' there and '2' here", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_with_other_things_in_it_is_left_alone()
    {
        using HatsReader source = await OpenSourceAsync();
        string folder = Directory.CreateDirectory(Path.Combine(_folder, "thesis")).FullName;
        File.WriteAllText(Path.Combine(folder, "chapter1.tex"), "Stars");

        AssertRefused(TableError.CatalogDiffers, () => Open(source, folder, Work));
        AssertRefused(TableError.CatalogDiffers, () => Open(source, Source, Work));
        AssertRefused(TableError.TableNotUnderstood, () => HatsCompletion.Complete(folder, Token));
        Assert.Single(Directory.GetFileSystemEntries(folder));

        static void AssertRefused(TableError error, Func<object> use) =>
            Assert.Equal(error, Assert.Throws<TableException>(use).Error);
    }

    private static HatsResults<VariabilityStatistics> Open(HatsReader source, string path, HatsWork work) =>
        source.OpenResults(path, work, VariabilityTable.Columns);

    private static int Measure(HatsReader source, string path, IEnumerable<HatsTile> tiles)
    {
        HatsResults<VariabilityStatistics> results = Open(source, path, Work);
        int done = 0;
        foreach (HatsTile tile in tiles.Where(tile => !results.IsDone(tile)))
        {
            Measure(source, results, tile);
            done++;
        }

        return done;
    }

    private static void Measure(HatsReader source, HatsResults<VariabilityStatistics> results, HatsTile tile)
    {
        using HatsTileWriter<VariabilityStatistics> writer = results.Begin(tile);
        foreach (HatsLightCurve star in source.Read(tile).SelectMany(group => group))
        {
            writer.Add(star, Zvar.Variability.Measure(star.LightCurve!));
        }

        writer.Complete();
    }

    private async Task<HatsReader> OpenSourceAsync()
    {
        SkyStars.Write(
            Source, await SkyStars.FindAsync(Centre, 200), new HatsOptions { MaxRows = 30, Created = Created });
        return HatsReader.Open(Source);
    }

    private static Dictionary<string, DateTime> Times(string path) => Directory
        .EnumerateFiles(path, "*", SearchOption.AllDirectories).ToDictionary(file => file, File.GetLastWriteTimeUtc);

    private static (string, string)[] Contents(string path) =>
    [
        .. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => (Path.GetRelativePath(path, file), Convert.ToBase64String(File.ReadAllBytes(file)))),
    ];
}
