using System.Buffers.Text;
using System.Text;

namespace Zvar.Tables;

// A VOTable whose rows are bytes in base64: the serialization BINARY2.
internal sealed class VOTableWriter : RowWriter
{
    private readonly byte[] _rest = new byte[3];
    private readonly string _after;
    private ByteBuffer[] _letters = Buffers();
    private ByteBuffer[] _others = Buffers();
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
        var last = new ByteBuffer(_rest.Length + 1);
        Encode(_rest.AsSpan(0, _restLength), last);
        Output.Write(last.Written.Span);
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

    // Three bytes are four letters, also where they are of two parts: these are put together first.
    private protected override ByteBuffer[] Recode(ByteBuffer[] parts)
    {
        (_letters, _others) = (_others, _letters);
        ByteBuffer[] letters = _letters;
        int[] from = new int[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            ReadOnlySpan<byte> part = parts[i].Written.Span;
            letters[i].Clear();
            from[i] = _restLength == 0 ? 0 : Math.Min(_rest.Length - _restLength, part.Length);
            part[..from[i]].CopyTo(_rest.AsSpan(_restLength));
            _restLength += from[i];
            if (_restLength == _rest.Length)
            {
                Encode(_rest, letters[i]);
                _restLength = 0;
            }

            if (_restLength == 0)
            {
                ReadOnlySpan<byte> last = part[^((part.Length - from[i]) % _rest.Length)..];
                last.CopyTo(_rest);
                _restLength = last.Length;
            }
        }

        Parallel.For(0, parts.Length, i =>
        {
            ReadOnlySpan<byte> whole = parts[i].Written.Span[from[i]..];
            Encode(whole[..(whole.Length / _rest.Length * _rest.Length)], letters[i]);
        });
        return letters;
    }

    private static void Encode(ReadOnlySpan<byte> bytes, ByteBuffer letters) =>
        Base64.EncodeToUtf8(bytes, letters.Take(Base64.GetMaxEncodedToUtf8Length(bytes.Length)), out _, out _);
}
