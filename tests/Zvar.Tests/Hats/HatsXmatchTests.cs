using System.Globalization;
using Zvar.Tables;
using Zvar.Tests.Tables;
using Source = Zvar.Tests.Hats.PlainHats.Source;

namespace Zvar.Tests.Hats;

/// <summary>
/// Cross-matches of catalogues on disk, beside those of other programs: stars around the poles, where the right
/// ascension begins anew, and where many partitions meet.
/// </summary>
public sealed class HatsXmatchTests : IDisposable
{
    private static readonly DateTimeOffset Created = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);
    private static readonly HatsWork Work = new("Invoke-ZvarXmatch") { Created = Created };

    // The third is a corner of four faces of HEALPix, the fourth one of three.
    private static readonly SkyPosition[] Regions =
        [new(0, 90), new(0, -90), new(45, 0), new(90, 41.8103148957786), new(359.99, 10), new(123, -45)];

    private readonly string _folder = Directory.CreateTempSubdirectory("zvar").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Other => Path.Combine(_folder, "other.hats");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Layouts, radii, whether all pairs are wanted and stars without a partner.</summary>
    public static TheoryData<string, double, bool, bool> Matches => new()
    {
        { "files", 2, false, false },
        { "files", 2, true, true },
        { "folders", 2, true, false },
        { "folders", 2, false, true },
        { "no pixels", 2, false, false },
        { "old names", 2, true, false },
        { "files", 0, false, false },
        { "files", 3600, false, false },
        { "folders", 300, true, true },
        { "wide", 30, true, false },
        { "floats", 2, false, true },
        { "snappy", 2, false, false },
    };

    [Theory]
    [MemberData(nameof(Matches))]
    public void It_finds_what_is_found_by_trying_every_pair(string layout, double radius, bool all, bool unmatched)
    {
        (StarRecord[] stars, Source[] sources) = MakeSky(layout == "floats");
        using HatsReader source = WriteStars(stars);
        PlainHats.Write(Other, sources, LayoutOf(layout));

        string path = Match(source, new XmatchOptions { Radius = radius, All = all, IncludeUnmatched = unmatched });

        (long, int?, double?)[] expected = [.. TryEveryPair(stars, sources, radius, all, unmatched)];
        Assert.True(source.Tiles.Select(tile => tile.Order).Distinct().Count() > 1);
        Assert.True(expected.Length > (radius > 0 ? 300 : 50));
        Assert.Equal(expected, ReadPairs(path));
        Assert.Empty(HatsChecker.CheckSource(path));
    }

    // By the formula of the haversine, which DuckDB computes.
    [Fact]
    public void It_finds_what_a_join_in_SQL_finds()
    {
        (StarRecord[] stars, Source[] sources) = MakeSky();
        using HatsReader source = WriteStars(stars);
        PlainHats.Write(Other, sources);

        string path = Match(source, new XmatchOptions { Radius = 3, All = true });

        (long Psid, int Id, double Separation)[] expected = Duck.Query(
            $"""
            SELECT * FROM (
                SELECT star.Psid, source.id,
                    degrees(2 * asin(sqrt(pow(sin(radians(star."Dec" - source.{PlainHats.Dec}) / 2), 2)
                        + cos(radians(star."Dec")) * cos(radians(source.{PlainHats.Dec}))
                            * pow(sin(radians(star.Ra - source.{PlainHats.Ra}) / 2), 2)))) * 3600 AS apart
                FROM {Duck.Files($"{_folder}/zvar.hats/zvar/dataset/Norder=*/Dir=*/Npix=*.parquet")} star,
                    {Duck.Files($"{Other}/dataset/Norder=*/Dir=*/Npix=*.parquet")} source)
            WHERE apart <= 3 ORDER BY ALL
            """,
            row => (row.GetInt64(0), row.GetInt32(1), row.GetDouble(2)));
        AssertSame(expected, ReadPairs(path));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void It_finds_what_astropy_finds(bool all)
    {
        (StarRecord[] stars, Source[] sources) = MakeSky();
        using HatsReader source = WriteStars(stars);
        PlainHats.Write(Other, sources);
        string path = Match(source, new XmatchOptions { Radius = 3, All = all });
        Source[] placed = [.. sources.Where(one => one.Position is not null)];
        string[] tables = ["stars.txt", "sources.txt"];
        Save(tables[0], stars.Select(star => (star.Object.Ra, star.Object.Dec)));
        Save(tables[1], placed.Select(one => (one.Ra, one.Dec)));

        string said = OtherProgram.Python(
            """
            import sys
            import numpy as np
            from astropy import units as u
            from astropy.coordinates import SkyCoord, match_coordinates_sky, search_around_sky
            stars, sources = (SkyCoord(np.loadtxt(name), unit='deg') for name in sys.argv[1:3])
            if sys.argv[3] == 'True':
                i, j, apart, _ = search_around_sky(stars, sources, 3 * u.arcsec)
            else:
                j, apart, _ = match_coordinates_sky(stars, sources)
                i = np.flatnonzero(apart <= 3 * u.arcsec)
                j, apart = j[i], apart[i]
            for row in zip(i, j, apart.arcsec):
                print(*row)
            """,
            [.. tables.Select(name => Path.Combine(_folder, name)), $"{all}"]);

        AssertSame(
            said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).Select(cells => (
                stars[int.Parse(cells[0], CultureInfo.InvariantCulture)].Object.Psid,
                placed[int.Parse(cells[1], CultureInfo.InvariantCulture)].Id,
                double.Parse(cells[2], CultureInfo.InvariantCulture))),
            ReadPairs(path));

        void Save(string name, IEnumerable<(double Ra, double Dec)> positions) => File.WriteAllLines(
            Path.Combine(_folder, name),
            positions.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Ra:R} {one.Dec:R}")));
    }

    [Fact]
    public void The_columns_of_the_other_are_beside_the_stars_under_names_of_their_own()
    {
        (StarRecord[] stars, Source[] sources) = MakeSky();
        using HatsReader source = WriteStars(stars);
        PlainHats.Write(Other, sources);

        string path = Match(source, new XmatchOptions { Radius = 2, IncludeUnmatched = true });

        string files = Duck.Files($"{path}/dataset/Norder=*/Dir=*/Npix=*.parquet");
        Assert.Equal(
            [
                "_healpix_29", "Ra", "Dec", "Psid", "Separation", "Synthetic", "_healpix_29_other_sky", "id", "RAJ2000",
                "DEJ2000", "Separation_other_sky", "PSID_other_sky", "is_even", "name", "half", "small",
            ],
            Duck.Query($"DESCRIBE SELECT * FROM {files}", row => row.GetString(0)));
        Assert.Equal(0, Assert.Single(Duck.Query(
            $"""
            SELECT count(*) FROM {files} WHERE id IS NULL AND NOT (Separation IS NULL AND RAJ2000 IS NULL
                AND PSID_other_sky IS NULL AND is_even IS NULL AND "name" IS NULL AND half IS NULL)
            OR id IS NOT NULL AND NOT (Separation IS NOT NULL AND PSID_other_sky = id::BIGINT * 1000000007
                AND is_even = (id % 2 = 0) AND "name" IS NOT DISTINCT FROM CASE WHEN id % 3 > 0 THEN 'source ' || id END
                AND half IS NOT DISTINCT FROM CASE WHEN id % 4 > 0 THEN id / 2 END AND Separation_other_sky = id
                AND small IS NOT DISTINCT FROM CASE WHEN id % 4 > 0 THEN id END)
            """,
            row => row.GetInt64(0))));
        Assert.Equal(
            stars.Length, Assert.Single(Duck.Query($"SELECT count(*) FROM {files}", row => row.GetInt64(0))));
    }

    [Fact]
    public void A_catalogue_of_ours_is_matched_with_itself_and_what_is_made_up_stays_so()
    {
        (StarRecord[] stars, _) = MakeSky();
        using HatsReader source = WriteStars(stars);
        string made = Path.Combine(_folder, "made.hats");
        SkyStars.Write(made, stars.Select((star, i) => star with
        {
            Object = star.Object with { Synthetic = i % 2 == 0 },
        }));

        string path = Match(source, new XmatchOptions { Radius = 0 }, OtherCatalog.Open(made, Token));

        string files = Duck.Files($"{path}/dataset/Norder=*/Dir=*/Npix=*.parquet");
        Assert.Equal(
            stars.Select((star, i) => (star.Object.Psid, i % 2 == 0)).Order(),
            Duck.Query(
                $"SELECT Psid, Synthetic FROM {files} WHERE Psid = Psid_made ORDER BY 1",
                row => (row.GetInt64(0), row.GetBoolean(1))));
        string[] properties = File.ReadAllLines(Path.Combine(path, "hats.properties"));
        Assert.Contains("zvar_synthetic=some", properties);
        Assert.Contains("obs_collection=zvar_x_made", properties);
        OtherCatalog other = OtherCatalog.Open(made, Token);
        Assert.Contains("The column lc.Time was left out: it has lists.", other.Notes);
    }

    [Fact]
    public void Where_all_of_the_other_is_made_up_all_pairs_are()
    {
        (StarRecord[] stars, Source[] sources) = MakeSky();
        using HatsReader source = WriteStars(stars);
        PlainHats.Write(Other, sources, new() { More = "zvar_synthetic=all\n" });

        string path = Match(source, new XmatchOptions { Radius = 2, IncludeUnmatched = true });

        Assert.Contains("zvar_synthetic=all", File.ReadAllLines(Path.Combine(path, "properties")));
        Assert.Equal(stars.Length, Assert.Single(Duck.Query(
            $"SELECT count(*) FROM {Duck.Files($"{path}/dataset/*/*/*.parquet")} WHERE Synthetic",
            row => row.GetInt64(0))));
    }

    [Fact]
    public async Task Stopped_doubled_and_in_any_order_it_has_the_same_bytes()
    {
        (StarRecord[] stars, Source[] sources) = MakeSky();
        using HatsReader source = WriteStars(stars);
        PlainHats.Write(Other, sources);
        var options = new XmatchOptions { Radius = 2, All = true };
        string whole = Match(source, options);

        string path = Path.Combine(_folder, "both.hats");
        var other = OtherCatalog.Open(Other, Token);
        var match = new HatsXmatch(source, other, options);
        HatsResults results = match.OpenResults(path, Work);
        Assert.ThrowsAny<OperationCanceledException>(
            () => match.Write(results, source.Tiles[0], new CancellationToken(canceled: true)));
        Assert.False(results.IsDone(source.Tiles[0]));
        await Task.WhenAll(new[] { source.Tiles, source.Tiles.Reverse() }.Select(tiles => Task.Run(
            () =>
            {
                foreach (HatsTile tile in tiles)
                {
                    match.Write(results, tile, Token);
                }
            },
            Token)));
        HatsCompletion.Complete(path, Token);

        Assert.Equal(Contents(whole), Contents(path));
    }

    [Fact]
    public void Another_catalogue_or_one_that_has_changed_is_refused()
    {
        (StarRecord[] stars, Source[] sources) = MakeSky();
        using HatsReader source = WriteStars(stars);
        PlainHats.Write(Other, sources);
        var options = new XmatchOptions { Radius = 2 };
        string path = Path.Combine(_folder, "matches.hats");
        new HatsXmatch(source, OtherCatalog.Open(Other, Token), options).OpenResults(path, Work);

        new HatsXmatch(source, OtherCatalog.Open(Other, Token), options).OpenResults(path, Work);
        Directory.Delete(Other, recursive: true);
        PlainHats.Write(Other, sources[1..]);
        AssertRefused("the digest of the other catalogue is '");
        File.AppendAllText(Path.Combine(Other, "hats.properties"), "obs_collection=third\n");
        AssertRefused("the other catalogue is 'other sky' there and 'third' here");

        void AssertRefused(string words)
        {
            var match = new HatsXmatch(source, OtherCatalog.Open(Other, Token), options);
            TableException refusal = Assert.Throws<TableException>(() => match.OpenResults(path, Work));
            Assert.Equal(TableError.CatalogDiffers, refusal.Error);
            Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_is_no_catalogue_or_a_damaged_one_is_told_by_its_file()
    {
        (_, Source[] sources) = MakeSky();
        AssertRefused(TableError.TableNotUnderstood, "is no folder of a HATS catalogue", Path.Combine(_folder, "gaia"));
        PlainHats.Write(Other, sources);
        string properties = Path.Combine(Other, "hats.properties");
        string text = File.ReadAllText(properties);
        foreach (string key in new[] { "hats_col_ra", "hats_col_dec", "obs_collection" })
        {
            File.WriteAllText(properties, text.Replace(key, "x", StringComparison.Ordinal));
            AssertRefused(TableError.TableNotUnderstood, $"lacks the property {key}", Other);
        }

        File.WriteAllText(properties, text.Replace("=RAJ2000", "=ra", StringComparison.Ordinal));
        AssertRefused(TableError.TableDamaged, "hats_col_ra is 'ra', and it has no column of that name", Other);
        File.WriteAllText(properties, text);
        string info = Path.Combine(Other, "partition_info.csv");
        string listed = File.ReadAllText(info);
        foreach ((string lines, string words) in new[]
        {
            ("order,pixel\n1,2\n", "no columns Norder and Npix"), ("Norder,Npix\n1,x\n", "Npix 'x'"),
            ("Norder,Npix\n1,48\n", "Npix '48'"), ("Norder,Npix\n3\n", "Npix ''"),
            (listed + "7,3\n", "Npix=3.parquet': it is not there"),
        })
        {
            File.WriteAllText(info, lines);
            AssertRefused(TableError.TableDamaged, words, Other);
        }

        File.WriteAllText(info, listed);
        string file = Directory.GetFiles(Other, "Npix=*.parquet", SearchOption.AllDirectories)[0];
        File.WriteAllText(file, "cut");
        AssertRefused(TableError.TableDamaged, file, Other);

        static void AssertRefused(TableError error, string words, string path)
        {
            TableException refusal = Assert.Throws<TableException>(() => OtherCatalog.Open(path, Token));
            Assert.Equal(error, refusal.Error);
            Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
            Assert.NotNull(refusal.Path);
        }
    }

    [Fact]
    public void A_file_whose_pages_are_damaged_is_named()
    {
        (StarRecord[] stars, Source[] sources) = MakeSky();
        using HatsReader source = WriteStars(stars);
        PlainHats.Write(Other, sources, LayoutOf("wide"));
        foreach (string file in Directory.GetFiles(Other, "Npix=*.parquet", SearchOption.AllDirectories))
        {
            byte[] bytes = File.ReadAllBytes(file);
            bytes.AsSpan(4, 2000).Fill(0xFF);
            File.WriteAllBytes(file, bytes);
        }

        TableException refusal = Assert.Throws<TableException>(() => Match(source, new XmatchOptions { Radius = 2 }));

        Assert.Equal(TableError.TableDamaged, refusal.Error);
        Assert.StartsWith(Other, refusal.Path, StringComparison.Ordinal);
        Assert.Contains(refusal.Path!, refusal.Message, StringComparison.Ordinal);
    }

    // A group that is not read may be damaged.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Groups_of_rows_that_are_far_from_the_stars_are_not_read_where_the_pixels_tell(bool tell)
    {
        (SkyPosition near, SkyPosition far) = (new SkyPosition(10, 10), new SkyPosition(30, 5));
        const int RowsOfGroup = 2048;
        Source[] sources =
        [
            .. Enumerable.Range(0, 2 * RowsOfGroup)
                .Select(i => (Id: i, At: (i < RowsOfGroup ? near : far).Offset(i, 1 + (i % RowsOfGroup / 10.0))))
                .Select(one => new Source(one.Id, one.At.Ra, one.At.Dec)),
        ];
        using HatsReader source = WriteStars(
            sources[..10].Select((one, i) => StarAt(i, new SkyPosition(one.Ra, one.Dec))), maxRows: 5);
        PlainHats.Write(Other, sources, new() { Orders = [0, 0, 0], HasHealpix = tell });
        string file = Assert.Single(Directory.GetFiles(Other, "Npix=*.parquet", SearchOption.AllDirectories));
        (long From, long To)[] groups = Duck.Query(
            $"""
            SELECT min(data_page_offset), max(data_page_offset + total_compressed_size)
            FROM parquet_metadata({Duck.Quoted(file)}) GROUP BY row_group_id ORDER BY row_group_id
            """,
            row => (row.GetInt64(0), row.GetInt64(1)));
        Assert.Equal(2, groups.Length);
        (long from, long to) = groups[ProjectedPixel.Of(29, near) < ProjectedPixel.Of(29, far) ? 1 : 0];
        byte[] bytes = File.ReadAllBytes(file);
        bytes.AsSpan((int)from, (int)(to - from) / 2).Fill(0xFF);
        File.WriteAllBytes(file, bytes);

        if (tell)
        {
            (long, int?, double?)[] pairs = ReadPairs(Match(source, new XmatchOptions { Radius = 0 }));
            Assert.Equal(sources[..10].Select((one, i) => (100000000000000000 + i, (int?)one.Id, (double?)0)), pairs);
        }
        else
        {
            Assert.Throws<TableException>(() => Match(source, new XmatchOptions { Radius = 0 }));
        }
    }

    [Fact]
    public void Empty_partitions_and_an_empty_catalogue_have_no_partners()
    {
        (StarRecord[] stars, Source[] sources) = MakeSky();
        using HatsReader source = WriteStars(stars);
        PlainHats.Write(Other, sources);
        foreach (string file in Directory.GetFiles(Other, "Npix=*.parquet", SearchOption.AllDirectories))
        {
            Duck.Run($"COPY (SELECT * FROM {Duck.Files(file)} LIMIT 0) TO {Duck.Quoted(file)} (FORMAT parquet)");
        }

        string path = Match(source, new XmatchOptions { Radius = 5 });

        Assert.Contains("hats_nrows=0", File.ReadAllLines(Path.Combine(path, "hats.properties")));
        Assert.Empty(HatsChecker.CheckSource(path));
    }

    // More pairs than are held at a time: the stars are taken in parts.
    [Fact]
    public void Very_many_pairs_come_in_the_same_order()
    {
        SkyPosition centre = new(10, 10);
        StarRecord[] stars = [.. Enumerable.Range(0, 1500).Select(i => StarAt(i, centre.Offset(i, 1 + (i / 10.0))))];
        Source[] sources =
        [
            .. Enumerable.Range(0, 1600).Select(i => (i, At: centre.Offset(2 * i, 2 + (i / 11.0))))
                .Select(one => new Source(one.i, one.At.Ra, one.At.Dec)),
        ];
        using HatsReader source = WriteStars(stars, maxRows: 5000);
        PlainHats.Write(Other, sources);

        string path = Match(source, new XmatchOptions { Radius = 600, All = true });

        Assert.Equal(1500 * 1600, Assert.Single(Duck.Query(
            $"""
            SELECT count(*) FROM (SELECT *, lag(_healpix_29) OVER rows AS last, lag(Psid) OVER rows AS star,
                lag(Separation) OVER rows AS nearer
                FROM read_parquet('{path}/dataset/*/*/*.parquet', file_row_number = true, hive_partitioning = false)
                WINDOW rows AS (ORDER BY file_row_number))
            WHERE last IS NULL OR _healpix_29 > last OR (Psid = star AND Separation >= nearer)
                OR (_healpix_29 = last AND Psid <> star)
            """,
            row => row.GetInt64(0))));
    }

    private static PlainHats.Layout LayoutOf(string name) => name switch
    {
        "folders" => new() { Folders = true, ListsPartitions = false },
        "no pixels" => new() { HasHealpix = false },
        "old names" => new() { Properties = "properties", ListsPartitions = false },
        "wide" => new() { Orders = [0, 0, 0] },
        "floats" => new() { Type = "FLOAT" },
        "snappy" => new() { Codec = "snappy" },
        _ => new(),
    };

    // Stars in some regions, and around most of them sources: some where the star is, some far off. A few sources are
    // nowhere.
    private static (StarRecord[] Stars, Source[] Sources) MakeSky(bool singles = false)
    {
        var random = new Random(1);
        List<StarRecord> stars = [];
        List<Source> sources = [];
        foreach (SkyPosition region in Regions)
        {
            for (int i = 0; i < 150; i++)
            {
                StarRecord star = StarAt(stars.Count, Near(region, 400));
                stars.Add(star);
                SkyPosition position = new(star.Object.Ra, star.Object.Dec);
                for (int j = random.Next(4); j > 0; j--)
                {
                    SkyPosition there = j == 1 && random.Next(3) == 0 ? position : Near(position, 5);
                    sources.Add(singles
                        ? new Source(sources.Count, (float)there.Ra, (float)there.Dec)
                        : new Source(sources.Count, there.Ra, there.Dec));
                }
            }

            sources.Add(new Source(sources.Count, double.NaN, region.Dec));
            sources.Add(new Source(sources.Count, region.Ra, double.NaN));
        }

        return ([.. stars], [.. sources]);

        SkyPosition Near(SkyPosition center, double radius) =>
            center.Offset(360 * random.NextDouble(), radius * random.NextDouble());
    }

    private static StarRecord StarAt(int number, SkyPosition position) => new(new ZvarObject
    {
        Psid = 100000000000000000 + number,
        Ra = position.Ra,
        Dec = position.Dec,
        ObjectType = ObjectType.Star,
    });

    private HatsReader WriteStars(IEnumerable<StarRecord> stars, int maxRows = 40)
    {
        string path = Path.Combine(_folder, "zvar.hats");
        SkyStars.Write(path, stars, new HatsOptions { MaxRows = maxRows, Created = Created });
        return HatsReader.Open(path);
    }

    private string Match(HatsReader source, XmatchOptions options, OtherCatalog? other = null)
    {
        string path = Path.Combine(_folder, "matches.hats");
        var match = new HatsXmatch(source, other ?? OtherCatalog.Open(Other, Token), options);
        HatsResults results = match.OpenResults(path, Work);
        foreach (HatsTile tile in source.Tiles)
        {
            match.Write(results, tile, Token);
        }

        HatsCompletion.Complete(path, Token);
        return path;
    }

    private static IEnumerable<(long, int?, double?)> TryEveryPair(
        StarRecord[] stars, Source[] sources, double radius, bool all, bool unmatched)
    {
        foreach (StarRecord star in stars)
        {
            var position = new SkyPosition(star.Object.Ra, star.Object.Dec);
            (int? Id, double? Separation)[] near =
            [
                .. sources.Where(one => one.Position is not null)
                    .Select(one => ((int?)one.Id, (double?)position.SeparationTo(one.Position!.Value)))
                    .Where(one => one.Item2 <= radius).OrderBy(one => one.Item2),
            ];
            if (near.Length == 0 && unmatched)
            {
                yield return (star.Object.Psid, null, null);
            }

            foreach ((int? id, double? separation) in all ? near : near.Take(1))
            {
                yield return (star.Object.Psid, id, separation);
            }
        }
    }

    private static (long Psid, int? Id, double? Separation)[] ReadPairs(string path) => Duck.Query(
        $"""
        SELECT Psid, id, Separation
        FROM read_parquet('{path}/dataset/*/*/*.parquet', file_row_number = true, hive_partitioning = false)
        ORDER BY Psid, file_row_number
        """,
        row => (
            row.GetInt64(0),
            row.IsDBNull(1) ? (int?)null : row.GetInt32(1),
            row.IsDBNull(2) ? (double?)null : row.GetDouble(2)));

    private static void AssertSame(
        IEnumerable<(long Psid, int Id, double Separation)> expected, (long Psid, int? Id, double? Separation)[] found)
    {
        Assert.True(found.Length > 500);
        (long Psid, int Id, double Separation)[] there = [.. expected.OrderBy(one => (one.Psid, one.Id))];
        (long Psid, int? Id, double? Separation)[] here = [.. found.OrderBy(one => (one.Psid, one.Id))];
        Assert.Equal(there.Select(one => (one.Psid, (int?)one.Id)), here.Select(one => (one.Psid, one.Id)));
        Assert.All(there.Zip(here), pair => Assert.Equal(pair.First.Separation, pair.Second.Separation!.Value, 1e-6));
    }

    private static (string, string)[] Contents(string path) =>
    [
        .. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => (Path.GetRelativePath(path, file), Convert.ToBase64String(File.ReadAllBytes(file)))),
    ];
}
