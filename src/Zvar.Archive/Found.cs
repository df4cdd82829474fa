using Microsoft.Data.Sqlite;

namespace Zvar.Archive;

/// <summary>What an archive holds for a key.</summary>
/// <param name="Key">The key.</param>
/// <param name="Results">The results; null where it does not know, or no more.</param>
/// <param name="Damage">Why it knows no more.</param>
internal sealed record Found<TKey, TResult>(TKey Key, IReadOnlyList<TResult>? Results, Exception? Damage)
{
    /// <summary>Finds it.</summary>
    internal static Found<TKey, TResult> Of(
        ArchiveReader reader, TKey key, Func<ArchiveReader, TKey, IEnumerable<TResult>?> find) =>
        Try(key, () => find(reader, key)?.ToArray());

    /// <summary>Whether there is something to find, or known to be nothing; without reading all of it.</summary>
    internal static bool IsKnown(
        ArchiveReader reader, TKey key, Func<ArchiveReader, TKey, IEnumerable<TResult>?> find) =>
        Try(key, () => find(reader, key) is null ? null : []).Results is not null;

    private static Found<TKey, TResult> Try(TKey key, Func<IReadOnlyList<TResult>?> find)
    {
        try
        {
            return new(key, find(), Damage: null);
        }
        catch (Exception error) when (error is ArchiveException or DamagedException or SqliteException)
        {
            return new(key, Results: null, error);
        }
    }
}
