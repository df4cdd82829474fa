using Parquet;
using Parquet.Schema;

namespace Zvar.Tables;

// An index of a catalogue: a table beside it that says in which partition stars are, and where there. In it they stand
// in the order of what they are looked for by, so that few of its groups of rows have to be read. Here is what all
// indexes have, and that by psid.
internal static class HatsIndex
{
    // Arrays of so many numbers are not yet large objects, which stay in memory long after they are of use.
    private const int RowsOfGroup = 8_192;
    private const int GroupsOfFile = 32;

    private static readonly DataField<long> Psid = new(HatsTable.Psid, false);
    private static readonly DataField<byte> Norder = new("Norder", false);
    private static readonly DataField<ulong> Npix = new("Npix", false);
    private static readonly DataField<long> Place = new(HatsTable.Healpix, false);

    // Writes entries, which are in the order of their psids; gives the paths of the files.
    internal static IReadOnlyList<string> Write(HatsFolder folder, IEnumerable<IndexEntry> entries) =>
        Write(folder, entries, [], (_, _) => Task.CompletedTask, entry => entry);

    // Writes entries in their order, with columns of their own before those of the stars.
    internal static IReadOnlyList<string> Write<TEntry>(
        HatsFolder folder,
        IEnumerable<TEntry> entries,
        DataField[] own,
        Func<ParquetRowGroupWriter, TEntry[], Task> writeOwn,
        Func<TEntry, IndexEntry> starOf)
    {
        List<string> paths = [];
        using IEnumerator<TEntry[]> groups = entries.Chunk(RowsOfGroup).GetEnumerator();
        for (bool isMore = groups.MoveNext(); isMore;)
        {
            string path = $"index/part.{paths.Count}.parquet";
            paths.Add(path);
            if (File.Exists(folder.FileOf(path)))
            {
                _ = GroupsOfOne().Count();
            }
            else
            {
                folder.WriteData(
                    path, file => WriteAsync(file, GroupsOfOne(), own, writeOwn, starOf).GetAwaiter().GetResult());
            }

            IEnumerable<TEntry[]> GroupsOfOne()
            {
                for (int i = 0; i < GroupsOfFile && isMore; i++)
                {
                    yield return groups.Current;
                    isMore = groups.MoveNext();
                }
            }
        }

        return paths;
    }

    // Writes groups of entries to a file.
    internal static async Task WriteAsync<TEntry>(
        Stream file,
        IEnumerable<TEntry[]> groups,
        DataField[] own,
        Func<ParquetRowGroupWriter, TEntry[], Task> writeOwn,
        Func<TEntry, IndexEntry> starOf)
    {
        var options = new ParquetOptions { CompressionMethod = CompressionMethod.Zstd };
        var schema = new ParquetSchema([.. own, Psid, Norder, Npix, Place]);
        ParquetWriter writer = await ParquetWriter.CreateAsync(schema, file, options).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            foreach (TEntry[] some in groups)
            {
                T[] Of<T>(Func<IndexEntry, T> value) => Array.ConvertAll(some, entry => value(starOf(entry)));
                using ParquetRowGroupWriter group = writer.CreateRowGroup();
                await writeOwn(group, some).ConfigureAwait(false);
                await group.WriteAsync<long>(Psid, Of(star => star.Psid)).ConfigureAwait(false);
                await group.WriteAsync<byte>(Norder, Of(star => (byte)star.Pixel.Order)).ConfigureAwait(false);
                await group.WriteAsync<ulong>(Npix, Of(star => (ulong)star.Pixel.Pixel)).ConfigureAwait(false);
                await group.WriteAsync<long>(Place, Of(star => star.Healpix)).ConfigureAwait(false);
                group.CompleteValidate();
            }
        }
    }

    // The entries of a group, by psid.
    internal static IndexEntry[] Read(HatsFolder folder, ParquetGroup group) =>
        StarsOf(ReadGroup(folder, group.File, group.Number), 0);

    internal static TableBlock ReadGroup(HatsFolder folder, string file, int number)
    {
        using var reader = new ParquetTableReader(File.OpenRead(folder.FileOf(file)));
        return reader.ReadGroup(number, Enumerable.Range(0, reader.Header.Columns.Count));
    }

    // The stars of a group's entries, whose columns come after so many others.
    internal static IndexEntry[] StarsOf(TableBlock group, int after)
    {
        long[] psid = ((Cells<long>)group.Columns[after]).Values;
        int[] order = ((Cells<int>)group.Columns[after + 1]).Values;
        long[] pixel = ((Cells<long>)group.Columns[after + 2]).Values;
        long[] place = ((Cells<long>)group.Columns[after + 3]).Values;
        return
        [
            .. Enumerable.Range(0, group.Count).Select(i =>
                new IndexEntry(psid[i], new HatsPixel(order[i], pixel[i]), place[i])),
        ];
    }
}
