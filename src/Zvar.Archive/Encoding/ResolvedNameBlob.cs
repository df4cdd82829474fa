namespace Zvar.Archive;

/// <summary>Where a name is on the sky as bytes.</summary>
internal static class ResolvedNameBlob
{
    /// <summary>A name's position as it is kept under the name.</summary>
    internal static Sealed Seal(ResolvedName resolved, string name) => Sealed.Of(Checksum.KeyOf(name), blob =>
    {
        blob.WriteText(resolved.ResolvedAs);
        blob.WriteNumber(resolved.Ra);
        blob.WriteNumber(resolved.Dec);
    });

    internal static ResolvedName Read(ReadOnlySpan<byte> bytes, string name, string resolver)
    {
        var blob = new BlobReader(bytes);
        return new ResolvedName(name, blob.ReadText(), blob.ReadNumber(), blob.ReadNumber(), resolver);
    }
}
