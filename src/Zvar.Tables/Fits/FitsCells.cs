using System.Buffers.Binary;

namespace Zvar.Tables;

// The bytes of a column of some block in the rows of a binary table, of which the first is at the column's place.
internal static class FitsCells
{
    internal static void Encode(Cells cells, int from, int to, Span<byte> rows, int rowWidth, FitsRoom room)
    {
        switch (cells)
        {
            case Cells<double> reals:
                ReadOnlySpan<double> values = reals.Values;
                for (int row = from, at = 0; row < to; row++, at += rowWidth)
                {
                    BinaryPrimitives.WriteDoubleBigEndian(rows[at..], values[row]);
                }

                break;
            case Cells<long> longs:
                for (int row = from, at = 0; row < to; row++, at += rowWidth)
                {
                    long cell = longs.IsMissing(row) ? long.MinValue : longs.Values[row];
                    BinaryPrimitives.WriteInt64BigEndian(rows[at..], cell);
                }

                break;
            case Cells<int> integers:
                for (int row = from, at = 0; row < to; row++, at += rowWidth)
                {
                    int cell = integers.IsMissing(row) ? int.MinValue : integers.Values[row];
                    BinaryPrimitives.WriteInt32BigEndian(rows[at..], cell);
                }

                break;
            case Cells<bool> truths:
                for (int row = from, at = 0; row < to; row++, at += rowWidth)
                {
                    rows[at] = truths.IsMissing(row) ? (byte)0 : truths.Values[row] ? (byte)'T' : (byte)'F';
                }

                break;
            case Cells<string?> texts:
                Encode(texts.Values, from, to, rows, rowWidth, room);
                break;
            case Cells<string[]> lists:
                for (int row = from, at = 0; row < to; row++, at += rowWidth)
                {
                    room.Encode(lists.Values[row], rows[at..]);
                }

                break;
        }
    }

    // Rows of one star and band follow each other: their texts are encoded once.
    private static void Encode(string?[] texts, int from, int to, Span<byte> rows, int rowWidth, FitsRoom room)
    {
        byte[] last = new byte[room.Bytes];
        for (int row = from, at = 0; row < to; row++, at += rowWidth)
        {
            if (row == from || !ReferenceEquals(texts[row], texts[row - 1]))
            {
                room.Encode(texts.AsSpan(row, 1), last);
            }

            last.CopyTo(rows[at..]);
        }
    }

    // Where the lists of a column are.
    internal static void Encode(ReadOnlySpan<(long Count, long Offset)> places, Span<byte> rows, int rowWidth)
    {
        for (int row = 0, at = 0; row < places.Length; row++, at += rowWidth)
        {
            BinaryPrimitives.WriteInt64BigEndian(rows[at..], places[row].Count);
            BinaryPrimitives.WriteInt64BigEndian(rows[(at + sizeof(long))..], places[row].Offset);
        }
    }
}
