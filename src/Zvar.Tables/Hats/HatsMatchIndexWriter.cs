using System.Collections.Concurrent;
using Parquet;
using Parquet.Schema;

namespace Zvar.Tables;

// Makes the index by match of the partitions of a catalogue, which are read for it, and of the index of the version
// before, which is in order already.
internal sealed class HatsMatchIndexWriter(string path) : IDisposable
{
    private static readonly string[] Columns = [.. HatsRows.SourceColumns, HatsTable.Healpix];
    private static readonly DataField<string> Id = new(HatsMatchIndex.Column);
    private static readonly DataField<string> Catalog = new(nameof(CatalogMatch.Catalog));

    private readonly MatchSorter _sorter = new(path);
    private readonly ConcurrentDictionary<string, bool> _catalogs = [];
    private IEnumerable<MatchEntry> _before = [];

    // With which other catalogues stars were matched.
    internal IEnumerable<string> Catalogs => _catalogs.Keys.Order(StringComparer.Ordinal);

    // Adds a partition; on any thread.
    internal void Add(string file, HatsPixel pixel)
    {
        using var reader = new ParquetTableReader(File.OpenRead(file));
        for (int group = 0; group < reader.GroupCount; group++)
        {
            var rows = new HatsRows(Columns, reader.ReadGroup(group, HatsRows.PlacesOf(Columns)));
            _sorter.Add(
                from row in Enumerable.Range(0, rows.Count)
                from source in rows.SourcesOf(row)
                select new MatchEntry(
                    source.Id, source.Catalog, new IndexEntry(rows.Psid[row], pixel, rows.Healpix[row])));
            foreach (string catalog in Enumerable.Range(0, rows.Count).SelectMany(rows.CatalogsOf))
            {
                _catalogs[catalog] = true;
            }
        }
    }

    // Adds what is said of those partitions that stay.
    internal void Add(HatsMatchIndex before, HashSet<HatsPixel> staying)
    {
        _before = before.ReadAll().Where(entry => staying.Contains(entry.Star.Pixel));
        foreach (string catalog in before.Catalogs)
        {
            _catalogs[catalog] = true;
        }
    }

    // Writes the data of an index, and says how many rows it has.
    internal long Write(HatsFolder folder)
    {
        IReadOnlyList<string> files =
            HatsIndex.Write(folder, _sorter.Merge(_before), [Id, Catalog], WriteOwnAsync, entry => entry.Star);
        if (files.Count > 0)
        {
            return folder.WriteMetadata(files);
        }

        using (FileStream empty = File.Create(path))
        {
            HatsIndex.WriteAsync<MatchEntry>(empty, [], [Id, Catalog], WriteOwnAsync, entry => entry.Star)
                .GetAwaiter().GetResult();
        }

        return folder.WriteMetadata([], schemaOf: path);
    }

    public void Dispose() => _sorter.Dispose();

    private static async Task WriteOwnAsync(ParquetRowGroupWriter group, MatchEntry[] entries)
    {
        await group.WriteAsync(Id, Array.ConvertAll(entries, one => one.Id)).ConfigureAwait(false);
        await group.WriteAsync(Catalog, Array.ConvertAll(entries, one => one.Catalog)).ConfigureAwait(false);
    }
}
