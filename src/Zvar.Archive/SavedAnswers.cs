namespace Zvar.Archive;

/// <summary>
/// Asks a source for what an archive does not know, and saves the answers as they come, some at a time and each key's whole.
/// A key that the source passes over, or that is left when it has answered to its end, has nothing.
/// </summary>
internal sealed class SavedAnswers<TKey, TId, TResult>(
    IReadOnlyList<TKey> keys,
    Question<TKey, TId, TResult> question,
    ZvarArchive archive,
    string source,
    bool? synthetic) : IAsyncDisposable
    where TId : notnull
{
    // Results that are saved together at least, unless there are no more.
    private const int ResultsOfBatch = 50;

    private readonly Dictionary<TId, int> _places =
        keys.Index().ToDictionary(key => question.IdOfKey(key.Item), key => key.Index);

    private readonly List<(TKey Key, List<TResult> Results)> _gathered = [];
    private IAsyncEnumerator<TResult>? _coming;
    private ZvarException? _failure;
    private DateTimeOffset _asked;
    private readonly bool[] _saved = new bool[keys.Count];
    private int _next;
    private bool _ended = keys.Count == 0;

    /// <summary>Waits until a key's answer has been saved, if it was to be asked for.</summary>
    internal async Task WaitForAsync(TKey key, CancellationToken stop)
    {
        if (_places.TryGetValue(question.IdOfKey(key), out int place))
        {
            while (!_ended && !_saved[place])
            {
                await SaveNextAsync(stop).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Why the source is away, if some keys had to do with older answers.</summary>
    internal ZvarException? MadeDo { get; private set; }

    /// <summary>Says that a key has an older answer, which will do if the source is away.</summary>
    internal void MakeDo(TKey key)
    {
        if (_failure is { Error: ZvarError.RequestFailed } away
            && _places.TryGetValue(question.IdOfKey(key), out int place)
            && !_saved[place])
        {
            (MadeDo, _saved[place]) = (away, true);
        }
    }

    /// <summary>Passes on why the source failed, with the keys that have no answer.</summary>
    internal void ThrowIfFailed()
    {
        if (_failure is { } failure && (MadeDo is null || _saved.Contains(false)))
        {
            throw new ZvarException(failure.Error, failure.Message, failure)
            {
                Details = failure.Details,
                Keys = [.. keys.Where((_, place) => !_saved[place]).Select(question.KeyAtSource)],
            };
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _coming?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task SaveNextAsync(CancellationToken stop)
    {
        if (_coming is null)
        {
            _asked = TimeProvider.System.GetUtcNow();
            _coming = question.Ask(keys, stop).GetAsyncEnumerator(stop);
        }

        int results = 0;
        try
        {
            while (results < ResultsOfBatch && !_ended)
            {
                if (await _coming.MoveNextAsync().ConfigureAwait(false))
                {
                    Gather(_coming.Current);
                    results++;
                }
                else
                {
                    _ended = true;
                }
            }
        }
        catch (ZvarException failure)
        {
            (_failure, _ended) = (failure, true);
        }

        Save();
    }

    private void Gather(TResult result)
    {
        int place = _places.TryGetValue(question.IdOfResult(result), out int found) && found >= _next - 1
            ? found
            : throw new ZvarException(
                ZvarError.InvalidResponse,
                $"The source answered for '{question.IdOfResult(result)}', which was not asked for.");
        if (place == _next - 1)
        {
            _gathered[^1].Results.Add(result);
            return;
        }

        for (; _next < place; _next++)
        {
            _gathered.Add((keys[_next], []));
        }

        _gathered.Add((keys[_next++], [result]));
    }

    // The last key may have more results to come, and where the source failed none after it is known to have nothing; unless
    // it failed by naming those it cannot know, when it has given all it has of the others.
    private void Save()
    {
        bool isWhole = _ended && (_failure is null || _failure.Keys is not null);
        for (; isWhole && _next < keys.Count; _next++)
        {
            _gathered.Add((keys[_next], []));
        }

        var whole = _gathered.SkipLast(isWhole ? 0 : 1)
            .Where(one => _failure?.Keys?.Contains(question.KeyAtSource(one.Key)) != true)
            .ToList();
        _gathered.RemoveRange(0, Math.Max(0, _gathered.Count - (isWhole ? 0 : 1)));
        if (whole.Count == 0)
        {
            return;
        }

        archive.Write(source, _asked, batch =>
        {
            if (synthetic is { } kind)
            {
                batch.Mark(kind);
            }

            foreach ((TKey key, List<TResult> results) in whole)
            {
                question.Put(batch, key, results);
            }
        });
        foreach ((TKey key, _) in whole)
        {
            _saved[_places[question.IdOfKey(key)]] = true;
        }
    }
}
