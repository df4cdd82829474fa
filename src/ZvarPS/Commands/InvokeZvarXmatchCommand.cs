using System.Management.Automation;
using System.Runtime.CompilerServices;
using Zvar;

namespace ZvarPS.Commands;

/// <summary>
/// <para type="synopsis">Matches stars with another catalogue, or another catalogue's sources with stars.</para>
/// </summary>
[Cmdlet(VerbsLifecycle.Invoke, "ZvarXmatch", DefaultParameterSetName = InputSet)]
[OutputType(typeof(CatalogMatch), typeof(GaiaMatch))]
public sealed class InvokeZvarXmatchCommand : ObjectCommand
{
    private const string IdSet = "Id";

    private Batches<ObjectReference, CatalogMatch>? _stars;
    private Batches<string, CatalogMatch>? _sources;

    /// <summary>Ids of the other catalogue's sources: the match the other way.</summary>
    [Parameter(
        ParameterSetName = IdSet,
        Mandatory = true,
        HelpMessage = "Ids of the catalogue's sources, as in 2873447302730839936 or J000320.77+305613.9.")]
    [Alias("ids")]
    [Id, ArgumentCompleter(typeof(IdAttribute))]
    public string[] Id { get; set; } = [];

    /// <summary>The other catalogue.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The catalogue: gaia, ps1, galex, 2mass, allwise, or a newer one.")]
    [Catalog, ArgumentCompleter(typeof(CatalogAttribute))]
    public string Catalog { get; set; } = "";

    /// <summary>How far apart a pair may be.</summary>
    [Parameter(Mandatory = true, HelpMessage = "How far apart a pair may be: " + Angle.Forms)]
    [Radius, ArgumentCompleter(typeof(RadiusAttribute))]
    public double Radius { get; set; }

    /// <summary>All pairs within the radius, not only the closest.</summary>
    [Parameter(HelpMessage = "All pairs within the radius, not only the closest.")]
    public SwitchParameter All { get; set; }

    /// <summary>Gives what has no match as well, with nothing beside it.</summary>
    [Parameter(HelpMessage = "Give what has no match as well, with nothing beside it.")]
    public SwitchParameter IncludeUnmatched { get; set; }

    private Batches<ObjectReference, CatalogMatch> Stars => _stars ??= new(
        Source.Limits.Objects, ThrottleLimit, MatchStarsAsync, StopToken);

    private Batches<string, CatalogMatch> Sources => _sources ??= new(
        Source.Limits.Objects,
        ThrottleLimit,
        (ids, stop) => Source.MatchExternalAsync(new ExternalMatchRequest(ids, Catalog, Radius, !All), stop),
        StopToken);

    private protected override void Process()
    {
        if (ParameterSetName != IdSet)
        {
            base.Process();
            return;
        }

        foreach (string id in Id)
        {
            Ask(Sources, id, WriteSources);
        }
    }

    private protected override void Take(ObjectReference star) => Ask(Stars, star, WriteStarMatches);

    private protected override string Advise(string message) =>
        $"{message} For ids of the other catalogue there is -Id, as in -Id (Import-Csv gaia.csv).source_id.";

    private protected override void End()
    {
        if (_stars is not null)
        {
            Finish(_stars, WriteStarMatches);
        }

        if (_sources is not null)
        {
            Finish(_sources, WriteSources);
        }
    }

    // A separation wants the object's position: the piped object's, or one look-up for those that came as a bare psid.
    // It tells too which of them there are.
    private async IAsyncEnumerable<CatalogMatch> MatchStarsAsync(
        IReadOnlyList<ObjectReference> stars, [EnumeratorCancellation] CancellationToken stop)
    {
        var request = new ObjectMatchRequest(stars.Psids(), Catalog, Radius, !All);
        List<CatalogMatch> matches = await Source.MatchAsync(request, stop).ToListAsync(stop).ConfigureAwait(false);
        Dictionary<long, ZvarObject> known = stars.Where(star => star.Object is not null)
            .DistinctBy(star => star.Psid).ToDictionary(star => star.Psid, star => star.Object!);
        long[] bare = [.. stars.Psids().Where(psid => !known.ContainsKey(psid))];
        if (bare.Length > 0)
        {
            await foreach (ZvarObject found in Source.GetObjectsAsync(bare, stop).ConfigureAwait(false))
            {
                known[found.Psid] = found;
            }
        }

        foreach (CatalogMatch match in matches)
        {
            yield return known.TryGetValue(match.Psid, out ZvarObject? found) ? match.WithObject(found) : match;
        }

        HashSet<long> matched = [.. matches.Select(match => match.Psid)];
        foreach (ZvarObject lonely in known.Values.Where(one => !matched.Contains(one.Psid)))
        {
            yield return MarkedAsSource(CatalogMatch.Unmatched(lonely.Psid, Catalog, id: null, lonely));
        }
    }

    private void WriteStarMatches(Batch<ObjectReference, CatalogMatch> batch)
    {
        ILookup<long, CatalogMatch> matches = batch.Results.ToLookup(match => match.Psid);
        foreach (ObjectReference star in batch.Keys)
        {
            foreach (CatalogMatch match in matches[star.Psid].Where(match => match.Id is not null || IncludeUnmatched))
            {
                CatalogMatch ofStar = star.Object is null ? match : match.WithObject(star.Object);
                WriteObject((ofStar with { TargetName = star.TargetName }).WithColumnsShown());
            }

            if (batch.Failure is null && !matches.Contains(star.Psid))
            {
                WriteError(ErrorRecords.ObjectNotFound(star.Psid));
            }
        }

        if (batch.Failure is not null)
        {
            WriteFailure(batch.Failure, batch.Keys.Psids().Where(psid => !matches.Contains(psid)).ToArray());
        }
    }

    private CatalogMatch MarkedAsSource(CatalogMatch match) => Source.IsSynthetic ? match.AsSynthetic() : match;

    private void WriteSources(Batch<string, CatalogMatch> batch)
    {
        ILookup<string?, CatalogMatch> matches = batch.Results.ToLookup(match => match.Id);
        foreach (string id in batch.Keys)
        {
            foreach (CatalogMatch match in matches[id].Where(match => match.Psid > 0 || IncludeUnmatched))
            {
                WriteObject(match.WithColumnsShown());
            }

            if (IncludeUnmatched && batch.Failure is null && !matches.Contains(id))
            {
                WriteObject(MarkedAsSource(CatalogMatch.Unmatched(0, Catalog, id, zvarObject: null)));
            }
        }

        if (batch.Failure is not null)
        {
            WriteFailure(batch.Failure, batch.Keys.Where(id => !matches.Contains(id)).Distinct().ToArray());
        }
    }
}
