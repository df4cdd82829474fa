using Zvar;
using Zvar.Tables;
using ZvarPS.Commands;

namespace ZvarPS;

/// <summary>
/// Searches the stars of a HATS catalogue, partition after partition, on all processors: while the last stars of a
/// partition are searched, the first of the next are read. A partition is written when all its stars have been
/// searched. For the pipeline thread.
/// </summary>
/// <typeparam name="TRow">What is found of a star.</typeparam>
internal sealed class CatalogSearch<TRow> : CatalogWork
{
    private readonly HatsReader _source;
    private readonly HatsResults<TRow> _results;
    private readonly StarSearches _searches;

    // What was begun, in order: stars, and with none the end of a partition.
    private readonly Queue<(HatsTile Tile, HatsLightCurve? Star)> _begun = new();
    private HatsTileWriter<TRow>? _writer;
    private long _read;

    internal CatalogSearch(
        ZvarCommand command, HatsReader source, HatsResults<TRow> results, Func<LightCurve, SearchedStar> search)
        : base(command, results)
    {
        (_source, _results) = (source, results);
        _searches = new StarSearches(search, Environment.ProcessorCount, command.StopToken);
    }

    /// <summary>What of a star is searched; null where there is nothing to search.</summary>
    internal required Func<HatsLightCurve, LightCurve?> Select { get; init; }

    /// <summary>Tells what was found of a star, in the order of the stars.</summary>
    internal required Action<SearchedStar> Tell { get; init; }

    /// <inheritdoc/>
    internal override long Stars => _read - _searches.Pending;

    /// <inheritdoc/>
    public override void Dispose() => _writer?.Dispose();

    private protected override void Take(HatsTile tile)
    {
        foreach (HatsLightCurve star in ReadAhead(tile).SelectMany(group => group))
        {
            _read++;
            Add(tile, star);
        }

        _begun.Enqueue((tile, null));
        TakeFound();
    }

    private protected override void Finish()
    {
        while (_begun.Count > 0)
        {
            WaitForNext();
        }
    }

    // While a group of stars is searched, the next is read.
    private IEnumerable<IReadOnlyList<HatsLightCurve>> ReadAhead(HatsTile tile)
    {
        IEnumerator<IReadOnlyList<HatsLightCurve>> groups = _source.Read(tile).GetEnumerator();
        Task<IReadOnlyList<HatsLightCurve>?> next = ReadAsync();
        while (Read(next) is { } group)
        {
            next = ReadAsync();
            yield return group;
        }

        Task<IReadOnlyList<HatsLightCurve>?> ReadAsync() =>
            Task.Run(() => groups.MoveNext() ? groups.Current : null, Command.StopToken);
    }

    private IReadOnlyList<HatsLightCurve>? Read(Task<IReadOnlyList<HatsLightCurve>?> next)
    {
        try
        {
            return Command.Wait(next);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Command.ThrowTerminatingError(ErrorRecords.CannotRead(error, _source.Path));
            throw;
        }
    }

    private void Add(HatsTile tile, HatsLightCurve star)
    {
        if (Select(star) is not { } lightCurve)
        {
            return;
        }

        while (!_searches.TryAdd(lightCurve))
        {
            WaitForNext();
        }

        _begun.Enqueue((tile, star));
        TakeFound();
    }

    private void WaitForNext()
    {
        ShowProgress();
        Command.Wait(_searches.WaitAsync());
        TakeFound();
    }

    private void TakeFound()
    {
        while (_begun.TryPeek(out (HatsTile Tile, HatsLightCurve? Star) first))
        {
            if (first.Star is null)
            {
                Finish(first.Tile);
            }
            else if (_searches.TryTake(out SearchedStar? found))
            {
                Tell(found);
                _writer ??= _results.Begin(first.Tile);
                _writer.Add(first.Star, found.Rows.Cast<TRow>());
            }
            else
            {
                return;
            }

            _begun.Dequeue();
        }
    }

    private void Finish(HatsTile tile)
    {
        using (HatsTileWriter<TRow> writer = _writer ?? _results.Begin(tile))
        {
            writer.Complete();
            Count(writer.Rows);
        }

        _writer = null;
    }
}
