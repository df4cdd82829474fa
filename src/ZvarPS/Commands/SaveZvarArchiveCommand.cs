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
[OutputType(typeof(ArchiveChanges))]
public sealed class SaveZvarArchiveCommand : ConeCommand
{
    private const string PositionSet = "Position";
    private const string InputSet = "InputObject";

    private readonly List<Cone> _cones = [];
    private readonly HashSet<long> _seen = [];
    private readonly List<Action<long>> _withStars = [];
    private Batches<Piece, Piece, (Piece Piece, ZvarObject Star)>? _pieces;
    private Batches<long, long, ZvarObject>? _stars;
    private ZvarArchive? _archive;
    private ReadThroughSource? _source;
    private string? _question;

    [Parameter(Mandatory = true, Position = 0, HelpMessage = "The archive's file; it is made where there is none.")]
    [Path, ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    [Parameter(
        ParameterSetName = PositionSet,
        Mandatory = true,
        HelpMessage = "Positions whose cones are saved: " + Coordinate.PositionForms)]
    [Position, ArgumentCompleter(typeof(PositionAttribute))]
    [Alias("positions")]
    public SkyPosition[] Position { get; set; } = [];

    [Parameter(ParameterSetName = PositionSet, Mandatory = true, HelpMessage = "The radius: " + Angle.Forms)]
    [Radius, ArgumentCompleter(typeof(RadiusAttribute))]
    public double Radius { get; set; }

    [Parameter(
        ParameterSetName = InputSet,
        Mandatory = true,
        ValueFromPipeline = true,
        HelpMessage = "Psids, ZVAR objects, matches, light curves, or rows with a Psid column: each star is asked for.")]
    public PSObject? InputObject { get; set; }

    [Parameter(HelpMessage = "What to save beside the stars: Photometry, Flux, gaia, ps1, galex, 2mass, allwise.")]
    [Include, ArgumentCompleter(typeof(IncludeAttribute))]
    public string[] Include { get; set; } = [];

    [Parameter(HelpMessage = "How far from a star its matches may be: " + Angle.Forms + ". Default: 2 arcsec.")]
    [Radius, ArgumentCompleter(typeof(RadiusAttribute))]
    public double MatchRadius { get; set; } = 2;

    private protected override void Begin()
    {
        base.Begin();
        if (ParameterSetName == InputSet && Filter != ConeFilter.None)
        {
            ThrowTerminatingError(ErrorRecords.ParametersExcludeEachOther(
                "The limits are those of a cone: give -Position and -Radius too, or select with Where-Object before."));
        }

        try
        {
            string path = FilePath.Resolve(this, Path);
            if (ShouldProcess(path, "Save stars"))
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
        if (_source is null)
        {
            return;
        }

        foreach (SkyPosition position in Position)
        {
            SaveCone(new ConeTarget(null, position, Radius));
        }

        foreach (PSObject input in InputObject is null ? [] : OneByOne(InputObject))
        {
            try
            {
                Ask(_stars!, ObjectReference.Read(input).Psid);
            }
            catch (FormatException error)
            {
                WriteNotUnderstood(input, error.Message);
            }
        }
    }

    private protected override void End()
    {
        if (_source is null)
        {
            return;
        }

        base.End();
        foreach (Cone cone in _cones.Where(cone => cone is { IsWhole: true, Pieces: > 1 }))
        {
            _source.KeepCone(cone.Target, Filter);
        }

        if (_question is not null && _cones.TrueForAll(cone => cone.IsWhole))
        {
            _archive!.EndSave(_question);
        }

        WriteObject(_archive!.GetChanges());
    }

    /// <summary>Closes the archive too.</summary>
    public override void Dispose()
    {
        base.Dispose();
        _archive?.Dispose();
    }

    private void Open(string path)
    {
        IZvarSource asked = Source;
        _archive = ZvarArchive.OpenWrite(path);

        // What a region lacks of an interrupted save is asked for; piped stars are asked for anew.
        DateTimeOffset since = TimeProvider.System.GetUtcNow();
        if (ParameterSetName == PositionSet)
        {
            _question = JsonSerializer.Serialize(new
            {
                Positions = Position.Select(position => new[] { position.Ra, position.Dec }),
                Radius,
                Filter,
                Include,
                MatchRadius,
            });
            since = _archive.BeginSave(_question);
        }

        _source = new ReadThroughSource(_archive, asked, () => since, Connection!.Synthetic ? true : null);
        _pieces = NewBatches(
            _source.Limits.Positions,
            new BatchQuestion<Piece, Piece, (Piece Piece, ZvarObject Star)>(
                FindAsync, piece => piece, found => found.Piece)
            {
                KeyAtSource = piece => piece.Target,
            },
            answer =>
            {
                answer.Key.Cone.Answered++;
                SaveWithStars(answer.Results.Select(found => found.Star.Psid));
            },
            piece => piece.Cone.Target);
        _stars = NewBatches(
            _source.Limits.Objects,
            new BatchQuestion<long, long, ZvarObject>(_source.GetObjectsAsync, psid => psid, star => star.Psid),
            answer =>
            {
                if (answer.Results.Count == 0)
                {
                    WriteError(ErrorRecords.ObjectNotFound(answer.Key));
                }

                SaveWithStars(answer.Results.Select(star => star.Psid));
            },
            psid => psid);

        // Asked after the stars, and so finished after them.
        foreach (string what in Include.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            _withStars.Add(what.ToLowerInvariant() switch
            {
                "photometry" => SavingLightCurves(_source, PhotometryFormat.Mag),
                "flux" => SavingLightCurves(_source, PhotometryFormat.Flux),
                _ => SavingMatches(_source, what),
            });
        }
    }

    private Action<long> SavingLightCurves(ReadThroughSource source, PhotometryFormat format)
    {
        Batches<long, long, LightCurve> batches = NewBatches(
            source.Limits.LightCurves,
            new BatchQuestion<long, long, LightCurve>(
                (psids, stop) => source.GetLightCurvesAsync(new PhotometryRequest(psids, Band.All, format), stop),
                psid => psid,
                lightCurve => lightCurve.Psid),
            _ => { },
            psid => psid);
        return psid => Ask(batches, psid);
    }

    private Action<long> SavingMatches(ReadThroughSource source, string catalog)
    {
        Batches<long, long, CatalogMatch> batches = NewBatches(
            source.Limits.Objects,
            new BatchQuestion<long, long, CatalogMatch>(
                (psids, stop) => source.MatchAsync(new ObjectMatchRequest(psids, catalog, MatchRadius, ClosestOnly: false), stop),
                psid => psid,
                match => match.Psid),
            _ => { },
            psid => psid);
        return psid => Ask(batches, psid);
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
        IReadOnlyList<ConeTarget> pieces = PiecesOf(target, _source!.Limits);
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
        await foreach (ConeResult found in _source!.FindConesAsync(search, stop).ConfigureAwait(false))
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
