using System.Management.Automation;
using Zvar;
using Zvar.Archive;
using Zvar.Tables;

namespace ZvarPS.Commands;

/// <summary>
/// <para type="synopsis">Writes stars with light curves as a HATS catalogue, which a cluster works through.</para>
/// </summary>
[Cmdlet(VerbsData.Export, "ZvarCatalog", SupportsShouldProcess = true)]
[OutputType(typeof(HatsSummary))]
public sealed class ExportZvarCatalogCommand : BatchCommand
{
    private static readonly HatsOptions Default = new();
    private static readonly TimeSpan ProgressPause = TimeSpan.FromMilliseconds(200);

    private readonly LightCurveReader _rows = new(readsPeriods: false);
    private readonly Dictionary<long, LightCurve?> _asked = [];
    private readonly Dictionary<long, Gathering> _gathering = [];
    private readonly List<Action<long>> _parts = [];
    private HatsCatalogWriter? _writer;
    private Batches<long, long, ZvarObject>? _stars;
    private string _path = "";

    [Parameter(
        Mandatory = true,
        Position = 0,
        HelpMessage = "The folder of the catalogue, by custom with the ending .hats; one that is there is added to.")]
    [Alias("LiteralPath")]
    [Path, ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    [Parameter(
        Mandatory = true,
        ValueFromPipeline = true,
        HelpMessage = "ZVAR objects, light curves, points, psids, rows of such; archives, as files or connections.")]
    [ValidateNotNull]
    public PSObject? InputObject { get; set; }

    [Parameter(HelpMessage = "What to ask for with the stars: Photometry, Flux, gaia, ps1, galex, 2mass, allwise.")]
    [Include, ArgumentCompleter(typeof(IncludeAttribute))]
    public string[] Include { get; set; } = [];

    [Parameter(HelpMessage = "How far from a star its matches may be: " + Angle.Forms + ". Default: 2 arcsec.")]
    [Radius, ArgumentCompleter(typeof(RadiusAttribute))]
    public double MatchRadius { get; set; } = 2;

    [Parameter(HelpMessage = "The catalogue's name (obs_collection); without it that of the folder.")]
    [Name, ArgumentCompleter(typeof(NameAttribute))]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    [Parameter(HelpMessage = "The most stars of a partition. Default: 100000.")]
    [WholeNumber, ArgumentCompleter(typeof(WholeNumberAttribute))]
    [ValidateRange(1, 10_000_000)]
    public int MaxRows { get; set; } = Default.MaxRows;

    [Parameter(HelpMessage = "How far a margin reaches out of its partition: " + Angle.Forms + ". Default: 10 arcsec.")]
    [Radius, ArgumentCompleter(typeof(RadiusAttribute))]
    public double MarginThreshold { get; set; } = Default.MarginThreshold;

    private Batches<long, long, ZvarObject> Stars => _stars ??= NewBatches(
        Source.Limits.Objects,
        new BatchQuestion<long, long, ZvarObject>(Source.GetObjectsAsync, psid => psid, star => star.Psid),
        answer =>
        {
            _asked.Remove(answer.Key, out LightCurve? lightCurve);
            if (answer.Results is [var star, ..])
            {
                Gather(star, lightCurve);
            }
            else
            {
                WriteError(ErrorRecords.ObjectNotFound(answer.Key));
            }
        },
        psid => psid);

    private protected override void Begin()
    {
        if (Include.Contains(IncludeAttribute.ProcessingLog))
        {
            ThrowTerminatingError(ErrorRecords.ParametersExcludeEachOther(
                "A catalogue has a row for each star, and no processing logs: leave them out, or save them in an"
                + " archive."));
        }

        foreach (string what in Include.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            _parts.Add(what switch
            {
                IncludeAttribute.Photometry => AskingLightCurves(
                    PhotometryFormat.Mag, (star, curve) => star with { LightCurve = curve, Bands = Band.All }),
                IncludeAttribute.Flux => AskingLightCurves(
                    PhotometryFormat.Flux, (star, curve) => star with { Fluxes = curve, FluxBands = Band.All }),
                _ => AskingMatches(what),
            });
        }

        Write(() =>
        {
            _path = FilePath.Resolve(this, Path);
            if (ShouldProcess(_path, "Write a HATS catalogue"))
            {
                _writer = new HatsCatalogWriter(
                    _path, new HatsOptions { Name = Name, MaxRows = MaxRows, MarginThreshold = MarginThreshold });
            }
        });
        if (_writer is { HadStars: true })
        {
            WriteVerbose(FormattableString.Invariant(
                $"Goes on with an export that was interrupted: {_writer.Count:N0} stars had come."));
        }
    }

    private protected override void Process()
    {
        foreach (PSObject input in _writer is null ? [] : OneByOne(InputObject!))
        {
            try
            {
                Take(input);
            }
            catch (FormatException error)
            {
                WriteNotUnderstood(input, error.Message);
            }
        }
    }

    private protected override void End()
    {
        if (_writer is null)
        {
            return;
        }

        foreach (GivenLightCurve given in _rows.Gathered())
        {
            Take(given.LightCurve);
        }

        WriteNotes(_rows.Notes);
        base.End();

        // Of a part that could not be had an error has told: the star goes in without it.
        foreach (Gathering gathering in _gathering.Values)
        {
            Add(gathering.Star);
        }

        if (_writer.Count == 0)
        {
            WriteWarning($"Nothing came that could be written: '{_path}' is what it was.");
            return;
        }

        Write(() => WriteObject(Complete()));
        CompleteProgress();
    }

    /// <summary>Lets go of the files: what has come is kept there, to go on with.</summary>
    public override void Dispose()
    {
        base.Dispose();
        _writer?.Dispose();
    }

    private void Take(PSObject input)
    {
        switch (input.BaseObject)
        {
            case ZvarConnection { Archive: { } path }:
                AddArchive(path);
                break;
            case ZvarConnection:
                throw new FormatException("This connection is to no archive: pipe the stars that are to be asked for.");
            case FileInfo file:
                AddArchive(file.FullName);
                break;
            case ZvarObject star:
                Gather(star, lightCurve: null);
                break;
            default:
                if (_rows.TryRead(input, out GivenLightCurve? whole))
                {
                    if (whole is { } given)
                    {
                        Take(given.LightCurve);
                    }
                }
                else if (ObjectReader.Read(input) is { } known)
                {
                    Gather(known, lightCurve: null);
                }
                else
                {
                    ObjectReference reference = ObjectReference.Read(input);
                    Take(reference.Psid, reference.Object, lightCurve: null);
                }

                break;
        }
    }

    private void Take(LightCurve lightCurve)
    {
        if (lightCurve.Psid <= 0)
        {
            WriteNotUnderstood(
                lightCurve,
                "A catalogue has stars by their psids and places, and this light curve has no psid: save it in an"
                + " archive.");
            return;
        }

        Take(lightCurve.Psid, lightCurve.Object, lightCurve);
    }

    private void Take(long psid, ZvarObject? star, LightCurve? lightCurve)
    {
        if (star is not null)
        {
            Gather(star, lightCurve);
        }
        else if (!HasCome(psid) && _asked.TryAdd(psid, lightCurve))
        {
            Ask(Stars, psid);
        }
    }

    // What came of the star is kept when all that belongs to it has come.
    private void Gather(ZvarObject star, LightCurve? lightCurve)
    {
        StarRecord record = new(star) { LightCurve = lightCurve };
        if (_parts.Count == 0)
        {
            Add(record);
        }
        else if (!HasCome(star.Psid) && _gathering.TryAdd(star.Psid, new Gathering(record, _parts.Count)))
        {
            _parts.ForEach(ask => ask(star.Psid));
        }
    }

    // Before the export was interrupted, and with all that is asked for: that is not asked again.
    private bool HasCome(long psid) => _writer!.HadStars && _parts.Count > 0 && _writer.Find(psid) is { } star
        && Include.All(what => what switch
        {
            IncludeAttribute.Photometry => star.LightCurve is not null,
            IncludeAttribute.Flux => star.Fluxes is not null,
            _ => star.Matches.Any(one => one.Catalog.Equals(what, StringComparison.OrdinalIgnoreCase)
                && one.Radius >= MatchRadius),
        });

    private void Put(long psid, Func<StarRecord, StarRecord> with)
    {
        Gathering gathering = _gathering[psid];
        gathering.Star = with(gathering.Star);
        if (--gathering.Missing == 0)
        {
            _gathering.Remove(psid);
            Add(gathering.Star);
        }
    }

    private void Add(StarRecord star) => Write(() => _writer!.Add(star));

    private Action<long> AskingLightCurves(
        PhotometryFormat format, Func<StarRecord, LightCurve, StarRecord> with)
    {
        Batches<long, long, LightCurve>? batches = null;
        return psid => Ask(batches ??= Make(), psid);

        Batches<long, long, LightCurve> Make() => NewBatches(
            Source.Limits.LightCurves,
            new BatchQuestion<long, long, LightCurve>(
                (psids, stop) => Source.GetLightCurvesAsync(new PhotometryRequest(psids, Band.All, format), stop),
                psid => psid,
                lightCurve => lightCurve.Psid),
            answer => Put(answer.Key, star => with(
                star,
                answer.Results is [var lightCurve, ..]
                    ? lightCurve
                    : new LightCurveBuilder(answer.Key) { Synthetic = star.Object.Synthetic }.Build())),
            psid => psid);
    }

    private Action<long> AskingMatches(string catalog)
    {
        Batches<long, long, CatalogMatch>? batches = null;
        return psid => Ask(batches ??= Make(), psid);

        Batches<long, long, CatalogMatch> Make() => NewBatches(
            Source.Limits.Objects,
            new BatchQuestion<long, long, CatalogMatch>(
                (psids, stop) => Source.MatchAsync(
                    new ObjectMatchRequest(psids, catalog, MatchRadius, ClosestOnly: false), stop),
                psid => psid,
                match => match.Psid),
            answer => Put(answer.Key, star => star with
            {
                Matches =
                [
                    .. star.Matches,
                    new StarMatches(catalog.ToLowerInvariant(), MatchRadius, ClosestOnly: false, answer.Results),
                ],
            }),
            psid => psid);
    }

    private void AddArchive(string path)
    {
        if (Include.Length > 0)
        {
            ThrowTerminatingError(ErrorRecords.ParametersExcludeEachOther(
                "-Include asks for what belongs to stars, and an archive is taken as it is: leave it out."));
        }

        try
        {
            using ZvarArchive archive = ZvarArchive.OpenRead(path);
            long stars = archive.GetContents().Objects;
            long done = 0;
            foreach (StarRecord star in archive.GetStars(damaged => WriteError(ErrorRecords.Archive(damaged, path))))
            {
                StopToken.ThrowIfCancellationRequested();
                Add(star);
                done++;
                if (IsProgressDue)
                {
                    ShowProgress(
                        FormattableString.Invariant($"{done:N0} of {stars:N0} stars of the archive"),
                        (int)(100 * done / Math.Max(1, stars)));
                }
            }
        }
        catch (ArchiveException error)
        {
            WriteError(ErrorRecords.Archive(error, path));
        }
    }

    private HatsSummary Complete()
    {
        double share = 0;
        var progress = new Progress<double>(value => Volatile.Write(ref share, value));
        Task<HatsSummary> task = Task.Run(() => _writer!.Complete(progress, StopToken), StopToken);
        while (!task.IsCompleted)
        {
            Wait(Task.WhenAny(task, Task.Delay(ProgressPause, StopToken)));
            ShowProgress("Writing the partitions", (int)(100 * Volatile.Read(ref share)));
        }

        return task.GetAwaiter().GetResult();
    }

    private void Write(Action write)
    {
        try
        {
            write();
        }
        catch (TableException error)
        {
            ThrowTerminatingError(ErrorRecords.Table(error, Path));
        }
        catch (NotSupportedException error)
        {
            ThrowTerminatingError(ErrorRecords.PathNotSupported(error, Path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(ErrorRecords.CannotWrite(error, Path));
        }
    }

    private sealed class Gathering(StarRecord star, int missing)
    {
        internal StarRecord Star { get; set; } = star;

        internal int Missing { get; set; } = missing;
    }
}
