using System.Management.Automation;
using Zvar;

namespace ZvarPS.Commands;

/// <summary>A cmdlet that takes stars: psids, or objects and rows that have one.</summary>
public abstract class ObjectCommand : BatchCommand
{
    private protected const string PsidSet = "Psid";
    private protected const string InputSet = "InputObject";

    /// <summary>The stars' ids.</summary>
    [Parameter(
        ParameterSetName = PsidSet,
        Mandatory = true,
        Position = 0,
        HelpMessage = "Psids: whole numbers of 17 or 18 digits, as in 145120008365555264.")]
    [Psid, ArgumentCompleter(typeof(PsidAttribute))]
    [Alias("psids")]
    public long[] Psid { get; set; } = [];

    /// <summary>Stars from the pipeline: psids, ZVAR objects, matches, periods, or rows with a Psid column.</summary>
    [Parameter(
        ParameterSetName = InputSet,
        Mandatory = true,
        ValueFromPipeline = true,
        HelpMessage = "Psids, ZVAR objects, matches, or rows with a Psid column.")]
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

    /// <summary>
    /// Writes what came for each star of a batch in the order asked and as often as asked, then tells what did not
    /// come.
    /// </summary>
    private protected void WriteStars<T>(Batch<ObjectReference, T> batch, Func<T, long> psidOf, Action<ObjectReference, T> write)
    {
        Dictionary<long, T> found = batch.Results.ToDictionary(psidOf);
        foreach (ObjectReference star in batch.Keys)
        {
            if (found.TryGetValue(star.Psid, out T? result))
            {
                write(star, result);
            }
            else if (batch.Failure is null)
            {
                WriteError(ErrorRecords.ObjectNotFound(star.Psid));
            }
        }

        if (batch.Failure is not null)
        {
            WriteFailure(batch.Failure, batch.Keys.Psids().Where(psid => !found.ContainsKey(psid)).ToArray());
        }
    }

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
