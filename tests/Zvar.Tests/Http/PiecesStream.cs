namespace Zvar.Tests.Http;

/// <summary>Bytes that arrive in pieces: the lengths are given, the last one over and over.</summary>
internal sealed class PiecesStream(byte[] bytes, params int[] lengths) : MemoryStream(bytes)
{
    private int _piece;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int length = lengths[Math.Min(_piece++, lengths.Length - 1)];
        return base.ReadAsync(buffer[..Math.Min(length, buffer.Length)], cancellationToken);
    }
}
