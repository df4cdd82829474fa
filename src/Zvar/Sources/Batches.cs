namespace Zvar;

/// <summary>
/// Asks a source for any number of things: keys are gathered into batches of the size it takes, a few batches fly at a
/// time, and they land in the order they started. One batch that fails does no harm to the others. For one thread.
/// </summary>
/// <typeparam name="TKey">What is asked for: an id, a position.</typeparam>
/// <typeparam name="TResult">What is answered.</typeparam>
public sealed class Batches<TKey, TResult>
{
    private readonly int _batchSize;
    private readonly int _throttleLimit;
    private readonly Func<IReadOnlyList<TKey>, CancellationToken, IAsyncEnumerable<TResult>> _ask;
    private readonly CancellationToken _cancellationToken;
    private readonly Queue<Task<Batch<TKey, TResult>>> _inFlight = new();
    private List<TKey> _gathering = [];

    /// <summary>Makes an empty queue.</summary>
    /// <param name="batchSize">How many keys the source takes in one request.</param>
    /// <param name="throttleLimit">How many batches may fly at a time.</param>
    /// <param name="ask">The question; its keys come without repetitions.</param>
    /// <param name="cancellationToken">Stops everything that flies.</param>
    public Batches(
        int batchSize,
        int throttleLimit,
        Func<IReadOnlyList<TKey>, CancellationToken, IAsyncEnumerable<TResult>> ask,
        CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(throttleLimit, 1);
        (_batchSize, _throttleLimit, _ask, _cancellationToken) = (batchSize, throttleLimit, ask, cancellationToken);
    }

    /// <summary>How many keys have been added.</summary>
    public long Asked { get; private set; }

    /// <summary>How many of them have landed.</summary>
    public long Landed { get; private set; }

    /// <summary>Whether another batch may take off before one has landed.</summary>
    public bool HasRoom => _inFlight.Count < _throttleLimit;

    /// <summary>Whether a batch is in flight.</summary>
    public bool IsFlying => _inFlight.Count > 0;

    /// <summary>Whether the batch that is next to land has all its answers.</summary>
    public bool IsNextReady => _inFlight.TryPeek(out Task<Batch<TKey, TResult>>? next) && next.IsCompleted;

    /// <summary>Adds a key, and sends the batch it fills. Ask for <see cref="HasRoom"/> first.</summary>
    public void Add(TKey key)
    {
        Asked++;
        _gathering.Add(key);
        if (_gathering.Count == _batchSize)
        {
            Flush();
        }
    }

    /// <summary>Sends what has been gathered, though the batch is not full.</summary>
    public void Flush()
    {
        if (_gathering.Count == 0)
        {
            return;
        }

        List<TKey> keys = _gathering;
        _gathering = [];
        _inFlight.Enqueue(Task.Run(() => AskAsync(keys), _cancellationToken));
    }

    /// <summary>Waits for the next batch in order.</summary>
    /// <exception cref="InvalidOperationException">Nothing is in flight.</exception>
    /// <exception cref="OperationCanceledException">The queue was cancelled.</exception>
    public async Task<Batch<TKey, TResult>> LandAsync()
    {
        Batch<TKey, TResult> batch = await _inFlight.Dequeue().ConfigureAwait(false);
        Landed += batch.Keys.Count;
        return batch;
    }

    private async Task<Batch<TKey, TResult>> AskAsync(List<TKey> keys)
    {
        var results = new List<TResult>();
        try
        {
            await foreach (TResult result in _ask([.. keys.Distinct()], _cancellationToken)
                .WithCancellation(_cancellationToken).ConfigureAwait(false))
            {
                results.Add(result);
            }

            return new Batch<TKey, TResult>(keys, results, Failure: null);
        }
        catch (ZvarException failure)
        {
            return new Batch<TKey, TResult>(keys, results, failure);
        }
    }
}
