using System.Threading.Channels;

namespace Zvar;

// One request of a Batches under way: the answers to its keys, in the order asked and as often as asked, each as soon
// as it is whole. That a key has none is known when the source has answered to its end.
internal sealed class Batch<TKey, TId, TResult>
    where TId : notnull
{
    private readonly List<TKey> _keys;
    private readonly BatchQuestion<TKey, TId, TResult> _question;
    private readonly Dictionary<TId, int> _toCome = [];
    private readonly Dictionary<TId, IReadOnlyList<TResult>> _repeated = [];
    private readonly Channel<Answer<TKey, TResult>> _answers = Channel.CreateUnbounded<Answer<TKey, TResult>>(
        new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });

    private readonly List<TKey> _unanswered = [];
    private int _next;
    private volatile bool _isWhole;

    internal Batch(List<TKey> keys, BatchQuestion<TKey, TId, TResult> question)
    {
        (_keys, _question) = (keys, question);
        foreach (TKey key in keys)
        {
            TId id = question.IdOfKey(key);
            _toCome[id] = _toCome.GetValueOrDefault(id) + 1;
        }
    }

    internal ChannelReader<Answer<TKey, TResult>> Answers => _answers.Reader;

    // Whether all its answers are there.
    internal bool IsWhole => _isWhole;

    // Why it failed; null where it did not, or not yet.
    internal ZvarException? Failure { get; private set; }

    // The keys that the failure leaves without an answer.
    internal IReadOnlyList<TKey> FailedKeys { get; private set; } = [];

    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        Exception? unexpected = null;
        try
        {
            await TryReadAsync(cancellationToken).ConfigureAwait(false);
            Finish();
        }
        catch (Exception other)
        {
            unexpected = other;
        }

        _isWhole = true;
        _answers.Writer.Complete(unexpected);
    }

    private async Task TryReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ZvarException failure)
        {
            Failure = failure;
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        List<TResult> ofOne = [];
        IReadOnlyList<TKey> distinct = [.. _keys.DistinctBy(_question.IdOfKey)];
        try
        {
            await foreach (TResult result in _question.Ask(distinct, cancellationToken)
                .WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                if (_question.OneResultEach)
                {
                    Answer([result]);
                    continue;
                }

                // The results for one id come together, and are all there when those for another begin.
                if (ofOne.Count > 0 && !_question.IdOfResult(ofOne[0]).Equals(_question.IdOfResult(result)))
                {
                    Answer(ofOne);
                    ofOne = [];
                }

                ofOne.Add(result);
            }
        }
        catch (ZvarException failure)
        {
            Failure = failure;
        }

        if (ofOne.Count > 0 && !IsCutOff(_question.IdOfResult(ofOne[0])))
        {
            Answer(ofOne);
        }
    }

    // A source that names what it cannot know has given all the rest before: the last results are whole.
    private bool IsCutOff(TId id) => _keys.Any(key => _question.IdOfKey(key).Equals(id) && IsFailed(key));

    private void Answer(List<TResult> results)
    {
        TId answered = _question.IdOfResult(results[0]);
        bool isReached = false;
        for (; _next < _keys.Count; _next++)
        {
            TKey key = _keys[_next];
            TId id = _question.IdOfKey(key);
            if (id.Equals(answered))
            {
                isReached = true;
                Give(key, id, results);
            }
            else if (!TryRepeat(key, id))
            {
                if (isReached)
                {
                    return;
                }

                _unanswered.Add(key);
            }
        }

        if (!isReached)
        {
            throw new ZvarException(
                ZvarError.InvalidResponse,
                $"The source answered for '{answered}', which was not asked for, or not in this order.");
        }
    }

    private void Give(TKey key, TId id, IReadOnlyList<TResult> results)
    {
        if (--_toCome[id] > 0)
        {
            _repeated[id] = results;
        }

        _answers.Writer.TryWrite(new Answer<TKey, TResult>(key, results));
    }

    // A key that was answered before is answered in the same way.
    private bool TryRepeat(TKey key, TId id)
    {
        bool isRepeated = _repeated.TryGetValue(id, out IReadOnlyList<TResult>? results);
        if (isRepeated)
        {
            Give(key, id, results!);
        }

        return isRepeated;
    }

    private void Finish()
    {
        for (; _next < _keys.Count; _next++)
        {
            if (!TryRepeat(_keys[_next], _question.IdOfKey(_keys[_next])))
            {
                _unanswered.Add(_keys[_next]);
            }
        }

        ILookup<bool, TKey> byFailure = _unanswered.ToLookup(IsFailed);
        FailedKeys = [.. byFailure[true]];
        foreach (TKey key in byFailure[false])
        {
            _answers.Writer.TryWrite(new Answer<TKey, TResult>(key, []));
        }
    }

    private bool IsFailed(TKey key) =>
        Failure is not null && (Failure.Keys is null || Failure.Keys.Contains(_question.KeyAtSource(key)));
}
