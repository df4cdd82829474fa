namespace Zvar;

/// <summary>What came of one batch of a <see cref="Batches{TKey, TResult}"/>.</summary>
/// <typeparam name="TKey">What is asked for: an id, a position.</typeparam>
/// <typeparam name="TResult">What is answered.</typeparam>
/// <param name="Keys">What was asked for, in the order asked, repetitions kept.</param>
/// <param name="Results">What came, even where the batch failed in the end.</param>
/// <param name="Failure">Why it failed; null where it did not.</param>
public sealed record Batch<TKey, TResult>(
    IReadOnlyList<TKey> Keys, IReadOnlyList<TResult> Results, ZvarException? Failure);
