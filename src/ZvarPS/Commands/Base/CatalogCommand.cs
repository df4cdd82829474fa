using System.Globalization;
using System.Management.Automation;
using Zvar;
using Zvar.Tables;

namespace ZvarPS.Commands;

/// <summary>
/// A cmdlet that takes stars, or with <c>-HatsPath</c> all stars of a HATS catalogue or a share of them, and makes
/// another catalogue of what comes of these.
/// </summary>
public abstract class CatalogCommand : ObjectCommand
{
    private const string HatsSet = "Hats";

    private long _began;

    [Parameter(
        ParameterSetName = HatsSet,
        Mandatory = true,
        HelpMessage = "The folder of a HATS catalogue, all of whose stars are taken.")]
    [Path, ValidateNotNullOrEmpty]
    public string HatsPath { get; set; } = "";

    [Parameter(
        ParameterSetName = HatsSet,
        Mandatory = true,
        HelpMessage = "The folder of the HATS catalogue that is made of what comes of them.")]
    [Path, ValidateNotNullOrEmpty]
    public string Destination { get; set; } = "";

    [Parameter(ParameterSetName = HatsSet, HelpMessage = "Which share of the catalogue to do, from 1 to -ShardCount.")]
    [WholeNumber, ArgumentCompleter(typeof(WholeNumberAttribute))]
    [ValidateRange(1, int.MaxValue)]
    public int Shard { get; set; } = 1;

    [Parameter(ParameterSetName = HatsSet, HelpMessage = "Into how many shares the catalogue is divided.")]
    [WholeNumber, ArgumentCompleter(typeof(WholeNumberAttribute))]
    [ValidateRange(1, int.MaxValue)]
    public int ShardCount { get; set; } = 1;

    private bool IsShare => MyInvocation.BoundParameters.ContainsKey(nameof(Shard));

    private protected bool TakesCatalog => ParameterSetName == HatsSet;

    private protected override void Begin()
    {
        if (!TakesCatalog)
        {
            return;
        }

        if (IsShare != MyInvocation.BoundParameters.ContainsKey(nameof(ShardCount)))
        {
            ThrowTerminatingError(ErrorRecords.InvalidShard(
                "-Shard says which share and -ShardCount of how many: give both, or neither for the whole catalogue."));
        }

        if (Shard > ShardCount)
        {
            ThrowTerminatingError(ErrorRecords.InvalidShard(string.Create(
                CultureInfo.InvariantCulture,
                $"There is no shard {Shard} of {ShardCount}: give one from 1 to {ShardCount}.")));
        }

        RefuseWithCatalog("nobody is asked", nameof(Connection), nameof(ThrottleLimit));
    }

    private protected override void Process()
    {
        if (!TakesCatalog)
        {
            base.Process();
            return;
        }

        try
        {
            TakeCatalog();
        }
        catch (TableException error)
        {
            ThrowTerminatingError(ErrorRecords.Table(
                error, error.Path ?? (error.Error == TableError.CatalogDiffers ? Destination : HatsPath)));
        }
        catch (NotSupportedException error)
        {
            ThrowTerminatingError(ErrorRecords.PathNotSupported(error, Destination));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(ErrorRecords.CannotWrite(error, Destination));
        }
    }

    /// <summary>Takes the catalogue, by <see cref="WorkThrough"/>.</summary>
    private protected abstract void TakeCatalog();

    /// <summary>Works through the catalogue or the share, and makes a catalogue of what comes of it.</summary>
    /// <param name="options">The parameters on which it depends.</param>
    /// <param name="begin">Makes what works through the partitions, into the path of a folder.</param>
    private protected void WorkThrough(
        IEnumerable<(string Name, object? Value)> options, Func<HatsReader, string, HatsWork, CatalogWork> begin)
    {
        _began = TimeProvider.System.GetTimestamp();
        string path = FilePath.Resolve(this, Destination);
        using HatsReader source = OpenSource();
        string share = IsShare ? string.Create(CultureInfo.InvariantCulture, $", shard {Shard} of {ShardCount}") : "";
        if (!ShouldProcess(path, $"{MyInvocation.MyCommand.Name} of the catalogue {Excerpt.Of(source.Name)}{share}"))
        {
            return;
        }

        IReadOnlyList<HatsTile> tiles = HatsShares.Select(source.Tiles, Shard, ShardCount);
        using CatalogWork under = begin(source, path, new HatsWork(MyInvocation.MyCommand.Name)
        {
            Options =
            [
                .. options.Select(one => KeyValuePair.Create(
                    one.Name, Convert.ToString(one.Value, CultureInfo.InvariantCulture)!)),
            ],
            ShareCount = ShardCount,
        });
        under.Run(tiles, now => ShowProgress(now, tiles));
        EndCatalog();

        // A share completes nothing, but of what is complete it leaves nothing behind.
        if (!IsShare || under.IsComplete)
        {
            WaitFor(() => HatsCompletion.Complete(path, StopToken));
        }

        CompleteProgress();
        WriteObject(new CatalogShare
        {
            Path = path,
            Shard = Shard,
            ShardCount = ShardCount,
            Partitions = under.Partitions,
            Skipped = under.Skipped,
            Stars = under.Stars,
            Rows = under.Rows,
            Elapsed = TimeProvider.System.GetElapsedTime(_began),
            IsComplete = under.IsComplete,
        });
    }

    /// <summary>Tells of the stars together what is no row, when all are done.</summary>
    private protected virtual void EndCatalog()
    {
    }

    /// <summary>Refuses parameters that mean nothing where a catalogue is taken.</summary>
    private protected void RefuseWithCatalog(string why, params IEnumerable<string> names)
    {
        string[] given = [.. names.Where(MyInvocation.BoundParameters.ContainsKey).Select(name => $"-{name}")];
        if (given.Length > 0)
        {
            ThrowTerminatingError(ErrorRecords.ParametersExcludeEachOther(
                $"With -HatsPath {why}: leave out {string.Join(", ", given)}."));
        }
    }

    private HatsReader OpenSource()
    {
        try
        {
            return HatsReader.Open(FilePath.Resolve(this, HatsPath));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(ErrorRecords.CannotRead(error, HatsPath));
            throw;
        }
    }

    private void ShowProgress(CatalogWork work, IReadOnlyList<HatsTile> tiles)
    {
        if (work.Stars == 0 || !IsProgressDue)
        {
            return;
        }

        long all = tiles.Sum(tile => tile.Rows);
        long done = work.SkippedStars + work.Stars;
        double rate = work.Stars / TimeProvider.System.GetElapsedTime(_began).TotalSeconds;
        ShowProgress(
            FormattableString.Invariant($"{work.Skipped + work.Partitions:N0} of {tiles.Count:N0} partitions,")
                + FormattableString.Invariant($" {done:N0} of {all:N0} stars, {rate:0.#} stars/s"),
            (int)(100 * done / all),
            (int)Math.Ceiling((all - done) / rate));
    }
}
