using System.Buffers.Binary;
using System.Text;

namespace Zvar.Tables;

// Writes the cells of one column of a block as VOTable's BINARY and BINARY2 have them: big-endian, lists and texts
// after their length.
internal abstract class BinaryCell
{
    internal abstract bool IsNull(int row);

    internal abstract void Write(int row, ByteBuffer to);

    internal static BinaryCell Of(Cells cells) => cells switch
    {
        Cells<double> reals => new Reals(reals.Values),
        Cells<long> longs => new Longs(longs),
        Cells<int> integers => new Integers(integers),
        Cells<bool> truths => new Truths(truths),
        Cells<double[]> lists => new Lists<double>(lists.Values),
        Cells<long[]> lists => new Lists<long>(lists.Values),
        Cells<int[]> lists => new Lists<int>(lists.Values),
        Cells<bool[]> lists => new Lists<bool>(lists.Values),
        Cells<string[]> lists => new TextLists(lists.Values),
        _ => new Texts(((Cells<string?>)cells).Values),
    };

    private sealed class Reals(double[] values) : BinaryCell
    {
        internal override bool IsNull(int row) => false;

        internal override void Write(int row, ByteBuffer to) =>
            BinaryPrimitives.WriteDoubleBigEndian(to.Take(sizeof(double)), values[row]);
    }

    private sealed class Longs(Cells<long> cells) : BinaryCell
    {
        internal override bool IsNull(int row) => cells.IsMissing(row);

        internal override void Write(int row, ByteBuffer to) =>
            BinaryPrimitives.WriteInt64BigEndian(to.Take(sizeof(long)), cells.Values[row]);
    }

    private sealed class Integers(Cells<int> cells) : BinaryCell
    {
        internal override bool IsNull(int row) => cells.IsMissing(row);

        internal override void Write(int row, ByteBuffer to) =>
            BinaryPrimitives.WriteInt32BigEndian(to.Take(sizeof(int)), cells.Values[row]);
    }

    private sealed class Truths(Cells<bool> cells) : BinaryCell
    {
        internal override bool IsNull(int row) => cells.IsMissing(row);

        internal override void Write(int row, ByteBuffer to) =>
            to.Add(cells.IsMissing(row) ? (byte)' ' : cells.Values[row] ? (byte)'T' : (byte)'F');
    }

    private sealed class Lists<T>(T[][] values) : BinaryCell
    {
        internal override bool IsNull(int row) => false;

        internal override void Write(int row, ByteBuffer to)
        {
            T[] list = values[row];
            BinaryPrimitives.WriteInt32BigEndian(to.Take(sizeof(int)), list.Length);
            BinaryCell elements = Of(new Cells<T>(list));
            for (int i = 0; i < list.Length; i++)
            {
                elements.Write(i, to);
            }
        }
    }

    private sealed class TextLists(string[][] values) : BinaryCell
    {
        internal override bool IsNull(int row) => false;

        internal override void Write(int row, ByteBuffer to)
        {
            string text = Words.Join(values[row]);
            WriteText(text, to.Take(sizeof(int) + (2 * text.Length)));
        }
    }

    private sealed class Texts(string?[] values) : BinaryCell
    {
        private string? _lastValue;
        private byte[] _last = [];

        internal override bool IsNull(int row) => values[row] is null;

        internal override void Write(int row, ByteBuffer to)
        {
            string value = values[row] ?? "";
            if (!ReferenceEquals(value, _lastValue))
            {
                _last = new byte[sizeof(int) + (2 * value.Length)];
                WriteText(value, _last);
                _lastValue = value;
            }

            to.Add(_last);
        }
    }

    // The length in letters, then these in UTF-16.
    private static void WriteText(string text, Span<byte> to)
    {
        BinaryPrimitives.WriteInt32BigEndian(to, text.Length);
        Encoding.BigEndianUnicode.GetBytes(text, to[sizeof(int)..]);
    }
}
