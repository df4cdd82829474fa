namespace Zvar.Archive;

/// <summary>A blob as it is kept, and its checksum.</summary>
internal sealed record Sealed(byte[] Bytes, long Checksum)
{
    // Each thread has its own, which has grown to the blobs that there are.
    [ThreadStatic]
    private static BlobWriter? _writer;

    /// <summary>Writes a blob.</summary>
    /// <param name="key">The key it belongs to.</param>
    /// <param name="write">What writes it.</param>
    internal static Sealed Of(long key, Action<BlobWriter> write)
    {
        BlobWriter blob = _writer ??= new BlobWriter();
        blob.Clear();
        write(blob);
        return new Sealed(blob.Written.ToArray(), Archive.Checksum.Of(blob.Written, key));
    }
}
