using Parquet;
using Parquet.Schema;

namespace Zvar.Tables;

// An index of a catalogue: a table beside it that says in which partition stars are, and where there. In it they stand
// in the order of what they are looked for by, so that few of its groups of rows have to be read. Here is what all
// indexes have, and that by psid.
internal static class HatsIndex
{
    private const int RowsOfGroup = 16_384;
    private const int RowsOfFile = 16 * RowsOfGroup;

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
        Converter<TEntry, IndexEntry> starOf)
    {
        List<string> paths = [];
        foreach (TEntry[] some in entries.Chunk(RowsOfFile))
        {
            string path = $"index/part.{paths.Count}.parquet";
            folder.WriteData(
                path, file => WriteFileAsync(file, some, own, writeOwn, starOf).GetAwaiter().GetResult());
            paths.Add(path);
        }

        return paths;
    }

    internal static async Task WriteFileAsync<TEntry>(
        Stream file,
        IEnumerable<TEntry> entries,
        DataField[] own,
        Func<ParquetRowGroupWriter, TEntry[], Task> writeOwn,
        Converter<TEntry, IndexEntry> starOf)
    {
        var options = new ParquetOptions { CompressionMethod = CompressionMethod.Zstd };
        var schema = new ParquetSchema([.. own, Psid, Norder, Npix, Place]);
        ParquetWriter writer = await ParquetWriter.CreateAsync(schema, file, options).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            foreach (TEntry[] some in entries.Chunk(RowsOfGroup))
            {
                using ParquetRowGroupWriter group = writer.CreateRowGroup();
                await writeOwn(group, some).ConfigureAwait(false);
                await WriteStarsAsync(group, Array.ConvertAll(some, starOf)).ConfigureAwait(false);
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

    private static async Task WriteStarsAsync(ParquetRowGroupWriter group, IndexEntry[] stars)
    {
        await group.WriteAsync<long>(Psid, Array.ConvertAll(stars, one => one.Psid)).ConfigureAwait(false);
        await group.WriteAsync<byte>(Norder, Array.ConvertAll(stars, one => (byte)one.Pixel.Order))
            .ConfigureAwait(false);
        await group.WriteAsync<ulong>(Npix, Array.ConvertAll(stars, one => (ulong)one.Pixel.Pixel))
            .ConfigureAwait(false);
        await group.WriteAsync<long>(Place, Array.ConvertAll(stars, one => one.Healpix)).ConfigureAwait(false);
    }
}
