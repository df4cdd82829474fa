namespace Zvar.Archive;

/// <summary>One kind of question, and how its answers go into an archive and come out again.</summary>
/// <param name="IdOfKey">What tells keys apart.</param>
/// <param name="KeyAtSource">By what a source names a key that it cannot answer.</param>
/// <param name="IdOfResult">Of which key a result is.</param>
/// <param name="Find">What an archive holds for a key; null where it does not know.</param>
/// <param name="Ask">Asks a source for some keys: results come in their order, those of one key together.</param>
/// <param name="Put">Saves all the results for a key.</param>
internal sealed record Question<TKey, TId, TResult>(
    Func<TKey, TId> IdOfKey,
    Func<TKey, object> KeyAtSource,
    Func<TResult, TId> IdOfResult,
    Func<ArchiveReader, TKey, IEnumerable<TResult>?> Find,
    Func<IReadOnlyList<TKey>, CancellationToken, IAsyncEnumerable<TResult>> Ask,
    Action<ArchiveBatch, TKey, IReadOnlyList<TResult>> Put);
