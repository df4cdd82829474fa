namespace Zvar.Tables;

// The bytes of a VOTable without the content of its STREAM elements, which is base64 of any length and would go through
// the XML reader letter by letter: whoever reads the element takes its content from here. It stops giving bytes behind
// the element's start, so that the reader of XML is at the element when the content is next.
internal sealed class StreamElements(Stream source) : ForwardStream
{
    private readonly byte[] _buffer = new byte[1 << 18];
    private readonly byte[] _name = new byte[64];
    private int _at;
    private int _end;
    private int _nameLength;
    private State _state;
    private byte _quote;
    private byte _last;
    private byte _beforeLast;

    private enum State
    {
        Text,
        Name,
        Tag,
        Comment,
        Section,
    }

    // Whether the content of a STREAM element is next.
    internal bool IsAtContent { get; private set; }

    // The next bytes of the content, up to the next bracket; none at its end.
    internal ReadOnlySpan<byte> TakeContent(int most)
    {
        if (!IsAtContent || !Fill())
        {
            return [];
        }

        ReadOnlySpan<byte> some = _buffer.AsSpan(_at, Math.Min(most, _end - _at));
        int bracket = some.IndexOf((byte)'<');
        if (bracket >= 0)
        {
            some = some[..bracket];
            IsAtContent = bracket > 0;
        }

        _at += some.Length;
        return some;
    }

    public override int Read(Span<byte> buffer)
    {
        while (IsAtContent && TakeContent(int.MaxValue).Length > 0)
        {
            // Nobody wanted it.
        }

        if (buffer.IsEmpty || !Fill())
        {
            return 0;
        }

        int count = 0;
        while (count < buffer.Length && _at < _end && !IsAtContent)
        {
            if (_state == State.Text)
            {
                ReadOnlySpan<byte> text = _buffer.AsSpan(_at, Math.Min(_end - _at, buffer.Length - count));
                int bracket = text.IndexOf((byte)'<');
                text = bracket < 0 ? text : text[..(bracket + 1)];
                text.CopyTo(buffer[count..]);
                (_at, count) = (_at + text.Length, count + text.Length);
                if (bracket >= 0)
                {
                    (_state, _nameLength) = (State.Name, 0);
                }

                continue;
            }

            byte next = _buffer[_at++];
            buffer[count++] = next;
            Step(next);
            (_beforeLast, _last) = (_last, next);
        }

        return count;
    }

    protected override void Dispose(bool disposing)
    {
        source.Dispose();
        base.Dispose(disposing);
    }

    private void Step(byte next)
    {
        switch (_state)
        {
            case State.Name when next is (byte)'>' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n':
                (_state, _quote) = (State.Tag, 0);
                StepInTag(next);
                break;
            case State.Name:
                AddToName(next);
                break;
            case State.Tag:
                StepInTag(next);
                break;
            case State.Comment when next == '>' && _last == '-' && _beforeLast == '-':
            case State.Section when next == '>' && _last == ']' && _beforeLast == ']':
                _state = State.Text;
                break;
        }
    }

    private void AddToName(byte next)
    {
        if (_nameLength < _name.Length)
        {
            _name[_nameLength++] = next;
        }

        ReadOnlySpan<byte> name = _name.AsSpan(0, _nameLength);
        _state = name.SequenceEqual("!--"u8) ? State.Comment
            : name.SequenceEqual("![CDATA["u8) ? State.Section
            : State.Name;
    }

    private void StepInTag(byte next)
    {
        if (_quote != 0)
        {
            _quote = next == _quote ? (byte)0 : _quote;
        }
        else if (next is (byte)'"' or (byte)'\'')
        {
            _quote = next;
        }
        else if (next == '>')
        {
            _state = State.Text;
            IsAtContent = _last != '/' && IsStream(_name.AsSpan(0, _nameLength));
        }
    }

    private static bool IsStream(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("STREAM"u8) || (name.EndsWith(":STREAM"u8) && name[0] != '/');

    private bool Fill()
    {
        if (_at == _end)
        {
            (_at, _end) = (0, source.Read(_buffer));
        }

        return _end > 0;
    }
}
