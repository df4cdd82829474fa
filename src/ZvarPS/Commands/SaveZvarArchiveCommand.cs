using System.Management.Automation;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Zvar;
using Zvar.Archive;

namespace ZvarPS.Commands;

/// <summary>
/// <para type="synopsis">Saves stars, their light curves and their matches in a file that answers off line.</para>
/// </summary>
[Cmdlet(VerbsData.Save, "ZvarArchive", DefaultParameterSetName = InputSet, SupportsShouldProcess = true)]
[OutputType(typeof(ArchiveChanges), typeof(ZvarObject))]
public sealed class SaveZvarArchiveCommand : ConeCommand
{
    private const string PositionSet = "Position";
    private const string InputSet = "InputObject";

    private readonly List<Cone> _cones = [];
    private ConeTarget[] _targets = [];
    private readonly HashSet<long> _seen = [];
    private readonly List<Action<long>> _withStars = [];
    private Batches<Piece, Piece, (Piece Piece, ZvarObject Star)>? _pieces;
    private Batches<long, long, ZvarObject>? _stars;
    private ZvarArchive? _archive;
    private ArchiveInput? _input;
    private ReadThroughSource? _source;
    private DateTimeOffset _since;
    private long _began;
    private string? _question;

    [Parameter(Mandatory = true, Position = 0, HelpMessage = "The archive's file; it is made where there is none.")]
    [Path, ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    [Parameter(
        ParameterSetName = PositionSet,
        Mandatory = true,
        HelpMessage = "Positions whose cones are saved: " + PositionAttribute.AllForms)]
    [Position, ArgumentCompleter(typeof(PositionAttribute))]
    [Alias("positions")]
    public PositionArgument[] Position { get; set; } = [];

    [Parameter(ParameterSetName = PositionSet, Mandatory = true, HelpMessage = "The radius: " + Angle.Forms)]
    [Radius, ArgumentCompleter(typeof(RadiusAttribute))]
    public double Radius { get; set; }

    [Parameter(
        ParameterSetName = InputSet,
        ValueFromPipeline = true,
        HelpMessage = "ZVAR objects, light curves, points, matches, logs, periods found: kept as they are. Psids, or rows"
            + " with a Psid column: each star is asked for. Archives, as files or connections: copied.")]
    [ValidateNotNull]
    public PSObject? InputObject { get; set; }

    [Parameter(
        HelpMessage = "What to save beside the stars: Photometry, Flux, gaia, ps1, galex, 2mass, allwise; ProcessingLog.")]
    [Include, ArgumentCompleter(typeof(IncludeAttribute))]
    public string[] Include { get; set; } = [];

    [Parameter(HelpMessage = "How far from a star its matches may be: " + Angle.Forms + ". Default: 2 arcsec.")]
    [Radius, ArgumentCompleter(typeof(RadiusAttribute))]
    public double MatchRadius { get; set; } = 2;

    [Parameter(HelpMessage = "Give what is saved, the stars of a region or what was piped, instead of a summary.")]
    public SwitchParameter PassThru { get; set; }

    private bool HasInput =>
        MyInvocation.ExpectingInput || MyInvocation.BoundParameters.ContainsKey(nameof(InputObject));

    // Asked for only where something is to be asked.
    private ReadThroughSource Through => _source ??= new ReadThroughSource(
        _archive!, Source, () => _since, Connection!.Synthetic ? true : null);

    private Batches<long, long, ZvarObject> Stars => _stars ??= NewBatches(
        Through.Limits.Objects,
        new BatchQuestion<long, long, ZvarObject>(Through.GetObjectsAsync, psid => psid, star => star.Psid),
        answer =>
        {
            if (answer.Results.Count == 0)
            {
                WriteError(ErrorRecords.ObjectNotFound(answer.Key));
            }

            SaveWithStars(answer.Results.Select(star => star.Psid));
        },
        psid => psid);

    private protected override void Begin()
    {
        base.Begin();
        if (ParameterSetName == InputSet && Filter != ConeFilter.None)
        {
            ThrowTerminatingError(ErrorRecords.ParametersExcludeEachOther(
                "The limits are those of a cone: give -Position and -Radius too, or select with Where-Object before."));
        }

        if (ParameterSetName == InputSet && !HasInput && Connection?.Archive is null)
        {
            ThrowTerminatingError(ErrorRecords.NothingToSave());
        }

        try
        {
            string path = FilePath.Resolve(this, Path);
            if (ShouldProcess(path, "Save"))
            {
                Open(path);
                WarnIfOnNetwork(path);
            }
        }
        catch (ArchiveException error)
        {
            ThrowTerminatingError(ErrorRecords.Archive(error, Path));
        }
        catch (NotSupportedException error)
        {
            ThrowTerminatingError(ErrorRecords.PathNotSupported(error, Path));
        }
    }

    private protected override void Process()
    {
        if (_archive is null)
        {
            return;
        }

        foreach (ConeTarget target in _targets)
        {
            SaveCone(target);
        }

        foreach (PSObject input in InputObject is null ? [] : OneByOne(InputObject))
        {
            try
            {
                Save(input);
            }
            catch (FormatException error)
            {
                WriteNotUnderstood(input, error.Message);
            }
        }

        if (ParameterSetName == InputSet && !HasInput)
        {
            CopyFrom(Connection!.Archive!);
        }
    }

    private protected override void End()
    {
        if (_archive is null)
        {
            return;
        }

        _input!.Finish(WriteNotUnderstood);
        WriteNotes(_input.Notes);
        if (Include.Contains(IncludeAttribute.ProcessingLog))
        {
            _ = Stream(Through.GetProcessingLogsAsync(StopToken)).Count();
        }

        base.End();
        foreach (Cone cone in _cones.Where(cone => cone is { IsWhole: true, Pieces: > 1 }))
        {
            Through.KeepCone(cone.Target, Filter, _since);
        }

        if (_question is not null && !HasFailed)
        {
            _archive.EndSave(_question);
        }

        if (!PassThru)
        {
            WriteObject(_archive.GetChanges());
        }
    }

    /// <summary>Closes the archive too.</summary>
    public override void Dispose()
    {
        base.Dispose();
        _archive?.Dispose();
    }

    private protected override void ShowProgress(long completed, long asked)
    {
        // Each of a million stars that are piped comes here.
        if (!IsProgressDue)
        {
            return;
        }

        ArchiveChanges changes = _archive!.GetChanges();
        long stars = changes.NewObjects + changes.UpdatedObjects;
        double seconds = TimeProvider.System.GetElapsedTime(_began).TotalSeconds;
        if (stars + changes.Points > 0)
        {
            ShowProgress(
                FormattableString.Invariant($"{stars:N0} stars and {changes.Points:N0} exposures saved,")
                    + FormattableString.Invariant($" {(stars + changes.Points) / seconds:N0} a second"),
                asked > 0 ? (int)(100 * completed / asked) : -1);
        }
    }

    private void Open(string path)
    {
        _archive = ZvarArchive.OpenWrite(path);
        _input = new ArchiveInput(_archive, psid => SaveWithStars([psid]));
        _began = TimeProvider.System.GetTimestamp();

        // What a region lacks of an interrupted save is asked for; piped stars are asked for anew.
        _since = TimeProvider.System.GetUtcNow();
        if (ParameterSetName == PositionSet)
        {
            var names = new NameLookup(this, new ArchiveNames(_archive, isWritten: true));
            _targets =
            [
                .. from given in Position
                   let position = names.Locate(given)
                   where position is not null
                   select new ConeTarget(given.Name, position.Value, Radius),
            ];
            _question = JsonSerializer.Serialize(new
            {
                Positions = _targets.Select(target => new[] { target.Position.Ra, target.Position.Dec }),
                Radius,
                Filter,
                Include,
                MatchRadius,
            });
            _since = _archive.BeginSave(_question);
            _pieces = NewBatches(
                Through.Limits.Positions,
                new BatchQuestion<Piece, Piece, (Piece Piece, ZvarObject Star)>(
                    FindAsync, piece => piece, found => found.Piece)
                {
                    KeyAtSource = piece => piece.Target,
                },
                SavePiece,
                piece => piece.Cone.Target,
                pieces => new ConeSearch([.. pieces.Select(piece => piece.Cone.Target).Distinct()], Filter));
        }

        // Asked after the stars, and so finished after them.
        foreach (string what in Include.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            switch (what)
            {
                case IncludeAttribute.Photometry:
                    _withStars.Add(SavingLightCurves(PhotometryFormat.Mag));
                    break;
                case IncludeAttribute.Flux:
                    _withStars.Add(SavingLightCurves(PhotometryFormat.Flux));
                    break;
                case IncludeAttribute.ProcessingLog:
                    break;
                default:
                    _withStars.Add(SavingMatches(what));
                    break;
            }
        }
    }

    private void Save(PSObject input)
    {
        switch (input.BaseObject)
        {
            case ZvarConnection { Archive: { } path }:
                CopyFrom(path);
                break;
            case ZvarConnection:
                throw new FormatException("This connection is to no archive: give -Connection what is to be asked.");
            case FileInfo file:
                CopyFrom(file.FullName);
                break;
            default:
                if (!_input!.TryAdd(input))
                {
                    long psid = ObjectReference.Read(input).Psid;
                    Ask(Stars, psid);
                }

                ShowProgress(completed: 0, asked: 0);
                break;
        }

        if (PassThru)
        {
            WriteObject(input);
        }
    }

    private void CopyFrom(string path)
    {
        if (Include.Length > 0)
        {
            ThrowTerminatingError(ErrorRecords.ParametersExcludeEachOther(
                "-Include asks for what belongs to stars, and another archive is copied as it is: leave it out."));
        }

        if (path == _archive!.Path)
        {
            throw new FormatException($"'{path}' is the archive itself: give another.");
        }

        try
        {
            using var other = ZvarArchive.OpenRead(path);
            IReadOnlyList<ArchiveDamage> damage = WaitFor(() => _archive.CopyFrom(other, StopToken));
            if (damage.Count > 0)
            {
                WriteError(ErrorRecords.NotAllCopied(path, damage));
            }
        }
        catch (ArchiveException error)
        {
            WriteError(ErrorRecords.Archive(error, path));
        }
    }

    private void SavePiece(Answer<Piece, (Piece Piece, ZvarObject Star)> answer)
    {
        answer.Key.Cone.Answered++;
        SaveWithStars(answer.Results.Select(found => found.Star.Psid));
        if (PassThru)
        {
            WriteObject(answer.Results.Select(found => found.Star), enumerateCollection: true);
        }
    }

    private Action<long> SavingLightCurves(PhotometryFormat format)
    {
        Batches<long, long, LightCurve>? batches = null;
        return psid => Ask(batches ??= Make(), psid);

        Batches<long, long, LightCurve> Make() => NewBatches(
            Through.Limits.LightCurvesTogether,
            new BatchQuestion<long, long, LightCurve>(
                (psids, stop) => Through.GetLightCurvesAsync(new PhotometryRequest(psids, Band.All, format), stop),
                psid => psid,
                lightCurve => lightCurve.Psid),
            _ => { },
            psid => psid);
    }

    private Action<long> SavingMatches(string catalog)
    {
        Batches<long, long, CatalogMatch>? batches = null;
        return psid => Ask(batches ??= Make(), psid);

        Batches<long, long, CatalogMatch> Make() => NewBatches(
            Through.Limits.Objects,
            new BatchQuestion<long, long, CatalogMatch>(
                (psids, stop) => Through.MatchAsync(
                    new ObjectMatchRequest(psids, catalog, MatchRadius, ClosestOnly: false), stop),
                psid => psid,
                match => match.Psid),
            _ => { },
            psid => psid);
    }

    // A star that lies in two cones is asked for once.
    private void SaveWithStars(IEnumerable<long> psids)
    {
        foreach (long psid in psids.Where(_seen.Add))
        {
            _withStars.ForEach(save => save(psid));
        }
    }

    private void SaveCone(ConeTarget target)
    {
        IReadOnlyList<ConeTarget> pieces = PiecesOf(target, Through.Limits);
        var cone = new Cone(target, pieces.Count);
        _cones.Add(cone);
        foreach (ConeTarget piece in pieces)
        {
            Ask(_pieces!, new Piece(cone, piece));
            if (pieces.Count > 1)
            {
                Send(_pieces!);
            }
        }
    }

    private async IAsyncEnumerable<(Piece Piece, ZvarObject Star)> FindAsync(
        IReadOnlyList<Piece> pieces, [EnumeratorCancellation] CancellationToken stop)
    {
        var search = new ConeSearch([.. pieces.Select(piece => piece.Target)], Filter);
        await foreach (ConeResult found in Through.FindConesAsync(search, stop).ConfigureAwait(false))
        {
            yield return (pieces[found.Target], found.Object);
        }
    }

    // What was asked for, and the cones the source takes that cover it.
    private sealed class Cone(ConeTarget target, int pieces)
    {
        internal ConeTarget Target => target;

        internal int Pieces => pieces;

        internal int Answered { get; set; }

        internal bool IsWhole => Answered == pieces;
    }

    private sealed record Piece(Cone Cone, ConeTarget Target);
}
