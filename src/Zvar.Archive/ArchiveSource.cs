using System.Runtime.CompilerServices;

namespace Zvar.Archive;

/// <summary>
/// Answers from an archive alone. What nobody has asked to keep it cannot know, and names it
/// (<see cref="ZvarError.NotInArchive"/>).
/// </summary>
/// <param name="archive">The archive.</param>
/// <param name="incompleteAnswers">What becomes of a question of which it holds only a part.</param>
public sealed class ArchiveSource(
    ZvarArchive archive, IncompleteAnswers incompleteAnswers = IncompleteAnswers.NameTheRest) : IZvarSource
{
    /// <summary>
    /// Told, in words, when what was given may not be all there is; on the thread that asks.
    /// </summary>
    public Action<string>? Warn { get; init; }

    /// <inheritdoc/>
    public string Description =>
        $"archive {Excerpt.Of(Path.GetFileName(archive.Path))}{(archive.Synthetic ? " (synthetic)" : "")}";

    /// <inheritdoc/>
    public SourceLimits Limits => SourceLimits.None;

    /// <inheritdoc/>
    public IAsyncEnumerable<ConeResult> FindConesAsync(ConeSearch search, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(search);
        return Answer(
            search.Targets.Index().ToArray(),
            target => target.Item,
            (reader, target) => reader.FindCone(target.Item, search.Filter)?
                .Select(star => new ConeResult(target.Index, star)),
            together: null,
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<LightCurve?> GetObjectWithPhotometryAsync(long psid, CancellationToken cancellationToken)
    {
        ZvarObject? star = await GetObjectsAsync([psid], cancellationToken)
            .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        LightCurve? lightCurve = await GetLightCurvesAsync(new PhotometryRequest([psid], Band.All), cancellationToken)
            .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        return lightCurve?.Of(star, targetName: null);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ZvarObject> GetObjectsAsync(
        IReadOnlyList<long> psids, CancellationToken cancellationToken) => Answer(
            psids.Distinct(),
            psid => psid,
            (reader, psid) => reader.FindObject(psid),
            Together.Objects,
            cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<LightCurve> GetLightCurvesAsync(
        PhotometryRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Answer(
            request.Psids.Distinct(),
            psid => psid,
            (reader, psid) => reader.FindLightCurve(psid, request) ?? reader.FindFluxesOfMagnitudes(psid, request),
            Together.LightCurves,
            cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ProcessingLog> GetProcessingLogsAsync(CancellationToken cancellationToken) => Answer(
        ["processing logs"],
        what => what,
        (reader, _) => reader.FindProcessingLogs(),
        together: null,
        cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<CatalogMatch> MatchAsync(ObjectMatchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Answer(
            request.Psids.Distinct(),
            psid => psid,
            (reader, psid) => reader.FindMatches(psid, request),
            Together.Objects,
            cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<CatalogMatch> MatchExternalAsync(
        ExternalMatchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Answer(
            request.Ids.Distinct(),
            id => id,
            (reader, id) => reader.FindExternalMatches(id, request),
            Together.Objects,
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        archive.Dispose();
        return ValueTask.CompletedTask;
    }

    // What it has comes in the order asked; what it cannot know, or no more, is named when all of that has come.
    private async IAsyncEnumerable<TResult> Answer<TKey, TResult>(
        IEnumerable<TKey> keys,
        Func<TKey, object> asked,
        Func<ArchiveReader, TKey, IEnumerable<TResult>?> find,
        int? together,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        var completeness = new Completeness(incompleteAnswers == IncompleteAnswers.Accept);
        List<object> unknown = [];
        Exception? damage = null;
        if (incompleteAnswers == IncompleteAnswers.Refuse)
        {
            using ArchiveReader reader = archive.Read(since: null, completeness);
            unknown = [.. keys.Where(key => !Found<TKey, TResult>.IsKnown(reader, key, find)).Select(asked)];
            keys = unknown.Count > 0 ? [] : keys;
        }

        IAsyncEnumerable<Found<TKey, TResult>> answers = ReadAhead.FindAsync(
            () => archive.Read(since: null, completeness), keys, find, together, cancellationToken);
        await foreach (Found<TKey, TResult> found in answers.ConfigureAwait(false))
        {
            damage ??= found.Damage;
            if (found.Results is null)
            {
                unknown.Add(asked(found.Key));
                continue;
            }

            foreach (TResult result in found.Results)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return result;
            }
        }

        if (completeness.HasGivenSome)
        {
            Warn?.Invoke(
                $"The archive '{archive.Path}' was never asked to keep all of this: what it has is given, and may not be"
                + " all.");
        }

        if (unknown.Count > 0)
        {
            throw Explain(unknown, damage, completeness.HasMagnitudesAlone);
        }
    }

    private ZvarException Explain(List<object> unknown, Exception? damage, bool hasMagnitudesAlone) => damage is null
        ? new ZvarException(
            ZvarError.NotInArchive,
            hasMagnitudesAlone
                ? $"The archive '{archive.Path}' holds these in magnitudes, some with non-detections, whose fluxes no"
                + " formula gives. Save them in the flux format too: Save-ZvarArchive -Include Flux."
                : $"The archive '{archive.Path}' was never asked to keep this. Ask the service for it, or save it with"
                + " Save-ZvarArchive.")
        {
            Keys = unknown,
        }
        : new ZvarException(
            ZvarError.ArchiveDamaged,
            $"Some of the archive '{archive.Path}' is damaged: Test-ZvarArchive tells what. It may be saved anew.",
            damage)
        {
            Keys = unknown,
        };
}
