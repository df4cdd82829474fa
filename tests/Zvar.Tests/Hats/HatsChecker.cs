using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using DuckDB.NET.Data;
using Parquet;

namespace Zvar.Tests.Hats;

/// <summary>
/// Whether a folder is a collection of HATS 1.0 by the letter: the rules of its validators (hats' is_valid_collection,
/// strict, and hats-import's verification) and of the IVOA Note, with code of its own and DuckDB.
/// </summary>
internal sealed class HatsChecker
{
    private static readonly string[] CollectionKeys =
    [
        "obs_collection", "hats_primary_table_url", "all_margins", "default_margin", "all_indexes", "default_index",
        "hats_builder", "hats_creation_date", "hats_estsize", "hats_version", "obs_description",
    ];

    private static readonly Dictionary<string, string[]> Required = new()
    {
        ["object"] = ["hats_col_ra", "hats_col_dec", "hats_col_healpix", "hats_col_healpix_order", "hats_order",
            "hats_max_rows", "hats_skymap_order", "moc_sky_fraction"],
        ["source"] = ["hats_col_ra", "hats_col_dec", "hats_col_healpix", "hats_col_healpix_order", "hats_order",
            "hats_max_rows", "hats_skymap_order", "moc_sky_fraction"],
        ["margin"] = ["hats_col_ra", "hats_col_dec", "hats_primary_table_url", "hats_margin_threshold"],
        ["index"] = ["hats_primary_table_url", "hats_index_column"],
    };

    private readonly string _path;
    private readonly List<string> _complaints = [];

    private HatsChecker(string path) => _path = path;

    /// <summary>All that is wrong with a collection.</summary>
    internal static IReadOnlyList<string> Check(string path) => Check(path, checker => checker.CheckCollection());

    /// <summary>
    /// All that is wrong with a catalogue of sources that is in no collection: rows of stars, several of one.
    /// </summary>
    internal static IReadOnlyList<string> CheckSource(string path) => Check(path, checker =>
    {
        if (checker.CheckTable("", "source") is { } table)
        {
            checker.CheckPrimary(table);
        }
    });

    private static List<string> Check(string path, Action<HatsChecker> check)
    {
        var checker = new HatsChecker(path);
        try
        {
            check(checker);
        }
        catch (DuckDBException error)
        {
            checker._complaints.Add($"DuckDB cannot read it: {error.Message}");
        }

        return checker._complaints;
    }

    private void Expect(bool isSo, string complaint)
    {
        if (!isSo)
        {
            _complaints.Add(complaint);
        }
    }

    private void CheckCollection()
    {
        string file = Path.Combine(_path, "collection.properties");
        if (!File.Exists(file))
        {
            _complaints.Add("no collection.properties");
            return;
        }

        Dictionary<string, string> collection = ReadProperties(file);
        foreach (string key in collection.Keys.Except(CollectionKeys))
        {
            _complaints.Add($"collection.properties has the unknown key {key}");
        }

        Expect(collection.ContainsKey("obs_collection"), "collection.properties lacks obs_collection");
        Expect(!File.Exists(Path.Combine(_path, "hats.properties")), "the collection's root has hats.properties");
        Expect(!File.Exists(Path.Combine(_path, "properties")), "the collection's root has properties");
        if (!collection.TryGetValue("hats_primary_table_url", out string? primary))
        {
            _complaints.Add("collection.properties lacks hats_primary_table_url");
            return;
        }

        string[] margins = Words(collection, "all_margins");
        string[] indexes = Words(collection, "all_indexes");
        Expect(
            margins.Contains(collection.GetValueOrDefault("default_margin")),
            "default_margin is none of all_margins");
        Expect(indexes.Length % 2 == 0, "all_indexes are no pairs");
        Expect(
            indexes.Where((_, i) => i % 2 == 0).Contains(collection.GetValueOrDefault("default_index")),
            "default_index is none of all_indexes");
        if (CheckTable(primary, "object") is not { } table)
        {
            return;
        }

        CheckPrimary(table);
        foreach (string margin in margins)
        {
            if (CheckTable(margin, "margin") is { } found)
            {
                CheckMargin(table, found);
            }
        }

        for (int i = 0; i + 1 < indexes.Length; i += 2)
        {
            if (CheckTable(indexes[i + 1], "index") is { } found)
            {
                Expect(
                    found.Properties.GetValueOrDefault("hats_index_column") == indexes[i],
                    "the index is of another column");
                CheckIndex(table, found);
            }
        }
    }

    // What is true of every catalogue of the collection; null where no more can be told.
    private Table? CheckTable(string name, string type)
    {
        string folder = Path.Combine(_path, name);
        string[] properties = [Path.Combine(folder, "hats.properties"), Path.Combine(folder, "properties")];
        if (!properties.All(File.Exists))
        {
            _complaints.Add($"{name} lacks hats.properties or properties");
            return null;
        }

        Expect(
            File.ReadAllText(properties[0]) == File.ReadAllText(properties[1]), $"the two properties of {name} differ");
        Dictionary<string, string> said = ReadProperties(properties[0]);
        Expect(said.GetValueOrDefault("dataproduct_type") == type, $"{name} is no {type}");
        foreach (string key in Required[type].Concat(["obs_collection", "hats_nrows", "hats_version", "hats_builder"])
            .Where(key => !said.ContainsKey(key)))
        {
            _complaints.Add($"{name} lacks the property {key}");
        }

        string dataset = Path.Combine(folder, "dataset");
        string metadata = Path.Combine(dataset, "_metadata");
        string common = Path.Combine(dataset, "_common_metadata");
        Expect(File.Exists(metadata), $"{name} lacks _metadata");
        Expect(File.Exists(common), $"{name} lacks _common_metadata");
        if (!File.Exists(metadata) || !File.Exists(common))
        {
            return null;
        }

        string[] onDisk =
        [
            .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')),
        ];
        string[] data = [.. onDisk.Where(IsData).Select(file => file["dataset/".Length..])];
        foreach (string stray in onDisk.Where(file => !IsData(file)).Except(OtherFiles(type)))
        {
            _complaints.Add($"{name} has the stray file {stray}");
        }

        foreach (string missing in OtherFiles(type).Except(onDisk))
        {
            _complaints.Add($"{name} lacks {missing}");
        }

        (string File, long Rows)[] groups = ReadGroups(metadata);
        Expect(ReadGroups(common).Length == 0, $"_common_metadata of {name} has groups of rows");
        Expect(
            groups.Select(group => group.File).Distinct().Order().SequenceEqual(data.Order()),
            $"_metadata of {name} names other files than there are");
        long rows = 0;
        foreach (string file in data)
        {
            long inFile = ReadGroups(Path.Combine(dataset, file)).Sum(group => group.Rows);
            rows += inFile;
            Expect(
                groups.Where(group => group.File == file).Sum(group => group.Rows) == inFile,
                $"_metadata of {name} has another count of rows for {file}");
            Expect(
                Schema(Path.Combine(dataset, file)).SequenceEqual(Schema(common)),
                $"the schema of {name}/{file} is another");
        }

        Expect(Schema(metadata).SequenceEqual(Schema(common)), $"the schema of {name}'s _metadata is another");
        Expect(said.GetValueOrDefault("hats_nrows") == $"{rows}", $"hats_nrows of {name} is not its count of rows");
        var table = new Table(type, name, dataset, said, data, groups);
        if (type != "index")
        {
            CheckPartitions(table);
        }

        return table;
    }

    private void CheckPartitions(Table table)
    {
        string[] lines = File.ReadAllLines(Path.Combine(_path, table.Name, "partition_info.csv"));
        Expect(lines[0] == "Norder,Npix", $"partition_info.csv of {table.Name} has other columns");
        string[] listed = [.. lines.Skip(1)];
        Expect(
            listed.Order().SequenceEqual(table.Pixels.Select(pixel => $"{pixel.Order},{pixel.Number}").Order()),
            $"partition_info.csv of {table.Name} lists other pixels than there are");
        foreach ((string file, (int order, long number)) in table.Data.Zip(table.Pixels))
        {
            Expect(
                file == $"Norder={order}/Dir={number / 10000 * 10000}/Npix={number}.parquet",
                $"{file} is in another folder");
        }

        Expect(
            table.Groups.Select(group => group.File).SequenceEqual(
                table.Groups.Select(group => group.File).OrderBy(file => Finest(PixelOf(file)))),
            $"the groups of {table.Name}'s _metadata are not in the order of HEALPix");
        if (table.Data.Length == 0)
        {
            return;
        }

        string[] columns =
            [.. Schema(Path.Combine(table.Dataset, "_common_metadata")).Select(one => one.Split(' ')[0])];
        Expect(
            !columns.Intersect(["Norder", "Dir", "Npix"]).Any(),
            $"the data of {table.Name} have a column of the path");
        foreach (string file in table.Data)
        {
            CheckRows(table, file);
        }

        string from = Duck.Files(table.Data.Select(file => Path.Combine(table.Dataset, file)));
        foreach (string nested in table.Type == "source"
            ? []
            : new[] { "lc", "fluxes", "periods", "matchfiles", "matches", "matched" })
        {
            string[] fields = Duck.Query($"SELECT {nested} FROM {from} LIMIT 1", row =>
                ((Dictionary<string, object?>)row.GetValue(0)).Keys.ToArray())[0];
            string lengths = string.Join(", ", fields.Select(field => $"len({nested}.\"{field}\")"));
            Expect(
                Duck.Query($"SELECT 1 FROM {from} WHERE len(list_distinct([{lengths}])) > 1", _ => 0).Length == 0,
                $"the lists of {nested} in {table.Name} differ in length");
        }
    }

    private void CheckRows(Table table, string file)
    {
        string from = Duck.Files(Path.Combine(table.Dataset, file));
        (long Healpix, SkyPosition Position)[] rows = Duck.Query(
            $"SELECT _healpix_29, Ra, Dec FROM {from}",
            row => (row.GetInt64(0), new SkyPosition(row.GetDouble(1), row.GetDouble(2))));
        Expect(
            rows.Select(row => row.Healpix).SequenceEqual(rows.Select(row => row.Healpix).Order()),
            $"{file} is not sorted");
        Expect(
            rows.All(row => row.Healpix == ProjectedPixel.Of(29, row.Position)),
            $"_healpix_29 of {file} is not of its places");
    }

    private void CheckPrimary(Table table)
    {
        (int, long)[] pixels = [.. table.Pixels.OrderBy(Finest)];
        for (int i = 1; i < pixels.Length; i++)
        {
            Expect(
                Finest((pixels[i - 1].Item1, pixels[i - 1].Item2 + 1)) <= Finest(pixels[i]),
                "two partitions overlap");
        }

        Dictionary<long, (int, long)> stars = [];
        foreach ((string file, (int Order, long Number) pixel) in table.Data.Zip(table.Pixels))
        {
            foreach ((long psid, long healpix) in Stars(table, file))
            {
                Expect(healpix >> (2 * (29 - pixel.Order)) == pixel.Number, $"a row of {file} is of another pixel");
                Expect(stars.TryAdd(psid, pixel) || table.Type == "source", $"the star {psid} is there twice");
            }

            Expect(
                table.Groups.Where(group => group.File == file).Sum(group => group.Rows)
                    <= long.Parse(table.Properties["hats_max_rows"], CultureInfo.InvariantCulture),
                $"{file} has more rows than hats_max_rows");
        }

        Expect(
            table.Properties["hats_order"] == $"{pixels.Select(pixel => pixel.Item1).DefaultIfEmpty().Max()}",
            "hats_order is not the finest order");
        double fraction = pixels.Sum(pixel => 1 / (12 * Math.Pow(4, pixel.Item1)));
        double said = double.Parse(table.Properties["moc_sky_fraction"], CultureInfo.InvariantCulture);
        Expect(Math.Abs(said - fraction) < 1e-9, "moc_sky_fraction is another");
        CheckMap(table, "point_map.fits");
        CheckMap(table, "skymap.fits");
    }

    private void CheckMap(Table table, string name)
    {
        byte[] fits = File.ReadAllBytes(Path.Combine(_path, table.Name, name));
        Dictionary<string, string> cards = [];
        int at = 0;
        for (int headers = 0; headers < 2; headers++)
        {
            for (string card = ""; card.TrimEnd() != "END"; at += 80)
            {
                card = Encoding.ASCII.GetString(fits, at, 80);
                cards[card[..8].TrimEnd()] = card.Length > 10 ? card[10..].Trim(' ', '\'') : "";
            }

            at = (at + 2879) / 2880 * 2880;
        }

        int order = int.Parse(table.Properties["hats_skymap_order"], CultureInfo.InvariantCulture);
        long[] counts = new long[12 << (2 * order)];
        foreach ((_, long healpix) in table.Data.SelectMany(file => Stars(table, file)))
        {
            counts[healpix >> (2 * (29 - order))]++;
        }

        Expect(
            (cards["PIXTYPE"], cards["ORDERING"], cards["NSIDE"], cards["LASTPIX"], cards["NAXIS2"])
                == ("HEALPIX", "NESTED", $"{1 << order}", $"{counts.Length - 1}", $"{counts.Length}"),
            $"{name} is no map of HEALPix");
        Expect(
            counts.Select((_, i) => BinaryPrimitives.ReadInt64BigEndian(fits.AsSpan(at + (8 * i))))
                .SequenceEqual(counts),
            $"{name} counts other stars");
    }

    // The points of a circle within the threshold around a star are in pixels that the star borders.
    private void CheckMargin(Table primary, Table margin)
    {
        Expect(
            margin.Properties.GetValueOrDefault("hats_primary_table_url") == primary.Name,
            "the margin is of another table");
        double threshold = double.Parse(margin.Properties["hats_margin_threshold"], CultureInfo.InvariantCulture);
        Dictionary<(int, long), HashSet<long>> held = margin.Data.Zip(margin.Pixels)
            .ToDictionary(one => one.Second, one => Stars(margin, one.First).Select(star => star.Psid).ToHashSet());
        string from = Duck.Files(primary.Data.Select(file => Path.Combine(primary.Dataset, file)));
        (long Psid, SkyPosition Position)[] stars = Duck.Query(
            $"SELECT Psid, Ra, Dec FROM {from}",
            row => (row.GetInt64(0), new SkyPosition(row.GetDouble(1), row.GetDouble(2))));
        (int Order, long Number)[] everywhere = [.. primary.Pixels.Concat(margin.Pixels).Distinct()];
        int[] orders = [.. everywhere.Select(pixel => pixel.Order).Distinct()];
        HashSet<(int, long)> known = [.. everywhere];
        foreach ((long psid, SkyPosition star) in stars)
        {
            (int, long) own = PixelAt(star);
            for (int i = 0; i < 96; i++)
            {
                SkyPosition point = star.Offset(i * 360 / 48.0, threshold * (0.999 - (0.4 * (i / 48))));
                (int, long) pixel = PixelAt(point);
                if (pixel != own)
                {
                    Expect(
                        held.TryGetValue(pixel, out HashSet<long>? inMargin) && inMargin.Contains(psid),
                        $"the margin of {pixel} lacks {psid}");
                }
            }
        }

        Dictionary<long, SkyPosition> places = stars.DistinctBy(star => star.Psid)
            .ToDictionary(star => star.Psid, star => star.Position);
        foreach (((int Order, long Number) pixel, HashSet<long> inMargin) in held)
        {
            foreach (long psid in inMargin)
            {
                if (!places.TryGetValue(psid, out SkyPosition place))
                {
                    _complaints.Add($"the margin of {pixel} has a star that the primary lacks");
                    continue;
                }

                Expect(
                    ProjectedPixel.Of(pixel.Order, place) != pixel.Number,
                    $"the margin of {pixel} has a star of its own");
                Expect(
                    Enumerable.Range(0, 720).Any(i => ProjectedPixel.Of(
                        pixel.Order, place.Offset(i / 2.0, threshold * (0.1 + (0.26 * (i % 6))))) == pixel.Number),
                    $"the margin of {pixel} has a star from afar");
            }
        }

        Expect(
            margin.Data.Length == 0 || Duck.Query(
                $"SELECT * FROM ({All(margin)}) EXCEPT SELECT * FROM ({All(primary)})", _ => 0).Length == 0,
            "a row of the margin is not as in the primary");

        (int, long) PixelAt(SkyPosition position)
        {
            foreach (int order in orders)
            {
                if (known.Contains((order, ProjectedPixel.Of(order, position))))
                {
                    return (order, ProjectedPixel.Of(order, position));
                }
            }

            return (-1, -1);
        }
    }

    private void CheckIndex(Table primary, Table index)
    {
        Expect(
            index.Properties.GetValueOrDefault("hats_primary_table_url") == primary.Name,
            "the index is of another table");
        Expect(
            Schema(Path.Combine(index.Dataset, "_common_metadata")).Select(one => one.Split(' ')[0]).Skip(1).Order()
                .SequenceEqual(Words(index.Properties, "hats_index_extra_column").Order()
                    .Concat(["Norder", "Npix", index.Properties.GetValueOrDefault("hats_index_column")]).Order()),
            "the index has other columns than it says");
        if (index.Properties.GetValueOrDefault("hats_index_column") == "matches.Id")
        {
            CheckMatchIndex(primary, index);
            return;
        }

        (long Psid, long Place, int Order, long Number)[] entries = Entries(index, "Psid", row => row.GetInt64(0));
        Expect(
            entries.Select(one => one.Psid).SequenceEqual(entries.Select(one => one.Psid).Order()),
            "the index is not sorted");
        Expect(
            entries.Order().SequenceEqual(primary.Data.Zip(primary.Pixels).SelectMany(one =>
                Stars(primary, one.First).Select(star =>
                    (star.Psid, star.Healpix, one.Second.Order, one.Second.Number))).Order()),
            "the index has other stars than the primary, or elsewhere");
    }

    // A row for each source that a star was matched with, in the order of Parquet's texts: that of their bytes.
    private void CheckMatchIndex(Table primary, Table index)
    {
        ((string Id, string Catalog, long Psid) Match, long Place, int Order, long Number)[] entries = Entries(
            index, "\"matches.Id\", Catalog, Psid", row => (row.GetString(0), row.GetString(1), row.GetInt64(2)));
        for (int i = 1; i < entries.Length; i++)
        {
            Expect(
                Encoding.UTF8.GetBytes(entries[i - 1].Match.Id).AsSpan()
                    .SequenceCompareTo(Encoding.UTF8.GetBytes(entries[i].Match.Id)) <= 0,
                "the index by match is not sorted");
        }

        Expect(
            entries.Order().SequenceEqual(primary.Data.Zip(primary.Pixels).SelectMany(one => Duck.Query(
                "SELECT unnest(matches.Id), unnest(matches.Catalog), Psid, _healpix_29 FROM "
                + Duck.Files(Path.Combine(primary.Dataset, one.First)),
                row => (
                    (row.GetString(0), row.GetString(1), row.GetInt64(2)),
                    row.GetInt64(3),
                    one.Second.Order,
                    one.Second.Number))).Order()),
            "the index by match has other sources than the primary, or stars elsewhere");
        Expect(
            Words(index.Properties, "zvar_matched_catalogs").Select(Uri.UnescapeDataString).SequenceEqual(Duck.Query(
                $"SELECT DISTINCT unnest(matched.Catalog) FROM ({All(primary)}) ORDER BY 1", row => row.GetString(0))),
            "the index by match names other catalogues than stars were matched with");
        foreach (string file in index.Data)
        {
            CheckBounds(Path.Combine(index.Dataset, file));
        }
    }

    // By these a reader chooses which groups of rows it reads.
    private void CheckBounds(string file)
    {
        (string Least, string Most, long Rows)[] said = Duck.Query(
            $"SELECT stats_min_value, stats_max_value, row_group_num_rows FROM parquet_metadata({Duck.Quoted(file)})"
            + " WHERE column_id = 0 ORDER BY row_group_id",
            row => (row.GetString(0), row.GetString(1), row.GetInt64(2)));
        string[] ids = Duck.Query($"SELECT \"matches.Id\" FROM {Duck.Files(file)}", row => row.GetString(0));
        int at = 0;
        foreach ((string least, string most, long rows) in said)
        {
            string[] inGroup = ids[at..(at += (int)rows)];
            Expect(
                inGroup.Order(StringComparer.Ordinal).First() == least
                    && inGroup.Order(StringComparer.Ordinal).Last() == most,
                "a group of the index by match has other bounds than its rows");
        }
    }

    // Rows of an index in their order, with what it is by before the place and the partition.
    private static (TKey Key, long Place, int Order, long Number)[] Entries<TKey>(
        Table index, string columns, Func<DuckDBDataReader, TKey> keyOf)
    {
        string[] files = [.. index.Groups.Select(group => group.File).Distinct()];
        return files.Length == 0 ? [] : Duck.Query(
            $"SELECT {columns}, _healpix_29, Norder, Npix FROM "
            + Duck.Files(files.Select(file => Path.Combine(index.Dataset, file))),
            row => (
                keyOf(row),
                row.GetInt64(row.FieldCount - 3),
                (int)row.GetByte(row.FieldCount - 2),
                (long)row.GetFieldValue<ulong>(row.FieldCount - 1)));
    }

    private static string All(Table table) =>
        $"SELECT * FROM {Duck.Files(table.Data.Select(file => Path.Combine(table.Dataset, file)))}";

    private static (long Psid, long Healpix)[] Stars(Table table, string file)
    {
        if (!table.Stars.TryGetValue(file, out (long, long)[]? stars))
        {
            stars = Duck.Query(
                $"SELECT Psid, _healpix_29 FROM {Duck.Files(Path.Combine(table.Dataset, file))}",
                row => (row.GetInt64(0), row.GetInt64(1)));
            table.Stars.Add(file, stars);
        }

        return stars;
    }

    private static (string File, long Rows)[] ReadGroups(string file)
    {
        using FileStream stream = File.OpenRead(file);
        ParquetReader reader = ParquetReader.CreateAsync(stream).GetAwaiter().GetResult();
        return
        [
            .. reader.Metadata!.RowGroups.Select(group => (
                group.Columns.Select(column => column.FilePath).Distinct().Single() ?? "", group.NumRows)),
        ];
    }

    private static string[] Schema(string file) => Duck.Query(
        $"SELECT name, type, repetition_type, num_children FROM parquet_schema({Duck.Quoted(file)})",
        row => string.Join(' ', Enumerable.Range(0, 4).Select(i => row.IsDBNull(i) ? "-" : $"{row.GetValue(i)}")));

    private static bool IsData(string file) =>
        file.StartsWith("dataset/", StringComparison.Ordinal) && file.EndsWith(".parquet", StringComparison.Ordinal)
        && (file.StartsWith("dataset/index/part.", StringComparison.Ordinal)
            || file.StartsWith("dataset/Norder=", StringComparison.Ordinal));

    private static string[] OtherFiles(string type) =>
    [
        "hats.properties", "properties", "dataset/_metadata", "dataset/_common_metadata",
        .. type == "index" ? [] : (string[])["partition_info.csv"],
        .. type is "object" or "source" ? (string[])["point_map.fits", "skymap.fits"] : [],
    ];

    private static string[] Words(Dictionary<string, string> properties, string key) =>
        properties.GetValueOrDefault(key, "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static Dictionary<string, string> ReadProperties(string file) => File.ReadAllLines(file)
        .Where(line => line.Contains('=', StringComparison.Ordinal) && line[0] != '#')
        .Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);

    private static (int Order, long Number) PixelOf(string file)
    {
        string[] parts = file.Split('/');
        return (
            int.Parse(parts[0]["Norder=".Length..], CultureInfo.InvariantCulture),
            long.Parse(parts[2]["Npix=".Length..^".parquet".Length], CultureInfo.InvariantCulture));
    }

    private static long Finest((int Order, long Number) pixel) => pixel.Number << (2 * (29 - pixel.Order));

    private sealed class Table(
        string type,
        string name,
        string dataset,
        Dictionary<string, string> properties,
        string[] data,
        (string File, long Rows)[] groups)
    {
        internal string Type => type;

        internal string Name => name;

        internal string Dataset => dataset;

        internal Dictionary<string, string> Properties => properties;

        internal string[] Data => data;

        internal (string File, long Rows)[] Groups => groups;

        internal (int Order, long Number)[] Pixels { get; } = type == "index" ? [] : [.. data.Select(PixelOf)];

        internal Dictionary<string, (long, long)[]> Stars { get; } = [];
    }
}
