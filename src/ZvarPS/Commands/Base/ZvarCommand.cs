using System.Management.Automation;
using System.Threading.Channels;
using Zvar;
using Zvar.Archive;

namespace ZvarPS.Commands;

/// <summary>
/// What every cmdlet of the module has: it stops at once, relays what its tasks say to the streams of verbose
/// messages and warnings, and tells what a source could not answer as PowerShell errors.
/// </summary>
public abstract class ZvarCommand : PSCmdlet, IDisposable
{
    private const int MostTold = 10;

    private readonly CancellationTokenSource _stopping = new();
    private readonly Channel<SourceMessage> _messages = Channel.CreateUnbounded<SourceMessage>();
    private readonly HashSet<string> _told = [];
    private Task<bool>? _message;
    private long _untold;
    private bool _toldDistant;

    /// <summary>Whether a source could not answer something.</summary>
    private protected bool HasFailed { get; private set; }

    /// <summary>Cancelled by Ctrl+C, and when the pipeline ends early downstream.</summary>
    internal CancellationToken StopToken => _stopping.Token;

    /// <summary>
    /// Lets go of whatever is under way: <c>Select-Object -First</c> downstream calls this, not Stop. Stop may still
    /// come afterwards, so the source of the token, which holds nothing, is not disposed of.
    /// </summary>
    public virtual void Dispose()
    {
        _stopping.Cancel();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected sealed override void BeginProcessing() => Run(Begin);

    /// <inheritdoc/>
    protected sealed override void ProcessRecord() => Run(Process);

    /// <inheritdoc/>
    protected sealed override void EndProcessing()
    {
        Run(End);
        if (_untold > 0)
        {
            WriteWarning(FormattableString.Invariant(
                $"{_untold:N0} more inputs were not understood, for the same reasons or such as were told."));
        }
    }

    /// <inheritdoc/>
    protected sealed override void StopProcessing() => _stopping.Cancel();

    private protected virtual void Begin()
    {
    }

    private protected virtual void Process()
    {
    }

    private protected virtual void End()
    {
    }

    /// <summary>
    /// Waits on the pipeline thread, which has no synchronisation context, and relays messages meanwhile.
    /// </summary>
    internal T Wait<T>(Task<T> task)
    {
        while (!task.IsCompleted)
        {
            // One waiter for all the waits of a cmdlet: the channel keeps each until a message comes.
            _message ??= _messages.Reader.WaitToReadAsync(StopToken).AsTask();
            Task.WaitAny([task, _message], StopToken);
            if (_message.IsCompleted)
            {
                Relay();
                _message = null;
            }
        }

        Relay();
        return task.GetAwaiter().GetResult();
    }

    /// <summary>
    /// Does what takes long on another thread, and relays messages meanwhile. Ctrl+C asks it to end, and is over when it
    /// has ended: it may be writing, or be at what is let go of next.
    /// </summary>
    private protected T WaitFor<T>(Func<T> work)
    {
        Task<T> task = Task.Run(work, StopToken);
        try
        {
            return Wait(task);
        }
        finally
        {
            Task.WaitAny(task);
        }
    }

    /// <summary>What an answer holds, one by one on the pipeline thread.</summary>
    internal IEnumerable<T> Stream<T>(IAsyncEnumerable<T> answer)
    {
        IAsyncEnumerator<T> items = answer.GetAsyncEnumerator(StopToken);
        Task<bool> move = Task.FromResult(false);
        try
        {
            while (Wait(move = items.MoveNextAsync().AsTask()))
            {
                yield return items.Current;
            }
        }
        finally
        {
            // Ctrl+C comes in the midst of a move, which ends for the same reason: only then may it be let go.
            Task.WaitAny(move);
            items.DisposeAsync().AsTask().Wait(CancellationToken.None);
        }
    }

    /// <summary>Tells what a source said: ends the cmdlet where nothing further can be asked, else goes on.</summary>
    private protected void WriteFailure(ZvarException failure, object? target)
    {
        HasFailed = true;
        ErrorRecord record = ErrorRecords.Source(failure, target);
        if (ErrorRecords.EndsEverything(failure.Error))
        {
            ThrowTerminatingError(record);
        }

        WriteError(record);
    }

    /// <summary>
    /// Tells that an input is none of what the cmdlet takes. All the rows of a table mostly have the same fault, so
    /// each reason is told once, ten of them at the most, and what else there is is counted.
    /// </summary>
    private protected void WriteNotUnderstood(object input, string message)
    {
        if (_told.Count < MostTold && _told.Add(message))
        {
            WriteError(ErrorRecords.InputNotUnderstood(input, message));
        }
        else
        {
            _untold++;
        }
    }

    /// <summary>Tells what was done with tables on the way to light curves.</summary>
    internal void WriteNotes(TableNotes notes)
    {
        foreach (string remark in notes.Remarks)
        {
            WriteVerbose(remark);
        }

        foreach (string warning in notes.Warnings)
        {
            WriteWarning(warning);
        }
    }

    /// <summary>Warns of a period that was given with too few digits for a light curve.</summary>
    private protected void WarnIfImprecise(double? period, LightCurve lightCurve)
    {
        if (period is { } given && ImprecisePeriod.Find(lightCurve, given) is { } rough)
        {
            WriteWarning(rough.ToString());
        }
    }

    /// <summary>Warns of an epoch that is counted otherwise than the times of a light curve: once is enough.</summary>
    private protected void WarnIfDistant(EpochChoice epoch, LightCurve lightCurve)
    {
        if (!_toldDistant && DistantEpoch.Find(lightCurve, epoch) is { } distant)
        {
            _toldDistant = true;
            WriteWarning(distant.ToString());
        }
    }

    /// <summary>Warns of an archive that is written where others' locks may not be seen.</summary>
    private protected void WarnIfOnNetwork(string path)
    {
        if (NetworkFileSystem.Holds(path))
        {
            WriteWarning(
                $"'{path}' is on a network's file system, or on one of another program. Let one session at a time write"
                + " it there; or save on a disk of this machine, and copy it when it is whole.");
        }
    }

    /// <summary>What came at <c>-InputObject</c>, one by one also where it is a list and came by no pipeline.</summary>
    private protected IEnumerable<PSObject> OneByOne(PSObject input)
    {
        if (!Argument.IsList(input))
        {
            return [input];
        }

        object?[] elements = Argument.Elements(input);
        PSObject[] inputs = [.. elements.Where(one => Argument.Unwrap(one) is not null).Select(one => PSObject.AsPSObject(one))];
        if (elements is [] || inputs.Length < elements.Length)
        {
            WriteNotUnderstood(input, elements is []
                ? "-InputObject is an empty list: give at least one."
                : "-InputObject has a $null in it: leave it out.");
        }

        return inputs;
    }

    private void Run(Action step)
    {
        using IDisposable listening = SourceLog.ListenWith(message => _messages.Writer.TryWrite(message));
        try
        {
            step();
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (ZvarException failure)
        {
            WriteFailure(failure, target: null);
        }
        catch (ArchiveException error)
        {
            ThrowTerminatingError(ErrorRecords.Archive(error, path: null));
        }
    }

    private void Relay()
    {
        while (_messages.Reader.TryRead(out SourceMessage message))
        {
            if (message.IsWarning)
            {
                WriteWarning(message.Text);
            }
            else
            {
                WriteVerbose(message.Text);
            }
        }
    }
}
