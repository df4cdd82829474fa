using System.Buffers.Binary;
using System.IO.Compression;

namespace Zvar.Tables;

// What is in a compressed file. The framework takes a file that is cut off for one that ends: here the length that the
// file has at its end must be that of what came.
internal sealed class GzipContent : Stream
{
    private readonly GZipStream _content;
    private readonly uint _length;
    private long _read;

    // The file is at its beginning.
    internal GzipContent(FileStream file)
    {
        byte[] length = new byte[sizeof(uint)];
        if (file.Length > length.Length)
        {
            file.Position = file.Length - length.Length;
            file.ReadExactly(length);
            file.Position = 0;
        }

        _length = BinaryPrimitives.ReadUInt32LittleEndian(length);
        _content = new GZipStream(file, CompressionMode.Decompress);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        int read = _content.Read(buffer);
        _read += read;

        // Where several were put together, it is the length of the last.
        return read > 0 || buffer.IsEmpty || (uint)_read == _length || (_read > _length && _length > 0)
            ? read
            : throw new TableException(TableError.TableDamaged, "The compressed file is damaged: it is cut off.");
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _content.Dispose();
        base.Dispose(disposing);
    }
}
