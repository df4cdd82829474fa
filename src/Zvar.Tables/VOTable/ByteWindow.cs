namespace Zvar.Tables;

// The next bytes of a source, as many as somebody wants together.
internal sealed class ByteWindow(ByteWindow.Source source)
{
    private byte[] _bytes = new byte[1 << 17];
    private int _at;
    private int _end;

    internal delegate int Source(Span<byte> to);

    internal bool IsAtEnd => _at == _end && !Fill(1);

    // What is claimed is only believed as far as it comes.
    internal ReadOnlySpan<byte> Take(int count)
    {
        if (_end - _at < count && !Fill(count))
        {
            throw new TableException(
                TableError.TableDamaged, $"The VOTable is cut off: {_end - _at} bytes are left where {count} are due.");
        }

        ReadOnlySpan<byte> taken = _bytes.AsSpan(_at, count);
        _at += count;
        return taken;
    }

    private bool Fill(int count)
    {
        _bytes.AsSpan(_at, _end - _at).CopyTo(_bytes);
        (_at, _end) = (0, _end - _at);
        while (_end < count)
        {
            if (_bytes.Length - _end < _bytes.Length / 4)
            {
                Array.Resize(ref _bytes, checked(2 * _bytes.Length));
            }

            int read = source(_bytes.AsSpan(_end));
            if (read == 0)
            {
                return false;
            }

            _end += read;
        }

        return true;
    }
}
