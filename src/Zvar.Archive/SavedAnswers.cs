namespace Zvar.Archive;

/// <summary>
/// Asks a source for what an archive does not know, and saves the answers as they come, some at a time and each key's
/// whole. A key that the source passes over, or that is left when it has answered to its end, has nothing.
/// </summary>
internal sealed class SavedAnswers<TKey, TId, TResult>(
    IReadOnlyList<TKey> keys,
    Question<TKey, TId, TResult> question,
    ZvarArchive archive,
    string source,
    bool? synthetic) : IAsyncDisposable
    where TId : notnull
{
    // Of what a thread does at a time, so much is saved together at least, unless there are no more.
    private const int WorkOfBatch = 16;

    private readonly Dictionary<TId, int> _places =
        keys.Index().ToDictionary(key => question.IdOfKey(key.Item), key => key.Index);

    private readonly List<(TKey Key, List<TResult> Results)> _gathered = [];
    private readonly Dictionary<int, IReadOnlyList<TResult>> _came = [];
    private IAsyncEnumerator<TResult>? _coming;
    private ZvarException? _failure;
    private DateTimeOffset _asked;
    private readonly bool[] _saved = new bool[keys.Count];
    private int _next;
    private bool _ended = keys.Count == 0;

    /// <summary>Whether it asks for a key.</summary>
    internal bool IsOf(TKey key) => _places.ContainsKey(question.IdOfKey(key));

    /// <summary>
    /// Waits until the answer for a key that it asks for has been saved, and gives it, once; null where there is none,
    /// or where the archive is to be asked for it.
    /// </summary>
    internal async Task<IReadOnlyList<TResult>?> TakeAsync(TKey key, CancellationToken stop)
    {
        int place = _places[question.IdOfKey(key)];
        while (!_ended && !_saved[place])
        {
            await SaveNextAsync(stop).ConfigureAwait(false);
        }

        return _came.Remove(place, out IReadOnlyList<TResult>? results) ? [.. question.Cut!(key, results)] : null;
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
    internal static void ThrowIfFailed(IEnumerable<SavedAnswers<TKey, TId, TResult>> asked)
    {
        SavedAnswers<TKey, TId, TResult>[] failed = [.. asked.Where(answers => answers.HasFailed)];
        if (failed.FirstOrDefault()?._failure is { } failure)
        {
            throw new ZvarException(failure.Error, failure.Message, failure)
            {
                Details = failure.Details,
                Keys = [.. failed.SelectMany(answers => answers.Unanswered)],
            };
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _coming?.DisposeAsync() ?? ValueTask.CompletedTask;

    // Where older answers had to do for all that was asked, it has not.
    private bool HasFailed => _failure is not null && (MadeDo is null || _saved.Contains(false));

    private IEnumerable<object> Unanswered => keys.Where((_, place) => !_saved[place]).Select(question.KeyAtSource);

    private async Task SaveNextAsync(CancellationToken stop)
    {
        if (_coming is null)
        {
            _asked = TimeProvider.System.GetUtcNow();
            _coming = question.Ask(keys, stop).GetAsyncEnumerator(stop);
        }

        int results = 0;
        int enough = WorkOfBatch * (question.Together ?? Together.LightCurves);
        try
        {
            while (results < enough && !_ended)
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

    // The last key may have more results to come, and where the source failed none after it is known to have nothing;
    // unless it failed by naming those it cannot know, when it has given all it has of the others.
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

        // Other threads encode what comes next while one is put.
        Task<Action<ArchiveBatch>>[] puts =
            [.. whole.Select(one => Task.Run(() => question.Put(one.Key, one.Results)))];
        archive.Write(source, _asked, batch =>
        {
            if (synthetic is { } kind)
            {
                batch.Mark(kind);
            }

            foreach (Task<Action<ArchiveBatch>> put in puts)
            {
                put.GetAwaiter().GetResult()(batch);
            }
        });
        foreach ((TKey key, List<TResult> results) in whole)
        {
            int place = _places[question.IdOfKey(key)];
            _saved[place] = true;
            if (question.Cut is not null)
            {
                _came.Add(place, results);
            }
        }
    }
}
