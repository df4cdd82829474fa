using System.Collections.Concurrent;
using System.Globalization;

namespace Zvar.Tables;

// A collection on disk as it is read: its catalogue, the index beside it, and where which rows are. It stays the same
// whatever is added to the collection meanwhile.
internal sealed class HatsCatalog : IDisposable
{
    // As many files are kept open.
    private const int MostOpen = 16;

    private readonly ConcurrentDictionary<string, ConcurrentBag<ParquetTableReader>> _open = new();
    private readonly Lazy<HatsMatchIndex?> _matchIndex;
    private int _openCount;

    private HatsCatalog(string path, Dictionary<string, string> collection)
    {
        Path = path;
        string primary = Of(collection, HatsProperties.PrimaryTable);
        Name = Of(collection, HatsProperties.Collection);
        Version = primary.StartsWith(Name + "_", StringComparison.Ordinal)
            && int.TryParse(primary[(Name.Length + 1)..], CultureInfo.InvariantCulture, out int version)
            ? version
            : 1;
        Primary = new HatsFolder(System.IO.Path.Combine(path, primary));
        Margin = collection.GetValueOrDefault(HatsProperties.AllMargins) is { } margin
            ? new HatsFolder(System.IO.Path.Combine(path, margin.Split(' ')[0]))
            : null;
        Index = IndexOf(collection, HatsTable.Psid) ?? throw new TableException(
            TableError.TableNotUnderstood, $"The HATS catalogue '{path}' has no index of {HatsTable.Psid}.");
        _matchIndex = new(() =>
            IndexOf(collection, HatsMatchIndex.Column) is { } folder ? HatsMatchIndex.TryOpen(folder) : null);
        Properties = HatsProperties.Read(Primary.Properties);
        CheckColumns();
        Groups = [.. ParquetGroup.ReadAll(Primary.Metadata, HatsTable.Healpix).OrderBy(group => group.Least)];
        IndexGroups = [.. ParquetGroup.ReadAll(Index.Metadata, HatsTable.Psid).OrderBy(group => group.Least)];
        Partitions = [.. Groups.Select(group => HatsPixel.Of(group.File)).Distinct().OrderBy(pixel => pixel.First)];
    }

    internal string Path { get; }

    internal string Name { get; }

    // How many exports made it: the first, and its additions.
    internal int Version { get; }

    internal HatsFolder Primary { get; }

    internal HatsFolder? Margin { get; }

    internal HatsFolder Index { get; }

    // Null where there is none: it is not of all that were written before there was one.
    internal HatsMatchIndex? MatchIndex => _matchIndex.Value;

    internal Dictionary<string, string> Properties { get; }

    // In order of the sky.
    internal IReadOnlyList<HatsPixel> Partitions { get; }

    internal ParquetGroup[] Groups { get; }

    internal ParquetGroup[] IndexGroups { get; }

    internal static HatsCatalog Open(string path) => TryOpen(path) ?? throw new TableException(
        TableError.TableNotUnderstood,
        $"'{path}' is no collection of HATS: it has no {HatsProperties.CollectionFile}. Name the folder that"
        + " Export-ZvarCatalog wrote.");

    // Null where there is none, or none that is done.
    internal static HatsCatalog? TryOpen(string path)
    {
        string file = System.IO.Path.Combine(path, HatsProperties.CollectionFile);
        return File.Exists(file) ? new HatsCatalog(path, HatsProperties.Read(file)) : null;
    }

    // The groups that may have rows of a range of the finest order.
    internal IEnumerable<ParquetGroup> GroupsIn(long first, long end)
    {
        // They do not overlap, so that their ends are in order too.
        (int low, int high) = (0, Groups.Length);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = Groups[middle].Most < first ? (middle + 1, high) : (low, middle);
        }

        for (; low < Groups.Length && Groups[low].Least < end; low++)
        {
            yield return Groups[low];
        }
    }

    internal bool HasPartitionIn(long first, long end) =>
        HatsPartitions.IndexOf(Partitions, first) >= 0 || HatsPartitions.HasOneIn(Partitions, first, end);

    internal HatsRows Read(ParquetGroup group, IReadOnlyList<string> columns) => Read(Primary, group, columns);

    internal HatsRows Read(HatsFolder folder, ParquetGroup group, IReadOnlyList<string> columns)
    {
        string path = folder.FileOf(group.File);
        ConcurrentBag<ParquetTableReader> free = _open.GetOrAdd(path, _ => []);
        if (free.TryTake(out ParquetTableReader? reader))
        {
            Interlocked.Decrement(ref _openCount);
        }
        else
        {
            reader = new ParquetTableReader(OpenFile(path));
        }

        try
        {
            return new HatsRows(columns, reader.ReadGroup(group.Number, HatsRows.PlacesOf(columns)));
        }
        finally
        {
            if (Interlocked.Increment(ref _openCount) <= MostOpen)
            {
                free.Add(reader);
            }
            else
            {
                Interlocked.Decrement(ref _openCount);
                reader.Dispose();
            }
        }
    }

    // Where stars are, as far as they are in it.
    internal IReadOnlyDictionary<long, IndexEntry> Find(IEnumerable<long> psids)
    {
        var found = new Dictionary<long, IndexEntry>();
        long[] wanted = [.. psids.Distinct().Order()];
        int at = 0;
        foreach (ParquetGroup group in IndexGroups)
        {
            while (at < wanted.Length && wanted[at] < group.Least)
            {
                at++;
            }

            if (at == wanted.Length)
            {
                break;
            }

            if (wanted[at] > group.Most)
            {
                continue;
            }

            foreach (IndexEntry entry in HatsIndex.Read(Index, group))
            {
                while (at < wanted.Length && wanted[at] < entry.Psid)
                {
                    at++;
                }

                if (at < wanted.Length && wanted[at] == entry.Psid)
                {
                    found.Add(entry.Psid, entry);
                }
            }
        }

        return found;
    }

    public void Dispose()
    {
        foreach (ParquetTableReader reader in _open.Values.SelectMany(one => one))
        {
            reader.Dispose();
        }

        _open.Clear();
    }

    private static FileStream OpenFile(string path) => new(
        path,
        FileMode.Open,
        FileAccess.Read,
        FileShare.ReadWrite | FileShare.Delete,
        bufferSize: 1 << 12,
        FileOptions.RandomAccess);

    private HatsFolder? IndexOf(Dictionary<string, string> collection, string column) =>
        collection.GetValueOrDefault(HatsProperties.AllIndexes, "").Split(' ').Chunk(2)
            .FirstOrDefault(pair => pair[0] == column) is [_, var folder]
            ? new HatsFolder(System.IO.Path.Combine(Path, folder))
            : null;

    private string Of(Dictionary<string, string> properties, string key) => properties.GetValueOrDefault(key)
        ?? throw new TableException(TableError.TableDamaged, $"The HATS catalogue '{Path}' lacks the property {key}.");

    private void CheckColumns()
    {
        using var reader = new ParquetTableReader(OpenFile(Primary.CommonMetadata));
        if (!reader.Header.Columns.Select(column => (column.Name, column.Type)).SequenceEqual(
            HatsTable.Header.Columns.Select(column => (column.Name, column.Type))))
        {
            throw new TableException(
                TableError.TableNotUnderstood,
                $"The HATS catalogue '{Path}' has other columns than those that ZvarPS writes. Its files are Parquet:"
                + " Import-ZvarTable reads them.");
        }
    }
}
