namespace Zvar;

/// <summary>
/// Asks a source for any number of things: keys are gathered into batches of the size it takes, a few of which are
/// under way at a time. What came for each key is handed on in the order the keys were added and as often, as soon as
/// it is whole; those of which nothing came follow the others of their batch. One batch that fails does no harm to the
/// others. For one thread, which is the one that hands on.
/// </summary>
/// <example>
/// All objects of a long list, the waiting between two answers left to the caller:
/// <code>
/// foreach (long psid in psids)
/// {
///     while (!batches.CanAdd) await HandOnAsync();
///     batches.Add(psid);
/// }
/// while (!batches.CanStart) await HandOnAsync();
/// batches.Flush();
/// while (batches.HasPending) await HandOnAsync();
///
/// async Task HandOnAsync()
/// {
///     await batches.WaitAsync();
///     batches.TryHandOn();
/// }
/// </code>
/// </example>
/// <remarks>
/// Where answers come faster than they are taken, fewer batches are under way than are allowed: one that is taken
/// from and one that comes meanwhile are enough, and every other would only be held in memory.
/// </remarks>
/// <typeparam name="TKey">What is asked for: an object, a position.</typeparam>
/// <typeparam name="TId">What the source knows it by.</typeparam>
/// <typeparam name="TResult">What is answered.</typeparam>
public sealed class Batches<TKey, TId, TResult>
    where TId : notnull
{
    private readonly BatchQuestion<TKey, TId, TResult> _question;
    private readonly int _maxConcurrency;
    private readonly Action<Answer<TKey, TResult>> _onAnswer;
    private readonly Action<ZvarException, IReadOnlyList<TKey>> _onFailure;
    private readonly CancellationToken _cancellationToken;
    private readonly Queue<Batch<TKey, TId, TResult>> _pending = new();
    private List<TKey> _gathered = [];
    private int _limit;
    private bool _isWaitedFor;

    /// <summary>Makes an empty queue.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="maxConcurrency">How many batches may be under way at a time, at most.</param>
    /// <param name="onAnswer">Takes what came for a key; for a key the source knows nothing of, no results.</param>
    /// <param name="onFailure">
    /// Takes why a batch failed, and the keys it left without an answer. It comes after the batch's answers.
    /// </param>
    /// <param name="cancellationToken">Stops everything that is under way.</param>
    /// <exception cref="ArgumentOutOfRangeException">A batch of nothing, or none under way at a time.</exception>
    public Batches(
        BatchQuestion<TKey, TId, TResult> question,
        int maxConcurrency,
        Action<Answer<TKey, TResult>> onAnswer,
        Action<ZvarException, IReadOnlyList<TKey>> onFailure,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentOutOfRangeException.ThrowIfLessThan(question.BatchSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxConcurrency, 1);
        (_question, _maxConcurrency, _limit) = (question, maxConcurrency, maxConcurrency);
        (_onAnswer, _onFailure) = (onAnswer, onFailure);
        _cancellationToken = cancellationToken;
    }

    /// <summary>How many keys have been added.</summary>
    public long Asked { get; private set; }

    /// <summary>How many of them are done with: answered, or failed.</summary>
    public long Completed { get; private set; }

    /// <summary>Whether another batch may start before one is done.</summary>
    public bool CanStart => _pending.Count < _limit;

    /// <summary>Whether another key may be added: it starts no batch, or one that may start.</summary>
    public bool CanAdd => CanStart || _gathered.Count < _question.BatchSize - 1;

    /// <summary>Whether a batch is under way.</summary>
    public bool HasPending => _pending.Count > 0;

    /// <summary>
    /// Adds a key, and starts the batch it fills. Ask for <see cref="CanAdd"/> first, or more are under way than are
    /// allowed.
    /// </summary>
    public void Add(TKey key)
    {
        Asked++;
        _gathered.Add(key);
        if (_gathered.Count == _question.BatchSize)
        {
            Flush();
        }
    }

    /// <summary>
    /// Starts a batch of what has been gathered, though it is not full. Ask for <see cref="CanStart"/> first.
    /// </summary>
    public void Flush()
    {
        if (_gathered.Count == 0)
        {
            return;
        }

        var batch = new Batch<TKey, TId, TResult>(_gathered, _question);
        _gathered = [];
        _pending.Enqueue(batch);
        _ = Task.Run(() => batch.RunAsync(_cancellationToken), CancellationToken.None);
    }

    /// <summary>Waits until there is something to hand on: an answer, or the end of the batch that is next.</summary>
    /// <returns>
    /// Whether it is an answer. False too where nothing is under way, which <see cref="HasPending"/> tells apart.
    /// </returns>
    /// <exception cref="OperationCanceledException">The queue was cancelled.</exception>
    public async Task<bool> WaitAsync()
    {
        if (!_pending.TryPeek(out Batch<TKey, TId, TResult>? next))
        {
            return false;
        }

        ValueTask<bool> waiting = next.Answers.WaitToReadAsync(_cancellationToken);
        if (!waiting.IsCompleted && !_isWaitedFor)
        {
            _limit = Math.Min(_maxConcurrency, _limit + 1);
            _isWaitedFor = true;
        }

        return await waiting.ConfigureAwait(false);
    }

    /// <summary>
    /// Hands on what is next if it has come, an answer or the failure of a batch, on this thread and without waiting.
    /// </summary>
    /// <returns>False where nothing was there.</returns>
    /// <exception cref="OperationCanceledException">The queue was cancelled.</exception>
    public bool TryHandOn()
    {
        while (_pending.TryPeek(out Batch<TKey, TId, TResult>? next))
        {
            if (next.Answers.TryRead(out Answer<TKey, TResult> answer))
            {
                Completed++;
                _onAnswer(answer);
                return true;
            }

            if (!next.Answers.Completion.IsCompleted)
            {
                return false;
            }

            _pending.Dequeue();
            _isWaitedFor = false;
            if (_pending.TryPeek(out Batch<TKey, TId, TResult>? following) && following.IsWhole)
            {
                _limit = Math.Max(Math.Min(2, _maxConcurrency), _limit - 1);
            }

            next.Answers.Completion.GetAwaiter().GetResult();
            if (next.Failure is { } failure)
            {
                Completed += next.FailedKeys.Count;
                _onFailure(failure, next.FailedKeys);
                return true;
            }
        }

        return false;
    }
}
