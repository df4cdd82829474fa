namespace Zvar.Tables;

// A stream that was begun to be read, from its beginning again.
internal sealed class Beginning(byte[] first, Stream rest) : ForwardStream
{
    private int _at;

    public override int Read(Span<byte> buffer)
    {
        int some = Math.Min(buffer.Length, first.Length - _at);
        if (some == 0)
        {
            return rest.Read(buffer);
        }

        first.AsSpan(_at, some).CopyTo(buffer);
        _at += some;
        return some;
    }

    protected override void Dispose(bool disposing)
    {
        rest.Dispose();
        base.Dispose(disposing);
    }
}
