using Zvar.Tables;
using ZvarPS.Commands;

namespace ZvarPS;

/// <summary>
/// Matches the stars of a HATS catalogue with another, as many partitions at a time as there are processors. For the
/// pipeline thread.
/// </summary>
internal sealed class CatalogXmatch(ZvarCommand command, HatsXmatch match, HatsResults results)
    : CatalogWork(command, results)
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(command.StopToken);
    private readonly Dictionary<Task<long>, HatsTile> _running = [];
    private long _stars;

    /// <inheritdoc/>
    internal override long Stars => _stars;

    /// <inheritdoc/>
    public override void Dispose()
    {
        // What is still under way is given up, and nothing of it stays.
        _stop.Cancel();
        foreach (Task<long> one in _running.Keys)
        {
            Task.WaitAny(one);
        }

        _stop.Dispose();
    }

    private protected override void Take(HatsTile tile)
    {
        while (_running.Count >= Environment.ProcessorCount)
        {
            WaitForOne();
        }

        _running.Add(
            Task.Factory.StartNew(
                () => match.Write(Results, tile, _stop.Token),
                _stop.Token,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default),
            tile);
    }

    private protected override void Finish()
    {
        while (_running.Count > 0)
        {
            WaitForOne();
        }
    }

    private void WaitForOne()
    {
        ShowProgress();
        Task<long> done = Command.Wait(Task.WhenAny(_running.Keys));
        _running.Remove(done, out HatsTile tile);
        long rows = done.GetAwaiter().GetResult();
        _stars += tile.Rows;
        Count(rows);
    }
}
