using System.Runtime.CompilerServices;

namespace Zvar.Tables;

// Bytes that grow at their end; the room is kept when it is cleared.
internal sealed class ByteBuffer(int capacity)
{
    private byte[] _bytes = new byte[capacity];

    internal int Length { get; private set; }

    internal ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    internal void Clear() => Length = 0;

    // Room for so many bytes at least; what of it was written, Advance says.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Span<byte> Room(int size)
    {
        if (_bytes.Length - Length < size)
        {
            Grow(size);
        }

        return _bytes.AsSpan(Length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Advance(int count) => Length += count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(byte one)
    {
        Room(1)[0] = one;
        Length++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
    }

    // The next bytes, of so many, for somebody to fill.
    internal Span<byte> Take(int size)
    {
        Span<byte> taken = Room(size)[..size];
        Length += size;
        return taken;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int size) => Array.Resize(ref _bytes, checked(Math.Max(Length + size, 2 * _bytes.Length)));
}
