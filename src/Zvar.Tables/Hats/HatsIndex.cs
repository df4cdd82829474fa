using Parquet;
using Parquet.Schema;

namespace Zvar.Tables;

// The index of a catalogue by psid: a table beside it that says in which partition each star is, and where there.
internal static class HatsIndex
{
    private const int RowsOfGroup = 16_384;
    private const int RowsOfFile = 64 * RowsOfGroup;

    private static readonly DataField<long> Psid = new(HatsTable.Psid, false);
    private static readonly DataField<byte> Norder = new("Norder", false);
    private static readonly DataField<ulong> Npix = new("Npix", false);
    private static readonly DataField<long> Place = new(HatsTable.Healpix, false);

    // Writes entries, which are in the order of their psids; gives the paths of the files.
    internal static IReadOnlyList<string> Write(HatsFolder folder, List<IndexEntry> entries)
    {
        List<string> paths = [];
        for (int from = 0; from < entries.Count; from += RowsOfFile)
        {
            IEnumerable<IndexEntry> some = entries.Skip(from).Take(RowsOfFile);
            string path = $"index/part.{paths.Count}.parquet";
            folder.WriteData(path, file => WriteAsync(file, some).GetAwaiter().GetResult());
            paths.Add(path);
        }

        return paths;
    }

    // The entries of a group, by psid.
    internal static IndexEntry[] Read(HatsFolder folder, ParquetGroup group)
    {
        using FileStream file = File.OpenRead(folder.FileOf(group.File));
        return ReadAsync(file, group.Number).GetAwaiter().GetResult();
    }

    private static async Task WriteAsync(Stream file, IEnumerable<IndexEntry> entries)
    {
        var options = new ParquetOptions { CompressionMethod = CompressionMethod.Zstd };
        var schema = new ParquetSchema(Psid, Norder, Npix, Place);
        ParquetWriter writer = await ParquetWriter.CreateAsync(schema, file, options).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            foreach (IndexEntry[] some in entries.Chunk(RowsOfGroup))
            {
                using ParquetRowGroupWriter group = writer.CreateRowGroup();
                await group.WriteAsync<long>(Psid, Array.ConvertAll(some, one => one.Psid)).ConfigureAwait(false);
                await group.WriteAsync<byte>(Norder, Array.ConvertAll(some, one => (byte)one.Pixel.Order))
                    .ConfigureAwait(false);
                await group.WriteAsync<ulong>(Npix, Array.ConvertAll(some, one => (ulong)one.Pixel.Pixel))
                    .ConfigureAwait(false);
                await group.WriteAsync<long>(Place, Array.ConvertAll(some, one => one.Healpix)).ConfigureAwait(false);
                group.CompleteValidate();
            }
        }
    }

    private static async Task<IndexEntry[]> ReadAsync(Stream file, int number)
    {
        ParquetReader reader = await ParquetReader.CreateAsync(file).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            ParquetRowGroupReader group = reader.OpenRowGroupReader(number);
            DataField[] fields = reader.Schema.DataFields;
            int count = checked((int)group.RowCount);
            long[] psid = new long[count];
            byte[] order = new byte[count];
            ulong[] pixel = new ulong[count];
            long[] place = new long[count];
            await group.ReadAsync<long>(fields[0], psid.AsMemory()).ConfigureAwait(false);
            await group.ReadAsync<byte>(fields[1], order.AsMemory()).ConfigureAwait(false);
            await group.ReadAsync<ulong>(fields[2], pixel.AsMemory()).ConfigureAwait(false);
            await group.ReadAsync<long>(fields[3], place.AsMemory()).ConfigureAwait(false);
            return
            [
                .. Enumerable.Range(0, count).Select(i =>
                    new IndexEntry(psid[i], new HatsPixel(order[i], (long)pixel[i]), place[i])),
            ];
        }
    }
}
