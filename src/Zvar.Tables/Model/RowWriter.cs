namespace Zvar.Tables;

// A format that is rows of bytes, one after the other: the rows of a block are encoded on all processors, and written
// while those of the next are encoded.
internal abstract class RowWriter : TableWriter
{
    private readonly Stream _output;
    private ByteBuffer[] _encoding = Buffers();
    private ByteBuffer[] _written = Buffers();
    private Task _writing = Task.CompletedTask;

    private protected RowWriter(Stream output) => _output = output;

    private protected Stream Output => _output;

    public sealed override void Write(TableBlock block)
    {
        Prepare(block);
        int parts = _encoding.Length;
        Parallel.For(0, parts, part =>
        {
            ByteBuffer to = _encoding[part];
            to.Clear();
            Encode(block, RowOf(part), RowOf(part + 1), to);
        });
        ByteBuffer[] now = Recode(_encoding);
        _writing.GetAwaiter().GetResult();
        (_encoding, _written) = (_written, _encoding);
        _writing = Task.Run(() =>
        {
            foreach (ByteBuffer part in now)
            {
                _output.Write(part.Written.Span);
            }
        });

        int RowOf(int part) => (int)((long)block.Count * part / parts);
    }

    // Once all that was encoded is written.
    private protected void Flush() => _writing.GetAwaiter().GetResult();

    // What has to be known of a block before its rows are encoded.
    private protected virtual void Prepare(TableBlock block)
    {
    }

    private protected abstract void Encode(TableBlock block, int from, int to, ByteBuffer buffer);

    // The parts as they are written. Those of the block before may still be under way.
    private protected virtual ByteBuffer[] Recode(ByteBuffer[] parts) => parts;

    protected override void Dispose(bool disposing)
    {
        // It writes to a stream that is closed next.
        try
        {
            Flush();
        }
        catch (IOException)
        {
            // Told already, or nobody waits for this table.
        }

        base.Dispose(disposing);
    }

    // One for each processor.
    private protected static ByteBuffer[] Buffers() =>
        [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new ByteBuffer(1 << 20))];
}
