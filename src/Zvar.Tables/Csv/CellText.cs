using System.Globalization;
using System.Text;

namespace Zvar.Tables;

// Writes the cells of one column of a block as text.
internal abstract class CellText
{
    internal abstract void Write(int row, ByteBuffer to);

    // What writes a column of some block in a format's words.
    internal static CellText Of(Cells cells, CellWords words) => cells switch
    {
        Cells<double> reals => new Reals(reals.Values, words),
        Cells<long> longs => new Longs(longs),
        Cells<int> integers => new Integers(integers),
        Cells<bool> truths => new Truths(truths),
        Cells<string?> texts => new Texts(texts.Values, words),
        _ => new Lists(cells, words),
    };

    private sealed class Reals(double[] values, CellWords words) : CellText
    {
        private RealText _text;

        internal override void Write(int row, ByteBuffer to)
        {
            double value = values[row];
            if (double.IsFinite(value))
            {
                to.Advance(_text.Format(value, to.Room(RealText.MostBytes)));
            }
            else
            {
                to.Add(double.IsNaN(value) ? words.NaN : value > 0 ? words.Infinity : words.MinusInfinity);
            }
        }
    }

    // Rows of one star follow each other: the bytes of an id are kept for the next.
    private sealed class Longs(Cells<long> cells) : CellText
    {
        private readonly byte[] _last = new byte[20];
        private long _lastValue;
        private int _length;

        internal override void Write(int row, ByteBuffer to)
        {
            if (cells.IsMissing(row))
            {
                return;
            }

            long value = cells.Values[row];
            if (value != _lastValue || _length == 0)
            {
                value.TryFormat(_last, out _length, default, CultureInfo.InvariantCulture);
                _lastValue = value;
            }

            to.Add(_last.AsSpan(0, _length));
        }
    }

    private sealed class Integers(Cells<int> cells) : CellText
    {
        internal override void Write(int row, ByteBuffer to)
        {
            if (!cells.IsMissing(row))
            {
                cells.Values[row].TryFormat(to.Room(11), out int written, default, CultureInfo.InvariantCulture);
                to.Advance(written);
            }
        }
    }

    private sealed class Truths(Cells<bool> cells) : CellText
    {
        internal override void Write(int row, ByteBuffer to)
        {
            if (!cells.IsMissing(row))
            {
                to.Add(cells.Values[row] ? "True"u8 : "False"u8);
            }
        }
    }

    // A null is nothing.
    private sealed class Texts(string?[] values, CellWords words) : CellText
    {
        private byte[] _last = [];
        private string? _lastValue;

        internal override void Write(int row, ByteBuffer to)
        {
            string? value = values[row];
            if (value is null)
            {
                return;
            }

            if (!ReferenceEquals(value, _lastValue))
            {
                _last = Encoding.UTF8.GetBytes(words.Escape(value));
                _lastValue = value;
            }

            to.Add(_last);
        }
    }

    private sealed class Lists(Cells cells, CellWords words) : CellText
    {
        internal override void Write(int row, ByteBuffer to)
        {
            if (cells[row] is { } list)
            {
                to.Add(Encoding.UTF8.GetBytes(words.Escape(ListText.Format((Array)list))));
            }
        }
    }
}
