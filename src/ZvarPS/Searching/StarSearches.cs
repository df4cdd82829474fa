using System.Diagnostics.CodeAnalysis;
using System.Threading.Tasks.Dataflow;
using Zvar;

namespace ZvarPS;

/// <summary>
/// Searches of stars under way, each on a thread of its own, and taken in the order they were added. No more are added than
/// a few for each thread: memory does not grow with their number. For one thread, which adds and takes.
/// </summary>
internal sealed class StarSearches
{
    // One star may take as long as several of those after it, which are ready by then.
    private const int StarsOfThread = 4;

    private readonly Func<LightCurve, SearchedStar> _search;
    private readonly TransformBlock<LightCurve, SearchedStar> _block;

    /// <summary>Makes an empty queue.</summary>
    /// <param name="search">Searches a star.</param>
    /// <param name="threads">How many are searched at a time.</param>
    /// <param name="stop">Stops all.</param>
    internal StarSearches(Func<LightCurve, SearchedStar> search, int threads, CancellationToken stop)
    {
        _search = search;

        // A search is long and never waits: on the pool it would keep the downloads from going on.
        _block = new TransformBlock<LightCurve, SearchedStar>(
            lightCurve => Task.Factory.StartNew(
                () => Search(lightCurve), stop, TaskCreationOptions.LongRunning, TaskScheduler.Default),
            new ExecutionDataflowBlockOptions
            {
                MaxDegreeOfParallelism = threads,
                BoundedCapacity = StarsOfThread * threads,
                CancellationToken = stop,
            });
    }

    /// <summary>How many were added and are not taken yet.</summary>
    internal long Pending { get; private set; }

    /// <summary>How many have been taken.</summary>
    internal long Taken { get; private set; }

    /// <summary>Adds a star, if there is room.</summary>
    internal bool TryAdd(LightCurve lightCurve)
    {
        if (!_block.Post(lightCurve))
        {
            return false;
        }

        Pending++;
        return true;
    }

    /// <summary>Takes the next star, if it has been searched.</summary>
    internal bool TryTake([NotNullWhen(true)] out SearchedStar? star)
    {
        if (!_block.TryReceive(out star))
        {
            return false;
        }

        Pending--;
        Taken++;
        return true;
    }

    /// <summary>Waits until there is one to take.</summary>
    internal async Task<bool> WaitAsync()
    {
        if (!await _block.OutputAvailableAsync().ConfigureAwait(false))
        {
            // Nothing comes any more: it was stopped, or a search failed in a way that is none of the star's.
            await _block.Completion.ConfigureAwait(false);
        }

        return true;
    }

    private SearchedStar Search(LightCurve lightCurve)
    {
        SearchedStar star;
        try
        {
            star = _search(lightCurve);
        }
        catch (PeriodSearchException error)
        {
            star = new SearchedStar(lightCurve, [], error);
        }

        return star with { WithoutError = TimeSeries.Of(lightCurve).WithoutError };
    }
}
