namespace Zvar;

/// <summary>
/// All that a source has of what it was asked, and of which keys it cannot know: what an archive answers, for those who
/// put two answers together.
/// </summary>
/// <typeparam name="TResult">What is answered.</typeparam>
/// <param name="Results">What it has, in its order.</param>
/// <param name="Failure">The failure that names the keys it cannot know; null where it knows of all.</param>
public sealed record PartialAnswer<TResult>(IReadOnlyList<TResult> Results, ZvarException? Failure)
{
    /// <summary>Whether it cannot know of a key.</summary>
    public bool IsUnknown(object key) => Failure?.Keys?.Contains(key) == true;
}

/// <summary>Reads answers that may be partial.</summary>
public static class PartialAnswers
{
    /// <summary>Reads an answer to its end, or to the failure that names keys.</summary>
    /// <exception cref="ZvarException">The source failed and named no keys: nothing is known of any.</exception>
    public static async Task<PartialAnswer<TResult>> ReadPartialAsync<TResult>(
        this IAsyncEnumerable<TResult> answer, CancellationToken cancellationToken)
    {
        List<TResult> results = [];
        try
        {
            await foreach (TResult result in answer.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                results.Add(result);
            }
        }
        catch (ZvarException failure) when (failure.Keys is not null)
        {
            return new PartialAnswer<TResult>(results, failure);
        }

        return new PartialAnswer<TResult>(results, Failure: null);
    }
}
