using System.Buffers.Binary;
using System.IO.Hashing;
using Microsoft.Win32.SafeHandles;

namespace Zvar.Tables;

// The stars of an export in a file, as they come, and in memory where each is: 32 bytes a star. A file that is there
// goes on after its last whole star.
internal sealed class HatsSpool : IDisposable
{
    private const int HeadLength = 12;
    private const int BufferLength = 1 << 20;
    private static readonly byte[] Signature = "ZVARHATS"u8.ToArray();

    private readonly byte _number;
    private readonly SafeFileHandle _file;
    private readonly MemoryStream _bytes = new();
    private readonly BinaryWriter _writer;
    private readonly XxHash128 _digest = new();
    private readonly ByteBuffer _buffer = new(BufferLength);
    private long _written;

    // Its number tells its stars from those of others.
    internal HatsSpool(string path, byte number, DateTimeOffset now)
    {
        _number = number;
        _writer = new BinaryWriter(_bytes);
        _file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        try
        {
            Began = ReadBeginning() ?? Begin(now);
            GoOn();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    // When the export began.
    internal DateTimeOffset Began { get; }

    internal List<SpooledStar> Stars { get; } = [];

    // What tells these stars, in this order, from others.
    internal string Digest => Convert.ToHexString(_digest.GetCurrentHash());

    internal void Add(HatsStar star)
    {
        _bytes.SetLength(0);
        StarBytes.Write(_writer, star);
        ReadOnlySpan<byte> bytes = _bytes.GetBuffer().AsSpan(0, (int)_bytes.Length);
        ulong hash = XxHash3.HashToUInt64(bytes);
        Span<byte> head = _buffer.Take(HeadLength);
        BinaryPrimitives.WriteInt32LittleEndian(head, bytes.Length);
        BinaryPrimitives.WriteUInt64LittleEndian(head[sizeof(int)..], hash);
        Stars.Add(Of(star, _written + _buffer.Length));
        _digest.Append(head[sizeof(int)..]);
        _buffer.Add(bytes);
        if (_buffer.Length > BufferLength - (BufferLength / 4))
        {
            Flush();
        }
    }

    // Writes what has come, so that stars can be read.
    internal void Flush()
    {
        RandomAccess.Write(_file, _buffer.Written.Span, _written);
        _written += _buffer.Length;
        _buffer.Clear();
    }

    // On any thread, after all was written.
    internal HatsStar Read(SpooledStar star)
    {
        Span<byte> head = stackalloc byte[HeadLength];
        ReadExactly(head, star.Offset - HeadLength);
        byte[] bytes = new byte[BinaryPrimitives.ReadInt32LittleEndian(head)];
        ReadExactly(bytes, star.Offset);
        return StarBytes.Read(new BinaryReader(new MemoryStream(bytes)));
    }

    // What has come is kept, to go on with.
    public void Dispose()
    {
        if (!_file.IsInvalid && _buffer.Length > 0)
        {
            Flush();
        }

        _writer.Dispose();
        _file.Dispose();
    }

    private SpooledStar Of(HatsStar star, long offset) => new(
        HatsTable.HealpixOf(star),
        star.Object.Psid,
        offset,
        (star.LightCurve?.Points ?? 0) + (star.Fluxes?.Points ?? 0),
        _number,
        star.Object.Synthetic);

    private void ReadExactly(Span<byte> bytes, long offset)
    {
        for (int read = 0; read < bytes.Length;)
        {
            int some = RandomAccess.Read(_file, bytes[read..], offset + read);
            read += some > 0 ? some : throw new EndOfStreamException("The file of an export was cut off.");
        }
    }

    private DateTimeOffset? ReadBeginning()
    {
        byte[] beginning = new byte[Signature.Length + sizeof(long)];
        int count = RandomAccess.Read(_file, beginning, 0);
        long ticks = BinaryPrimitives.ReadInt64LittleEndian(beginning.AsSpan(Signature.Length));
        return count == beginning.Length && beginning.AsSpan().StartsWith(Signature)
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : null;
    }

    private DateTimeOffset Begin(DateTimeOffset now)
    {
        byte[] beginning = [.. Signature, .. BitConverter.GetBytes(now.UtcTicks)];
        RandomAccess.SetLength(_file, 0);
        RandomAccess.Write(_file, beginning, 0);
        return now;
    }

    private void GoOn()
    {
        _written = Signature.Length + sizeof(long);
        long length = RandomAccess.GetLength(_file);
        Span<byte> head = stackalloc byte[HeadLength];
        byte[] bytes = [];
        while (_written + HeadLength <= length)
        {
            ReadExactly(head, _written);
            int size = BinaryPrimitives.ReadInt32LittleEndian(head);
            if (size < 0 || _written + HeadLength + size > length)
            {
                break;
            }

            bytes = bytes.Length < size ? new byte[size] : bytes;
            ReadExactly(bytes.AsSpan(0, size), _written + HeadLength);
            ulong hash = BinaryPrimitives.ReadUInt64LittleEndian(head[sizeof(int)..]);
            if (XxHash3.HashToUInt64(bytes.AsSpan(0, size)) != hash)
            {
                break;
            }

            HatsStar star = StarBytes.Read(new BinaryReader(new MemoryStream(bytes, 0, size)));
            Stars.Add(Of(star, _written + HeadLength));
            _digest.Append(head[sizeof(int)..]);
            _written += HeadLength + size;
        }

        RandomAccess.SetLength(_file, _written);
    }
}
