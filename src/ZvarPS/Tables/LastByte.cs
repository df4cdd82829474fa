namespace ZvarPS;

/// <summary>Hands on what is written to it, and knows the last byte.</summary>
/// <param name="output">To whom; it is not closed.</param>
internal sealed class LastByte(Stream output) : Stream
{
    /// <summary>The last byte; null where none was written.</summary>
    internal byte? Value { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        output.Write(buffer);
        Value = buffer.IsEmpty ? Value : buffer[^1];
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() => output.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
