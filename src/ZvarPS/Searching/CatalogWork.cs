using Zvar.Tables;
using ZvarPS.Commands;

namespace ZvarPS;

/// <summary>
/// Works through partitions of a HATS catalogue, of which those that are done are passed over. For the pipeline thread.
/// </summary>
internal abstract class CatalogWork : IDisposable
{
    private Action<CatalogWork> _showProgress = _ => { };

    private protected CatalogWork(ZvarCommand command, HatsResults results) =>
        (Command, Results) = (command, results);

    /// <summary>Partitions that were written.</summary>
    internal int Partitions { get; private set; }

    /// <summary>Partitions that were there.</summary>
    internal int Skipped { get; private set; }

    /// <summary>Stars of partitions that were there.</summary>
    internal long SkippedStars { get; private set; }

    /// <summary>Stars that are done.</summary>
    internal abstract long Stars { get; }

    /// <summary>Rows of partitions that were written.</summary>
    internal long Rows { get; private set; }

    /// <summary>Whether the catalogue of what comes of it is complete.</summary>
    internal bool IsComplete => Results.IsComplete;

    private protected ZvarCommand Command { get; }

    private protected HatsResults Results { get; }

    /// <summary>Works through some partitions.</summary>
    /// <param name="tiles">Which.</param>
    /// <param name="showProgress">Shows how far it is.</param>
    internal void Run(IReadOnlyList<HatsTile> tiles, Action<CatalogWork> showProgress)
    {
        _showProgress = showProgress;
        foreach (HatsTile tile in tiles)
        {
            if (Results.IsDone(tile))
            {
                Skipped++;
                SkippedStars += tile.Rows;
            }
            else
            {
                Take(tile);
            }
        }

        Finish();
    }

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <summary>Begins a partition; it need not be done at the end.</summary>
    private protected abstract void Take(HatsTile tile);

    /// <summary>Does what is left of all that were begun.</summary>
    private protected abstract void Finish();

    private protected void ShowProgress() => _showProgress(this);

    /// <summary>Counts a partition that was written.</summary>
    private protected void Count(long rows)
    {
        Partitions++;
        Rows += rows;
        ShowProgress();
    }
}
