using System.Management.Automation;
using System.Runtime.CompilerServices;
using Zvar;
using Zvar.Tables;

namespace ZvarPS.Commands;

/// <summary>
/// <para type="synopsis">Matches stars with another catalogue, or another catalogue's sources with stars.</para>
/// </summary>
[Cmdlet(VerbsLifecycle.Invoke, "ZvarXmatch", DefaultParameterSetName = InputSet, SupportsShouldProcess = true)]
[OutputType(typeof(CatalogMatch), typeof(GaiaMatch), typeof(CatalogShare))]
public sealed class InvokeZvarXmatchCommand : CatalogCommand
{
    private const string IdSet = "Id";

    private Batches<ObjectReference, long, CatalogMatch>? _objects;
    private Batches<string, string, CatalogMatch>? _external;

    [Parameter(
        ParameterSetName = IdSet,
        Mandatory = true,
        HelpMessage = "Ids of the catalogue's sources, as in 2873447302730839936 or J000320.77+305613.9.")]
    [Alias("ids")]
    [Id, ArgumentCompleter(typeof(IdAttribute))]
    public string[] Id { get; set; } = [];

    [Parameter(Mandatory = true, HelpMessage = "The catalogue: gaia, ps1, galex, 2mass, allwise, or a newer one;"
        + " with -HatsPath the folder of a HATS catalogue.")]
    [Catalog, ArgumentCompleter(typeof(CatalogAttribute))]
    public string Catalog { get; set; } = "";

    [Parameter(Mandatory = true, HelpMessage = "How far apart a pair may be: " + Angle.Forms)]
    [Radius, ArgumentCompleter(typeof(RadiusAttribute))]
    public double Radius { get; set; }

    [Parameter(HelpMessage = "All pairs within the radius, not only the closest.")]
    public SwitchParameter All { get; set; }

    [Parameter(HelpMessage = "Give what has no match as well, with nothing beside it.")]
    public SwitchParameter IncludeUnmatched { get; set; }

    private Batches<ObjectReference, long, CatalogMatch> Objects => _objects ??= NewBatches(
        Source.Limits.Objects,
        new BatchQuestion<ObjectReference, long, CatalogMatch>(MatchObjectsAsync, one => one.Psid, match => match.Psid),
        WriteMatches,
        one => one.Psid);

    private Batches<string, string, CatalogMatch> External => _external ??= NewBatches(
        Source.Limits.Objects,
        new BatchQuestion<string, string, CatalogMatch>(MatchExternalAsync, id => id, match => match.Id!),
        WriteExternalMatches,
        id => id);

    private protected override void Process()
    {
        if (ParameterSetName != IdSet)
        {
            base.Process();
            return;
        }

        foreach (string id in Id)
        {
            Ask(External, id);
        }
    }

    private protected override void Take(ObjectReference one) => Ask(Objects, one);

    private protected override void TakeCatalog()
    {
        OtherCatalog other = OpenOther();
        foreach (string note in other.Notes)
        {
            WriteVerbose(note);
        }

        var options = new XmatchOptions { Radius = Radius, All = All, IncludeUnmatched = IncludeUnmatched };
        WorkThrough(
            [
                (nameof(Radius), Radius), (nameof(All), All.IsPresent),
                (nameof(IncludeUnmatched), IncludeUnmatched.IsPresent),
            ],
            (source, path, work) =>
            {
                var match = new HatsXmatch(source, other, options);
                return new CatalogXmatch(this, match, match.OpenResults(path, work));
            });
    }

    private protected override string Advise(string message) =>
        $"{message} For ids of the other catalogue there is -Id, as in -Id (Import-Csv gaia.csv).source_id.";

    private OtherCatalog OpenOther()
    {
        try
        {
            string path = FilePath.Resolve(this, Catalog);
            return WaitFor(() => OtherCatalog.Open(path, StopToken));
        }
        catch (NotSupportedException error)
        {
            ThrowTerminatingError(ErrorRecords.PathNotSupported(error, Catalog));
            throw;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(ErrorRecords.CannotRead(error, Catalog));
            throw;
        }
    }

    // A separation wants the object's position: the piped object's, or one look-up for those that came as a bare psid.
    // It tells too which of them there are.
    private async IAsyncEnumerable<CatalogMatch> MatchObjectsAsync(
        IReadOnlyList<ObjectReference> objects, [EnumeratorCancellation] CancellationToken stop)
    {
        var request = new ObjectMatchRequest(objects.Psids(), Catalog, Radius, !All);
        PartialAnswer<CatalogMatch> answer =
            await Source.MatchAsync(request, stop).ReadPartialAsync(stop).ConfigureAwait(false);
        ILookup<long, CatalogMatch> matches = answer.Results.ToLookup(match => match.Psid);
        CatalogMatch? like = answer.Results is [var first, ..] ? first : null;
        var known = objects.Where(one => one.Object is not null).ToDictionary(one => one.Psid, one => one.Object!);
        long[] bare = [.. objects.Psids().Where(psid => !known.ContainsKey(psid))];
        PartialAnswer<ZvarObject> lookedUp =
            await Source.GetObjectsAsync(bare, stop).ReadPartialAsync(stop).ConfigureAwait(false);
        foreach (ZvarObject found in lookedUp.Results)
        {
            known[found.Psid] = found;
        }

        foreach (long psid in objects.Psids().Where(psid => !answer.IsUnknown(psid)))
        {
            ZvarObject? found = known.GetValueOrDefault(psid);
            foreach (CatalogMatch match in matches[psid])
            {
                yield return found is null ? match : match.WithObject(found);
            }

            if (found is not null && !matches.Contains(psid))
            {
                yield return CatalogMatch.Unmatched(psid, Catalog, id: null, found, like);
            }
        }

        if ((answer.Failure ?? lookedUp.Failure) is { } failure)
        {
            throw new ZvarException(failure.Error, failure.Message, failure)
            {
                Keys = [.. answer.Failure?.Keys ?? [], .. lookedUp.Failure?.Keys ?? []],
                Details = failure.Details,
            };
        }
    }

    private void WriteMatches(Answer<ObjectReference, CatalogMatch> answer)
    {
        (ObjectReference one, IReadOnlyList<CatalogMatch> matches) = answer;
        if (matches.Count == 0)
        {
            WriteError(ErrorRecords.ObjectNotFound(one.Psid));
        }

        foreach (CatalogMatch match in matches.Where(match => match.Id is not null || IncludeUnmatched))
        {
            CatalogMatch ofObject = one.Object is null ? match : match.WithObject(one.Object);
            WriteObject((ofObject with { TargetName = one.TargetName }).WithColumnsShown());
        }
    }

    // An id the catalogue lacks has its place among those it has.
    private async IAsyncEnumerable<CatalogMatch> MatchExternalAsync(
        IReadOnlyList<string> ids, [EnumeratorCancellation] CancellationToken stop)
    {
        var request = new ExternalMatchRequest(ids, Catalog, Radius, !All);
        PartialAnswer<CatalogMatch> answer =
            await Source.MatchExternalAsync(request, stop).ReadPartialAsync(stop).ConfigureAwait(false);
        ILookup<string?, CatalogMatch> matches = answer.Results.ToLookup(match => match.Id);
        CatalogMatch? like = answer.Results is [var first, ..] ? first : null;
        foreach (string id in ids.Where(id => !answer.IsUnknown(id)))
        {
            foreach (CatalogMatch match in matches[id].DefaultIfEmpty(Unmatched(id, like)))
            {
                yield return match;
            }
        }

        if (answer.Failure is { } failure)
        {
            throw failure;
        }
    }

    private void WriteExternalMatches(Answer<string, CatalogMatch> answer)
    {
        foreach (CatalogMatch match in answer.Results.Where(match => match.Psid > 0 || IncludeUnmatched))
        {
            WriteObject(match.WithColumnsShown());
        }
    }

    private CatalogMatch Unmatched(string id, CatalogMatch? like)
    {
        var unmatched = CatalogMatch.Unmatched(0, Catalog, id, zvarObject: null, like);
        return Connection!.Synthetic ? unmatched.AsSynthetic() : unmatched;
    }
}
