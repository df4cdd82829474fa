namespace Zvar.Tables;

// A text that was begun to be read, from its beginning again.
internal sealed class LinesBefore(string before, TextReader rest) : TextReader
{
    private int _at;

    public override int Peek() => _at < before.Length ? before[_at] : rest.Peek();

    public override int Read() => _at < before.Length ? before[_at++] : rest.Read();

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        int some = Math.Min(buffer.Length, before.Length - _at);
        if (some == 0)
        {
            return rest.Read(buffer);
        }

        before.AsSpan(_at, some).CopyTo(buffer);
        _at += some;
        return some;
    }

    protected override void Dispose(bool disposing)
    {
        rest.Dispose();
        base.Dispose(disposing);
    }
}
