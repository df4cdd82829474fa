using System.Management.Automation;
using Zvar;

namespace ZvarPS.Commands;

/// <summary>A cmdlet that asks for any number of things in batches, a few of which fly at a time.</summary>
public abstract class BatchCommand : SourceCommand
{
    private const int ProgressId = 0x5A76;
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromMilliseconds(200);

    private long _progressShown;
    private bool _inProgress;

    /// <summary>How many requests may be under way at a time.</summary>
    [Parameter(HelpMessage = "How many requests may be under way at a time, 1 to 32. Default: 4.")]
    [WholeNumber, ArgumentCompleter(typeof(WholeNumberAttribute))]
    [ValidateRange(1, 32)]
    public int ThrottleLimit { get; set; } = 4;

    /// <summary>Adds a key to a queue, and writes what has landed: never more than a few batches are held.</summary>
    private protected void Ask<TKey, TResult>(
        Batches<TKey, TResult> batches, TKey key, Action<Batch<TKey, TResult>> write)
    {
        while (!batches.HasRoom || batches.IsNextReady)
        {
            Land(batches, write);
        }

        batches.Add(key);
    }

    /// <summary>Sends what is left, and writes all that is still to land.</summary>
    private protected void Finish<TKey, TResult>(Batches<TKey, TResult> batches, Action<Batch<TKey, TResult>> write)
    {
        batches.Flush();
        while (batches.IsFlying)
        {
            Land(batches, write);
        }

        if (_inProgress)
        {
            WriteProgress(new ProgressRecord(ProgressId, MyInvocation.MyCommand.Name, "Done")
            {
                RecordType = ProgressRecordType.Completed,
            });
        }
    }

    private void Land<TKey, TResult>(Batches<TKey, TResult> batches, Action<Batch<TKey, TResult>> write)
    {
        ShowProgress(batches);
        write(Wait(batches.LandAsync()));
    }

    private void ShowProgress<TKey, TResult>(Batches<TKey, TResult> batches)
    {
        // One request is over before a bar is read; the console redraws no oftener than this.
        if (batches.Landed == 0
            || (_inProgress && TimeProvider.System.GetElapsedTime(_progressShown) < ProgressInterval))
        {
            return;
        }

        _progressShown = TimeProvider.System.GetTimestamp();
        _inProgress = true;
        WriteProgress(new ProgressRecord(
            ProgressId,
            MyInvocation.MyCommand.Name,
            FormattableString.Invariant($"{batches.Landed:N0} of {batches.Asked:N0} asked for so far have arrived"))
        {
            PercentComplete = (int)(100 * batches.Landed / Math.Max(1, batches.Asked)),
        });
    }
}
