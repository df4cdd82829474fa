namespace Zvar.Archive;

/// <summary>One kind of question, and how its answers go into an archive and come out again.</summary>
/// <param name="IdOfKey">What tells keys apart.</param>
/// <param name="KeyAtSource">By what a source names a key that it cannot answer.</param>
/// <param name="IdOfResult">Of which key a result is.</param>
/// <param name="Find">What an archive holds for a key; null where it does not know.</param>
/// <param name="Ask">Asks a source for some keys: results come in their order, those of one key together.</param>
/// <param name="Put">
/// Makes of all the results for a key what saves them: on any thread, before the transaction that it is done in.
/// </param>
/// <param name="Cut">
/// Of what came for a key, what was asked for; null to find it in the archive when it has been saved.
/// </param>
/// <param name="Together">How many keys are worth a thread's while; null to find each only when it is taken.</param>
internal sealed record Question<TKey, TId, TResult>(
    Func<TKey, TId> IdOfKey,
    Func<TKey, object> KeyAtSource,
    Func<TResult, TId> IdOfResult,
    Func<ArchiveReader, TKey, IEnumerable<TResult>?> Find,
    Func<IReadOnlyList<TKey>, CancellationToken, IAsyncEnumerable<TResult>> Ask,
    Func<TKey, IReadOnlyList<TResult>, Action<ArchiveBatch>> Put,
    Func<TKey, IReadOnlyList<TResult>, IEnumerable<TResult>>? Cut,
    int? Together);
