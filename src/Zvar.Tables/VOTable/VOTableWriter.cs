using System.Buffers.Text;
using System.Text;

namespace Zvar.Tables;

// A VOTable whose rows are bytes in base64: the serialization BINARY2.
internal sealed class VOTableWriter : RowWriter
{
    private readonly byte[] _rest = new byte[3];
    private readonly byte[] _text = new byte[1 << 20];
    private readonly string _after;
    private int _restLength;

    internal VOTableWriter(Stream output, TableHeader header)
        : base(output)
    {
        (string before, _after) = VOTableFrame.Of(header, "BINARY2");
        output.Write(Encoding.UTF8.GetBytes(before));
    }

    public override void Complete()
    {
        Flush();
        Base64.EncodeToUtf8(_rest.AsSpan(0, _restLength), _text, out _, out int written);
        Output.Write(_text.AsSpan(0, written));
        Output.Write(Encoding.UTF8.GetBytes(_after));
    }

    private protected override void Encode(TableBlock block, int from, int to, ByteBuffer buffer)
    {
        BinaryCell[] columns = [.. block.Columns.Select(BinaryCell.Of)];
        int maskBytes = (columns.Length + 7) / 8;
        for (int row = from; row < to; row++)
        {
            Span<byte> mask = buffer.Take(maskBytes);
            mask.Clear();
            for (int column = 0; column < columns.Length; column++)
            {
                if (columns[column].IsNull(row))
                {
                    mask[column >> 3] |= (byte)(0x80 >> (column & 7));
                }
            }

            foreach (BinaryCell column in columns)
            {
                column.Write(row, buffer);
            }
        }
    }

    // Three bytes are four letters, and what is left of a part goes with the next.
    private protected override void WritePart(ReadOnlySpan<byte> bytes)
    {
        while (_restLength is > 0 and < 3 && bytes.Length > 0)
        {
            _rest[_restLength++] = bytes[0];
            bytes = bytes[1..];
        }

        if (_restLength == 3)
        {
            Base64.EncodeToUtf8(_rest, _text, out _, out int letters);
            Output.Write(_text.AsSpan(0, letters));
            _restLength = 0;
        }

        while (bytes.Length >= 3)
        {
            Base64.EncodeToUtf8(
                bytes[..(Math.Min(bytes.Length, _text.Length / 4 * 3) / 3 * 3)], _text, out int read, out int written);
            Output.Write(_text.AsSpan(0, written));
            bytes = bytes[read..];
        }

        if (bytes.Length > 0)
        {
            bytes.CopyTo(_rest);
            _restLength = bytes.Length;
        }
    }
}
