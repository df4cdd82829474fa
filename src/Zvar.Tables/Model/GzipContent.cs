using System.Buffers.Binary;
using System.IO.Compression;

namespace Zvar.Tables;

// What is in a compressed file. The framework takes a file that is cut off for one that ends: here the length that the
// file has at its end must be that of what came.
internal sealed class GzipContent : ForwardStream
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

    public override int Read(Span<byte> buffer)
    {
        int read = _content.Read(buffer);
        _read += read;

        // Where several were put together, it is the length of the last.
        return read > 0 || buffer.IsEmpty || (uint)_read == _length || (_read > _length && _length > 0)
            ? read
            : throw new TableException(TableError.TableDamaged, "The compressed file is damaged: it is cut off.");
    }

    protected override void Dispose(bool disposing)
    {
        _content.Dispose();
        base.Dispose(disposing);
    }
}
