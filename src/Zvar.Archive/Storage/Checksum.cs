using System.IO.Hashing;

namespace Zvar.Archive;

/// <summary>The checksum of a blob and of the key it belongs to: XXH3, 64 bits.</summary>
internal static class Checksum
{
    internal static long Of(ReadOnlySpan<byte> blob, long key) => unchecked((long)XxHash3.HashToUInt64(blob, key));
}
