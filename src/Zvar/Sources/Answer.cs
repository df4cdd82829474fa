namespace Zvar;

/// <summary>
/// What came for one key of a <see cref="Batches{TKey, TId, TResult}"/>. Answers with results come in the order of the
/// keys; that a key has none is known when its batch has come to its end, so those without follow the batch's others.
/// </summary>
/// <typeparam name="TKey">What is asked for: an object, a position.</typeparam>
/// <typeparam name="TResult">What is answered.</typeparam>
/// <param name="Key">The key, as it was added.</param>
/// <param name="Results">What the source has for it, in the source's order; empty where it has nothing.</param>
public readonly record struct Answer<TKey, TResult>(TKey Key, IReadOnlyList<TResult> Results);
