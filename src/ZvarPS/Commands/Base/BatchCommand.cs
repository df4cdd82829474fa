using System.Management.Automation;
using Zvar;

namespace ZvarPS.Commands;

/// <summary>
/// A cmdlet that asks for any number of things in batches, a few of which are under way at a time. What is still to
/// come when the input has ended is written at the end.
/// </summary>
public abstract class BatchCommand : SourceCommand
{
    private const int ProgressId = 0x5A76;

    // What is asked of a source that takes any number at once: enough to be quick, few enough to see some soon.
    private const int DefaultBatchSize = 500;

    private static readonly TimeSpan ProgressInterval = TimeSpan.FromMilliseconds(200);

    private readonly List<Func<bool>> _toFinish = [];
    private long _progressShown;
    private bool _inProgress;

    [Parameter(HelpMessage = "How many requests may be under way at a time, 1 to 32. Default: 4.")]
    [WholeNumber, ArgumentCompleter(typeof(WholeNumberAttribute))]
    [ValidateRange(1, 32)]
    public int ThrottleLimit { get; set; } = 4;

    /// <summary>Makes a queue for one kind of question; it is finished when the cmdlet ends.</summary>
    /// <param name="limit">How many keys the source takes in one request; null for any number.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="write">Writes what came for a key.</param>
    /// <param name="targetOf">What the error of a batch that failed names, for a key it left unanswered.</param>
    /// <param name="questionOf">
    /// What the error names for keys that an archive does not hold: a question that can be sent to another source; null
    /// for the same as of others.
    /// </param>
    internal Batches<TKey, TId, TResult> NewBatches<TKey, TId, TResult, TTarget>(
        int? limit,
        BatchQuestion<TKey, TId, TResult> question,
        Action<Answer<TKey, TResult>> write,
        Func<TKey, TTarget> targetOf,
        Func<IEnumerable<TKey>, object>? questionOf = null)
        where TId : notnull
    {
        var batches = new Batches<TKey, TId, TResult>(
            question with { BatchSize = limit ?? DefaultBatchSize },
            ThrottleLimit,
            write,
            (failure, keys) => WriteFailure(
                failure,
                failure.Error == ZvarError.NotInArchive && questionOf is not null
                    ? questionOf(keys)
                    : keys.Select(targetOf).Distinct().ToArray()),
            StopToken);
        _toFinish.Add(() => Finish(batches));
        return batches;
    }

    /// <summary>Adds a key to a queue, and writes what has come: never more than a few batches are held.</summary>
    internal void Ask<TKey, TId, TResult>(Batches<TKey, TId, TResult> batches, TKey key)
        where TId : notnull
    {
        while (!batches.CanAdd)
        {
            WriteNext(batches);
        }

        // An answer for a key: the next batch starts while answers of those before it are still handed on.
        batches.Add(key);
        batches.TryHandOn();
    }

    /// <summary>Sends off what has been gathered, though more would go into one request.</summary>
    internal void Send<TKey, TId, TResult>(Batches<TKey, TId, TResult> batches)
        where TId : notnull
    {
        while (!batches.CanStart)
        {
            WriteNext(batches);
        }

        batches.Flush();
    }

    private protected override void End()
    {
        // What one queue brings may be asked about in another, which may be made for it.
        bool hasFinished = false;
        while (!hasFinished)
        {
            hasFinished = true;
            for (int i = 0; i < _toFinish.Count; i++)
            {
                hasFinished &= !_toFinish[i]();
            }
        }
    }

    /// <summary>Waits for an answer, on the pipeline thread.</summary>
    private protected virtual void WaitForAnswer(Task answer) => Wait(Task.WhenAny(answer));

    /// <summary>Shows how far a queue is.</summary>
    private protected virtual void ShowProgress(long completed, long asked)
    {
        // One request is over before a bar is read.
        if (completed > 0)
        {
            ShowProgress(
                FormattableString.Invariant($"{completed:N0} of {asked:N0} asked for so far have arrived"),
                (int)(100 * completed / Math.Max(1, asked)));
        }
    }

    /// <summary>Whether it is time to show more: the console redraws no oftener than this.</summary>
    private protected bool IsProgressDue =>
        !_inProgress || TimeProvider.System.GetElapsedTime(_progressShown) >= ProgressInterval;

    /// <summary>Shows how far the cmdlet is.</summary>
    /// <param name="status">In words.</param>
    /// <param name="percent">How much is done; -1 where nobody knows.</param>
    /// <param name="secondsRemaining">How long it will take; -1 where nobody knows.</param>
    private protected void ShowProgress(string status, int percent, int secondsRemaining = -1)
    {
        if (!IsProgressDue)
        {
            return;
        }

        _progressShown = TimeProvider.System.GetTimestamp();
        _inProgress = true;
        WriteProgress(new ProgressRecord(ProgressId, MyInvocation.MyCommand.Name, status)
        {
            PercentComplete = percent,
            SecondsRemaining = secondsRemaining,
        });
    }

    /// <summary>Takes the bar away.</summary>
    private protected void CompleteProgress()
    {
        if (_inProgress)
        {
            _inProgress = false;
            WriteProgress(new ProgressRecord(ProgressId, MyInvocation.MyCommand.Name, "Done")
            {
                RecordType = ProgressRecordType.Completed,
            });
        }
    }

    // Whether there was anything to finish.
    private bool Finish<TKey, TId, TResult>(Batches<TKey, TId, TResult> batches)
        where TId : notnull
    {
        bool isOpen = batches.Completed < batches.Asked;
        Send(batches);
        while (batches.HasPending)
        {
            WriteNext(batches);
        }

        CompleteProgress();
        return isOpen;
    }

    private void WriteNext<TKey, TId, TResult>(Batches<TKey, TId, TResult> batches)
        where TId : notnull
    {
        ShowProgress(batches.Completed, batches.Asked);
        WaitForAnswer(batches.WaitAsync());
        batches.TryHandOn();
    }
}
