using System.Globalization;
using static Zvar.Tables.HatsFacts;

namespace Zvar.Tables;

// Makes a version of a collection of the stars that came and of the version before. Files that are there are whole, and
// are not made again.
internal sealed class HatsBuild : IDisposable
{
    private const byte OldSpool = 0;
    private const byte BorderSpool = 2;

    private readonly HatsCollection _collection;
    private readonly HatsCatalog? _existing;
    private readonly HatsOptions _options;
    private readonly DateTimeOffset _created;
    private readonly HatsFolder _primary;
    private readonly HatsFolder _margin;
    private readonly HatsFolder _index;
    private readonly HatsFolder _matchIndex;
    private readonly string _exportFolder;
    private readonly string[] _names;
    private readonly double _threshold;
    private readonly HatsSpool _old;
    private readonly HatsSpool _border;
    private readonly HatsSpool _new;

    internal HatsBuild(
        HatsCollection collection,
        int version,
        HatsCatalog? existing,
        string exportFolder,
        HatsSpool spool,
        HatsOptions options)
    {
        (_collection, _existing, _options, _new) = (collection, existing, options, spool);
        _exportFolder = exportFolder;
        _created = options.Created ?? spool.Began;
        _threshold = existing is null ? options.MarginThreshold : ThresholdOf(existing);
        _names =
        [
            collection.PrimaryName(version), collection.MarginName(version, _threshold), collection.IndexName(version),
            collection.MatchIndexName(version),
        ];
        _primary = collection.FolderOf(_names[0]);
        _margin = collection.FolderOf(_names[1]);
        _index = collection.FolderOf(_names[2]);
        _matchIndex = collection.FolderOf(_names[3]);
        _old = Fresh(Path.Combine(exportFolder, "old"), OldSpool);
        _border = Fresh(Path.Combine(exportFolder, "border"), BorderSpool);
    }

    internal HatsSummary Run(IProgress<double>? progress, CancellationToken cancellationToken)
    {
        HatsPixel[] kept = ReadChanging(cancellationToken);
        var stars = new SpooledStars(_old, _new);
        IReadOnlyList<HatsPartition> partitions = HatsPartitions.Divide(stars.All, kept, _options);
        HatsPixel[] pixels = [.. partitions.Select(one => one.Pixel).Concat(kept).OrderBy(pixel => pixel.First)];
        (HatsPixel Pixel, SpooledStar[] Stars)[] margins = FindMargins(pixels, stars);

        int steps = partitions.Count + margins.Length + 4;
        int done = 0;
        void Report()
        {
            progress?.Report((double)Interlocked.Increment(ref done) / steps);
            cancellationToken.ThrowIfCancellationRequested();
        }

        foreach (HatsPixel pixel in kept)
        {
            _primary.Take(pixel.Path, _existing!.Primary);
        }

        var parallel = new ParallelOptions
        {
            CancellationToken = cancellationToken,
            MaxDegreeOfParallelism = Environment.ProcessorCount,
        };
        Parallel.ForEach(partitions, parallel, one =>
        {
            _primary.WritePartition(one.Pixel, stars.All.Skip(one.From).Take(one.Count).Select(stars.Read));
            Report();
        });
        Parallel.ForEach(margins, parallel, one =>
        {
            _margin.WritePartition(
                one.Pixel, one.Stars.Select(star => star.Spool == BorderSpool ? _border.Read(star) : stars.Read(star)));
            Report();
        });
        IReadOnlyList<string> indexFiles = HatsIndex.Write(_index, IndexOf(partitions, stars, kept));
        Report();
        WriteMatchIndex(partitions, kept, parallel);
        Report();

        long rows = _primary.WriteMetadata(pixels.Select(pixel => pixel.Path));
        long marginRows = _margin.WriteMetadata(
            margins.Select(one => one.Pixel.Path), schemaOf: _primary.FileOf(pixels[0].Path));
        _index.WriteMetadata(indexFiles);
        Report();
        _primary.WritePartitionInfo(pixels);
        _margin.WritePartitionInfo(margins.Select(one => one.Pixel));
        WriteProperties(pixels, partitions, stars, kept, rows);
        WriteMarginProperties(margins, marginRows);
        WriteIndexProperties(rows);
        Report();
        WriteCollection(stars);
        return new HatsSummary(_collection.Path, _collection.Name, rows, 0, pixels.Length, marginRows);
    }

    public void Dispose()
    {
        _old.Dispose();
        _border.Dispose();
    }

    private static double ThresholdOf(HatsCatalog existing) =>
        existing.Margin is { } margin
        && HatsProperties.Read(margin.Properties).GetValueOrDefault(HatsProperties.MarginThreshold) is { } threshold
            ? double.Parse(threshold, CultureInfo.InvariantCulture)
            : throw new TableException(
                TableError.TableNotUnderstood,
                $"The HATS catalogue '{existing.Path}' has no margin, and cannot be added to.");

    private HatsSpool Fresh(string path, byte number)
    {
        File.Delete(path);
        return new HatsSpool(path, number, _created);
    }

    // Takes the stars of those partitions that change, and what the margins have of others; gives the partitions that
    // stay.
    private HatsPixel[] ReadChanging(CancellationToken cancellationToken)
    {
        if (_existing is null)
        {
            return [];
        }

        HashSet<HatsPixel> changing =
            [.. _existing.Find(_new.Stars.Select(star => star.Psid)).Values.Select(entry => entry.Pixel)];
        foreach (SpooledStar star in _new.Stars)
        {
            if (HatsPartitions.IndexOf(_existing.Partitions, star.Healpix) is >= 0 and var index)
            {
                changing.Add(_existing.Partitions[index]);
            }
        }

        foreach (ParquetGroup group in _existing.Groups.Where(group => changing.Contains(HatsPixel.Of(group.File))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            AddAll(_existing.Read(group, HatsRows.AllColumns), _old, _ => true);
        }

        HatsPixel[] kept = [.. _existing.Partitions.Where(pixel => !changing.Contains(pixel))];
        foreach (ParquetGroup group in ParquetGroup.ReadAll(_existing.Margin!.Metadata, HatsTable.Healpix))
        {
            cancellationToken.ThrowIfCancellationRequested();
            AddAll(
                _existing.Read(_existing.Margin!, group, HatsRows.AllColumns),
                _border,
                star => HatsPartitions.IndexOf(kept, HatsTable.HealpixOf(star)) >= 0);
        }

        _old.Flush();
        _border.Flush();
        return kept;
    }

    private static void AddAll(HatsRows rows, HatsSpool to, Func<StarRecord, bool> isWanted)
    {
        foreach (StarRecord star in Enumerable.Range(0, rows.Count).Select(rows.StarOf).Where(isWanted))
        {
            to.Add(star);
        }
    }

    private (HatsPixel Pixel, SpooledStar[] Stars)[] FindMargins(HatsPixel[] pixels, SpooledStars stars)
    {
        var margin = new HatsMargin(pixels, _threshold);
        return
        [
            .. stars.All.AsParallel()
                .Concat(_border.Stars.DistinctBy(star => star.Psid).AsParallel())
                .SelectMany(star => margin.FindNear(star.Healpix).Select(near => (Near: near, Star: star)))
                .GroupBy(one => one.Near, one => one.Star)
                .AsEnumerable()
                .OrderBy(near => near.Key)
                .Select(near => (
                    margin.Pixels[near.Key],
                    near.OrderBy(star => star.Healpix).ThenBy(star => star.Psid).ToArray())),
        ];
    }

    private List<IndexEntry> IndexOf(IReadOnlyList<HatsPartition> partitions, SpooledStars stars, HatsPixel[] kept)
    {
        HashSet<HatsPixel> staying = [.. kept];
        IEnumerable<IndexEntry> old = _existing is null ? [] : _existing.IndexGroups
            .SelectMany(group => HatsIndex.Read(_existing.Index, group))
            .Where(entry => staying.Contains(entry.Pixel));
        List<IndexEntry> entries = new(stars.All.Length);
        foreach (HatsPartition one in partitions)
        {
            foreach (SpooledStar star in stars.All.AsSpan(one.From, one.Count))
            {
                entries.Add(new IndexEntry(star.Psid, one.Pixel, star.Healpix));
            }
        }

        entries.AddRange(old);
        entries.Sort((one, other) => one.Psid.CompareTo(other.Psid));
        return entries;
    }

    private void WriteMatchIndex(IReadOnlyList<HatsPartition> partitions, HatsPixel[] kept, ParallelOptions parallel)
    {
        using var writer = new HatsMatchIndexWriter(Path.Combine(_exportFolder, "matches"));
        IEnumerable<HatsPixel> toRead = partitions.Select(one => one.Pixel);
        if (_existing?.MatchIndex is { } before)
        {
            writer.Add(before, [.. kept]);
        }
        else
        {
            toRead = toRead.Concat(kept);
        }

        Parallel.ForEach(toRead, parallel, pixel => writer.Add(_primary.FileOf(pixel.Path), pixel));
        long rows = writer.Write(_matchIndex);
        _matchIndex.WriteProperties(
        [
            .. IndexFacts(_names[3], rows), ("hats_index_column", HatsMatchIndex.Column),
            ("hats_index_extra_column", $"{nameof(CatalogMatch.Catalog)} {HatsTable.Psid} {HatsTable.Healpix}"),
            (HatsProperties.MatchedCatalogs, HatsProperties.ListOf(writer.Catalogs)),
            .. Provenance(_matchIndex.EstimateSize()),
        ]);
    }

    private void WriteProperties(
        HatsPixel[] pixels, IReadOnlyList<HatsPartition> partitions, SpooledStars stars, HatsPixel[] kept, long rows)
    {
        int order = pixels.Max(pixel => pixel.Order);
        int skymapOrder = HatsSkymap.OrderFor(order);
        _primary.WriteSkymap(HatsSkymap.Format(CountStars(skymapOrder, stars, kept), skymapOrder));
        int most = partitions.Select(one => one.Count).Concat(CountRows(kept)).Max();
        _primary.WriteProperties(
        [
            (HatsProperties.Collection, _names[0]), ("dataproduct_type", "object"), (HatsProperties.Rows, Text(rows)),
            ("hats_col_ra", HatsTable.Ra), ("hats_col_dec", HatsTable.Dec), .. HealpixColumn,
            ("hats_npix_suffix", ".parquet"), ("hats_skymap_order", Text(skymapOrder)), ("hats_max_rows", Text(most)),
            ("hats_order", Text(order)), ("moc_sky_fraction", Text(pixels.Sum(pixel => pixel.SkyFraction))),
            .. Provenance(_primary.EstimateSize()), (HatsProperties.Description, DescriptionOf(stars)),
            (HatsProperties.Synthetic, SyntheticOf(stars)),
        ]);
    }

    private void WriteMarginProperties((HatsPixel Pixel, SpooledStar[] Stars)[] margins, long rows) =>
        _margin.WriteProperties(
        [
            (HatsProperties.Collection, _names[1]), ("dataproduct_type", "margin"), (HatsProperties.Rows, Text(rows)),
            ("hats_col_ra", HatsTable.Ra), ("hats_col_dec", HatsTable.Dec), .. HealpixColumn,
            (HatsProperties.PrimaryTable, _names[0]),
            (HatsProperties.MarginThreshold, _threshold.ToString("R", CultureInfo.InvariantCulture)),
            ("hats_npix_suffix", ".parquet"),
            ("hats_order", Text(margins.Select(one => one.Pixel.Order).DefaultIfEmpty().Max())),
            ("moc_sky_fraction", Text(margins.Sum(one => one.Pixel.SkyFraction))),
            .. Provenance(_margin.EstimateSize()),
        ]);

    private void WriteIndexProperties(long rows) => _index.WriteProperties(
    [
        .. IndexFacts(_names[2], rows), ("hats_index_column", HatsTable.Psid),
        ("hats_index_extra_column", HatsTable.Healpix), .. Provenance(_index.EstimateSize()),
    ]);

    private (string, string)[] IndexFacts(string name, long rows) =>
    [
        (HatsProperties.Collection, name), ("dataproduct_type", "index"), (HatsProperties.Rows, Text(rows)),
        (HatsProperties.PrimaryTable, _names[0]), ("hats_npix_suffix", ".parquet"),
    ];

    // With it the version is there, and before it is not.
    private void WriteCollection(SpooledStars stars) => WholeFile.Write(
        _collection.Properties,
        HatsProperties.Format(
        [
            (HatsProperties.Collection, _collection.Name), (HatsProperties.PrimaryTable, _names[0]),
            (HatsProperties.AllMargins, _names[1]), ("default_margin", _names[1]),
            (HatsProperties.AllIndexes, $"{HatsTable.Psid} {_names[2]} {HatsMatchIndex.Column} {_names[3]}"),
            ("default_index", HatsTable.Psid),
            .. Provenance(new[] { _primary, _margin, _index, _matchIndex }.Sum(folder => folder.EstimateSize())),
            (HatsProperties.Description, DescriptionOf(stars)),
        ]));

    private (string, string)[] Provenance(long size) =>
    [
        (HatsProperties.Builder, ThisBuilder),
        (HatsProperties.Created, Text(_created)),
        ("hats_estsize", Text(size)),
        ("hats_version", "v1.0"),
    ];

    private string DescriptionOf(SpooledStars stars) => SyntheticOf(stars) switch
    {
        "all" => "Variable stars like those of the ZVAR catalogue: synthetic, all of them are made up",
        "some" => "Variable stars of the ZVAR catalogue: some of them are synthetic, that is made up",
        _ => "Variable stars of the ZVAR catalogue",
    };

    private string SyntheticOf(SpooledStars stars)
    {
        int made = stars.All.Count(star => star.Synthetic);
        string now = made == 0 ? "none" : made == stars.All.Length ? "all" : "some";
        string before = _existing?.Properties.GetValueOrDefault(HatsProperties.Synthetic) ?? now;
        return before == now ? now : "some";
    }

    private IEnumerable<int> CountRows(HatsPixel[] kept)
    {
        HashSet<HatsPixel> staying = [.. kept];
        return _existing is null ? [] : _existing.Groups
            .GroupBy(group => HatsPixel.Of(group.File))
            .Where(partition => staying.Contains(partition.Key))
            .Select(partition => partition.Sum(group => group.Rows));
    }

    private long[] CountStars(int order, SpooledStars stars, HatsPixel[] kept)
    {
        long[] counts = new long[12L << (2 * order)];
        int shift = 2 * (Healpix.MaxOrder - order);
        foreach (SpooledStar star in stars.All)
        {
            counts[star.Healpix >> shift]++;
        }

        foreach (ParquetGroup group in kept.SelectMany(pixel => _existing!.GroupsIn(pixel.First, pixel.End)))
        {
            foreach (long healpix in _existing!.Read(group, HatsRows.HealpixColumns).Healpix)
            {
                counts[healpix >> shift]++;
            }
        }

        return counts;
    }
}
