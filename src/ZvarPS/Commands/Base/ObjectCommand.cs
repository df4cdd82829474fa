using System.Management.Automation;
using Zvar;

namespace ZvarPS.Commands;

/// <summary>A cmdlet that takes stars: psids, or objects and rows that have one.</summary>
public abstract class ObjectCommand : BatchCommand
{
    private protected const string PsidSet = "Psid";
    private protected const string InputSet = "InputObject";

    [Parameter(
        ParameterSetName = PsidSet,
        Mandatory = true,
        Position = 0,
        HelpMessage = "Psids: whole numbers of 17 or 18 digits, as in 145120008365555264.")]
    [Psid, ArgumentCompleter(typeof(PsidAttribute))]
    [Alias("psids")]
    public long[] Psid { get; set; } = [];

    [Parameter(
        ParameterSetName = InputSet,
        Mandatory = true,
        ValueFromPipeline = true,
        HelpMessage = "Psids, ZVAR objects, matches, or rows with a Psid column;"
            + " where they are shown or measured, light curves and points in any form as well.")]
    public PSObject? InputObject { get; set; }

    private protected override void Process()
    {
        if (ParameterSetName == PsidSet)
        {
            foreach (long psid in Psid)
            {
                Take(new ObjectReference(psid));
            }
        }
        else
        {
            foreach (PSObject input in OneByOne(InputObject!))
            {
                Read(input);
            }
        }
    }

    /// <summary>Makes a queue for a question about objects that has one result for each.</summary>
    /// <param name="limit">How many objects the source takes in one request; null for any number.</param>
    /// <param name="ask">Asks it.</param>
    /// <param name="psidOf">Which object a result is for.</param>
    /// <param name="write">Writes what came for an object; what the catalogue lacks is an error.</param>
    /// <param name="questionOf">The question about some objects, for another source; null for their psids.</param>
    internal Batches<ObjectReference, long, TResult> NewBatches<TResult>(
        int? limit,
        Func<IReadOnlyList<ObjectReference>, CancellationToken, IAsyncEnumerable<TResult>> ask,
        Func<TResult, long> psidOf,
        Action<ObjectReference, TResult> write,
        Func<IReadOnlyList<long>, object>? questionOf = null) => NewBatches(
            limit,
            new BatchQuestion<ObjectReference, long, TResult>(ask, one => one.Psid, psidOf) { OneResultEach = true },
            answer =>
            {
                if (answer.Results is [var result])
                {
                    write(answer.Key, result);
                }
                else
                {
                    WriteError(ErrorRecords.ObjectNotFound(answer.Key.Psid));
                }
            },
            one => one.Psid,
            questionOf is null ? null : stars => questionOf([.. stars.Select(star => star.Psid).Distinct()]));

    /// <summary>What is said of an input that is no star.</summary>
    private protected virtual string Advise(string message) => message;

    /// <summary>Takes one star.</summary>
    private protected abstract void Take(ObjectReference star);

    /// <summary>Takes one object of the pipeline.</summary>
    private protected virtual void Read(PSObject input)
    {
        try
        {
            Take(ObjectReference.Read(input));
        }
        catch (FormatException error)
        {
            WriteNotUnderstood(input, Advise(error.Message));
        }
    }
}
