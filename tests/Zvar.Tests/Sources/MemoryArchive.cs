using System.Runtime.CompilerServices;

namespace Zvar.Tests.Sources;

/// <summary>
/// An archive in memory: it has what it was given to keep, knows of some ids that there is nothing, and cannot know of
/// any other.
/// </summary>
public sealed class MemoryArchive : IZvarSource
{
    /// <summary>The stars by psid; null for a psid that is no star's.</summary>
    public Dictionary<long, ZvarObject?> Objects { get; } = [];

    /// <summary>The light curves by psid; null for a psid that is no star's.</summary>
    public Dictionary<(long Psid, PhotometryFormat Format), LightCurve?> LightCurves { get; } = [];

    /// <summary>All sources of a catalogue that are near an object, as the archived source gave them.</summary>
    public Dictionary<(long Psid, string Catalog), IReadOnlyList<CatalogMatch>> Matches { get; } = [];

    /// <summary>All objects near a source of a catalogue; none for an id that the catalogue lacks.</summary>
    public Dictionary<(string Id, string Catalog), IReadOnlyList<CatalogMatch>> ExternalMatches { get; } = [];

    /// <summary>The regions all of whose stars it has.</summary>
    public List<ConeTarget> Regions { get; } = [];

    /// <inheritdoc/>
    public string Description => "an archive in memory";

    /// <inheritdoc/>
    public SourceLimits Limits { get; init; } = SourceLimits.None;

    /// <inheritdoc/>
    public IAsyncEnumerable<ConeResult> FindConesAsync(
        ConeSearch search, CancellationToken cancellationToken) => Answer(
        search.Targets.Index().ToArray(),
        target => target.Item,
        target => Regions.Any(region => region.Position.SeparationTo(target.Item.Position) + target.Item.Radius
            <= region.Radius)
            ? FindCone(target.Item, search.Filter).Select(found => new ConeResult(target.Index, found))
            : null,
        cancellationToken);

    /// <inheritdoc/>
    public async Task<LightCurve?> GetObjectWithPhotometryAsync(long psid, CancellationToken cancellationToken)
    {
        ZvarObject? star = await GetObjectsAsync([psid], cancellationToken).FirstOrDefaultAsync(cancellationToken);
        LightCurve? lightCurve = await GetLightCurvesAsync(new PhotometryRequest([psid], Band.All), cancellationToken)
            .FirstOrDefaultAsync(cancellationToken);
        return lightCurve?.Of(star, targetName: null);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ZvarObject> GetObjectsAsync(
        IReadOnlyList<long> psids, CancellationToken cancellationToken) => psids.Count > Limits.Objects
            ? throw new ZvarException(ZvarError.RequestRejected, $"It takes at most {Limits.Objects} ids at a time.")
            : Answer(
                psids.Distinct(),
                psid => psid,
                psid => Objects.TryGetValue(psid, out ZvarObject? star) ? OneOrNone(star) : null,
                cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<LightCurve> GetLightCurvesAsync(
        PhotometryRequest request, CancellationToken cancellationToken) => Answer(
            request.Psids.Distinct(),
            psid => psid,
            psid => LightCurves.TryGetValue((psid, request.Format), out LightCurve? lightCurve)
                ? OneOrNone(lightCurve).Select(kept => Cut(kept, request))
                : null,
            cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<ProcessingLog> GetProcessingLogsAsync(CancellationToken cancellationToken) =>
        Answer<int, ProcessingLog>([], _ => 0, _ => [], cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<CatalogMatch> MatchAsync(ObjectMatchRequest request, CancellationToken cancellationToken) =>
        Answer(
            request.Psids.Distinct(),
            psid => psid,
            psid => Matches.GetValueOrDefault((psid, request.Catalog))?
                .Where(match => match.WithObject(Objects[psid]!).Separation <= request.Radius)
                .Take(request.ClosestOnly ? 1 : int.MaxValue),
            cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<CatalogMatch> MatchExternalAsync(
        ExternalMatchRequest request, CancellationToken cancellationToken) => Answer(
            request.Ids.Distinct(),
            id => id,
            id => ExternalMatches.GetValueOrDefault((id, request.Catalog))?
                .Where(match => match.Separation <= request.Radius)
                .Take(request.ClosestOnly ? 1 : int.MaxValue),
            cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private IEnumerable<ZvarObject> FindCone(ConeTarget target, ConeFilter filter) => Objects.Values
        .OfType<ZvarObject>()
        .Select(star => star with
        {
            TargetName = target.Name,
            Separation = target.Position.SeparationTo(star.GetPosition()),
        })
        .Where(star => star.Separation <= target.Radius && filter.Matches(star))
        .OrderBy(star => star.Separation);

    private static LightCurve Cut(LightCurve kept, PhotometryRequest request)
    {
        LightCurve inBands = kept.Where(i => request.Bands.Contains(kept.Band[i]));
        return request.QualityCuts?.Apply(inBands) ?? inBands;
    }

    private static IEnumerable<T> OneOrNone<T>(T? kept) => kept is null ? [] : [kept];

    // What it has comes in the order asked; what it cannot know is named when all of that has come.
    private static async IAsyncEnumerable<TResult> Answer<TKey, TResult>(
        IEnumerable<TKey> keys,
        Func<TKey, object> asked,
        Func<TKey, IEnumerable<TResult>?> find,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        List<object> unknown = [];
        foreach (TKey key in keys)
        {
            if (find(key) is not { } found)
            {
                unknown.Add(asked(key));
                continue;
            }

            foreach (TResult result in found)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return result;
            }
        }

        if (unknown.Count > 0)
        {
            throw new ZvarException(ZvarError.NotInArchive, "The archive was never asked to keep this.")
            {
                Keys = unknown,
            };
        }
    }
}
