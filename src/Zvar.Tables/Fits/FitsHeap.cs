using System.Buffers.Binary;

namespace Zvar.Tables;

// The lists of numbers of a binary table, which come after its rows: they wait for these in a file of their own, and a
// row has how many elements there are and from which byte on (FITS 4.0, section 7.3.5).
internal sealed class FitsHeap : IDisposable
{
    // A descriptor in a row: two whole numbers of 64 bits.
    internal const int PlaceWidth = 16;

    private readonly FileStream _file = TableFile.Spool();
    private readonly ByteBuffer _list = new(1 << 16);

    internal long Length { get; private set; }

    // Takes the lists of a column, and says where each is.
    internal (long Count, long Offset)[] Add(Cells cells, int count) => cells switch
    {
        Cells<double[]> reals => Add(reals.Values, count, sizeof(double), BinaryPrimitives.WriteDoubleBigEndian),
        Cells<long[]> longs => Add(longs.Values, count, sizeof(long), BinaryPrimitives.WriteInt64BigEndian),
        Cells<int[]> integers => Add(integers.Values, count, sizeof(int), BinaryPrimitives.WriteInt32BigEndian),
        _ => Add(((Cells<bool[]>)cells).Values, count, 1, (to, truth) => to[0] = truth ? (byte)'T' : (byte)'F'),
    };

    internal void CopyTo(Stream output)
    {
        _file.Position = 0;
        _file.CopyTo(output);
    }

    public void Dispose() => _file.Dispose();

    private delegate void ElementTo<T>(Span<byte> to, T element);

    private (long Count, long Offset)[] Add<T>(T[][] lists, int count, int size, ElementTo<T> write)
    {
        var places = new (long Count, long Offset)[count];
        for (int row = 0; row < count; row++)
        {
            T[] list = lists[row];
            _list.Clear();
            Span<byte> bytes = _list.Take(checked(list.Length * size));
            for (int i = 0; i < list.Length; i++)
            {
                write(bytes[(i * size)..], list[i]);
            }

            _file.Write(bytes);
            places[row] = (list.Length, Length);
            Length += bytes.Length;
        }

        return places;
    }
}
