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

    // The stars whose light curve the catalogue has not, or not in all bands asked for.
    private readonly List<long> _unknown = [];
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
                error, error.Error == TableError.CatalogDiffers ? Destination : HatsPath));
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

    /// <summary>Takes the catalogue, by <see cref="TakeCatalog{TRow}"/>.</summary>
    private protected abstract void TakeCatalog();

    /// <summary>The bands in which a light curve must be whole; null for those that are there.</summary>
    private protected abstract IReadOnlyList<string>? WantedBands { get; }

    /// <summary>What of a light curve is computed with; null where there is nothing, of which an error tells.</summary>
    private protected abstract LightCurve? SelectDetections(LightCurve all);

    /// <summary>Computes of the stars of the catalogue, and writes what comes of them.</summary>
    /// <param name="columns">The columns of what comes.</param>
    /// <param name="search">Computes of a light curve; on several threads.</param>
    /// <param name="tell">Tells of a star what is no row.</param>
    /// <param name="options">The parameters on which it depends.</param>
    private protected void TakeCatalog<TRow>(
        IReadOnlyList<Column<TRow>> columns,
        Func<LightCurve, SearchedStar> search,
        Action<SearchedStar> tell,
        IEnumerable<(string Name, object? Value)> options)
    {
        _began = TimeProvider.System.GetTimestamp();
        string path = FilePath.Resolve(this, Destination);
        using HatsReader source = OpenSource();
        string share = IsShare ? string.Create(CultureInfo.InvariantCulture, $", shard {Shard} of {ShardCount}") : "";
        if (!ShouldProcess(path, $"{MyInvocation.MyCommand.Name} of the catalogue {Excerpt.Of(source.Name)}{share}"))
        {
            return;
        }

        HatsResults<TRow> results = source.OpenResults(path, new HatsWork<TRow>(MyInvocation.MyCommand.Name, columns)
        {
            Options =
            [
                .. options.Select(one => KeyValuePair.Create(
                    one.Name, Convert.ToString(one.Value, CultureInfo.InvariantCulture)!)),
            ],
            ShareCount = ShardCount,
        });
        IReadOnlyList<HatsTile> tiles = HatsShares.Select(source.Tiles, Shard, ShardCount);
        using var searches = new CatalogSearch<TRow>(this, source, results, search)
        {
            Select = SelectOf,
            Tell = tell,
            ShowProgress = now => ShowProgress(now, tiles),
        };
        searches.Run(tiles);
        WriteUnknown();

        // A share completes nothing, but of what is complete it leaves nothing behind.
        if (!IsShare || results.IsComplete)
        {
            Wait(Task.Run(() => HatsCompletion.Complete(path, StopToken), StopToken));
        }

        CompleteProgress();
        WriteObject(new CatalogShare
        {
            Path = path,
            Shard = Shard,
            ShardCount = ShardCount,
            Partitions = searches.Partitions,
            Skipped = searches.Skipped,
            Stars = searches.Stars,
            Rows = searches.Rows,
            Elapsed = TimeProvider.System.GetElapsedTime(_began),
            IsComplete = results.IsComplete,
        });
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

    private LightCurve? SelectOf(HatsLightCurve star)
    {
        if (star.LightCurve is { } all
            && (WantedBands?.All(band => star.Bands.Contains(band, StringComparer.OrdinalIgnoreCase)) ?? true))
        {
            return SelectDetections(all);
        }

        _unknown.Add(star.Psid);
        return null;
    }

    private void WriteUnknown()
    {
        if (_unknown.Count > 0)
        {
            WriteFailure(
                new ZvarException(ZvarError.NotInArchive, string.Create(
                    CultureInfo.InvariantCulture,
                    $"The HATS catalogue '{HatsPath}' was not given the light curves of {_unknown.Count} stars, or not"
                    + $" in these bands. Add them with Export-ZvarCatalog, and begin another destination.")),
                _unknown.ToArray());
        }
    }

    private void ShowProgress<TRow>(CatalogSearch<TRow> search, IReadOnlyList<HatsTile> tiles)
    {
        if (search.Stars == 0 || !IsProgressDue)
        {
            return;
        }

        long all = tiles.Sum(tile => tile.Rows);
        long done = search.SkippedStars + search.Stars;
        double rate = search.Stars / TimeProvider.System.GetElapsedTime(_began).TotalSeconds;
        ShowProgress(
            FormattableString.Invariant($"{search.Skipped + search.Partitions:N0} of {tiles.Count:N0} partitions,")
                + FormattableString.Invariant($" {done:N0} of {all:N0} stars, {rate:0.#} stars/s"),
            (int)(100 * done / all),
            (int)Math.Ceiling((all - done) / rate));
    }
}
