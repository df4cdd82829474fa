using System.IO.Hashing;
using System.Text;

namespace Zvar.Archive;

/// <summary>The checksum of a blob and of the key it belongs to: XXH3, 64 bits.</summary>
internal static class Checksum
{
    /// <summary>A key of words, as a number.</summary>
    internal static long KeyOf(params IEnumerable<string> words) =>
        Of(Encoding.UTF8.GetBytes(string.Join('\n', words)), key: 0);

    internal static long Of(ReadOnlySpan<byte> blob, long key) => unchecked((long)XxHash3.HashToUInt64(blob, key));
}
