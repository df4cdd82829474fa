namespace Zvar;

/// <summary>
/// What a <see cref="Batches{TKey, TId, TResult}"/> asks, and how to tell which of its keys a result is for.
/// </summary>
/// <typeparam name="TKey">What is asked for: an object, a position.</typeparam>
/// <typeparam name="TId">What the source knows it by.</typeparam>
/// <typeparam name="TResult">What is answered.</typeparam>
/// <param name="Ask">
/// Asks a source. Its keys come without repetitions, and it gives its results in their order, those for one key
/// together.
/// </param>
/// <param name="IdOfKey">The id of a key.</param>
/// <param name="IdOfResult">The id of the key that a result is for.</param>
public sealed record BatchQuestion<TKey, TId, TResult>(
    Func<IReadOnlyList<TKey>, CancellationToken, IAsyncEnumerable<TResult>> Ask,
    Func<TKey, TId> IdOfKey,
    Func<TResult, TId> IdOfResult)
    where TId : notnull
{
    /// <summary>
    /// What the source is asked for a key, by which a failure names it (<see cref="ZvarException.Keys"/>). Default: its
    /// id.
    /// </summary>
    public Func<TKey, object> KeyAtSource { get; init; } = key => IdOfKey(key);

    /// <summary>How many keys go into one request, at least 1. Default: 1.</summary>
    public int BatchSize { get; init; } = 1;

    /// <summary>
    /// Whether a key has one result at most: its answer is then whole as soon as the result is there, without waiting
    /// for that of the next key.
    /// </summary>
    public bool OneResultEach { get; init; }
}
