using System.Buffers;
using System.Buffers.Text;

namespace Zvar.Tables;

// Base64 as bytes, whatever blanks and line ends are in it.
internal sealed class Base64Content(StreamElements elements)
{
    private readonly byte[] _letters = new byte[1 << 16];
    private int _count;

    // Fills as much of some room as there is; 0 at the end. The room has some hundred bytes at least.
    internal int Read(Span<byte> to)
    {
        while (true)
        {
            bool ended = false;
            while (_count < _letters.Length)
            {
                ReadOnlySpan<byte> some = elements.TakeContent(_letters.Length - _count);
                if (some.IsEmpty)
                {
                    ended = true;
                    break;
                }

                AddLetters(some);
            }

            OperationStatus status = Base64.DecodeFromUtf8(
                _letters.AsSpan(0, _count), to, out int read, out int written, isFinalBlock: ended);
            if (status == OperationStatus.InvalidData || (ended && status == OperationStatus.NeedMoreData))
            {
                throw new TableException(
                    TableError.TableDamaged, "The VOTable is damaged: its stream of rows is not in base64, or is cut off.");
            }

            _letters.AsSpan(read, _count - read).CopyTo(_letters);
            _count -= read;
            if (written > 0 || ended)
            {
                return written;
            }
        }
    }

    private void AddLetters(ReadOnlySpan<byte> some)
    {
        while (!some.IsEmpty)
        {
            int blank = some.IndexOfAnyInRange((byte)0, (byte)' ');
            ReadOnlySpan<byte> letters = blank < 0 ? some : some[..blank];
            letters.CopyTo(_letters.AsSpan(_count));
            _count += letters.Length;
            some = blank < 0 ? [] : some[(blank + 1)..];
        }
    }
}
