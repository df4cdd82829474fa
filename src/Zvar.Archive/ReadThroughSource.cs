using System.Runtime.CompilerServices;

namespace Zvar.Archive;

/// <summary>
/// Answers from an archive what it holds, asks another source for the rest, and keeps what it answers. What comes has been
/// saved before. Where the other source fails, all that the archive holds still comes.
/// </summary>
public sealed class ReadThroughSource : IZvarSource
{
    private readonly ZvarArchive _archive;
    private readonly IZvarSource _source;
    private readonly Func<DateTimeOffset?> _since;
    private readonly bool? _synthetic;

    /// <summary>Puts an archive before a source.</summary>
    /// <param name="archive">The archive, open to be written.</param>
    /// <param name="source">Who is asked for what it does not hold.</param>
    /// <param name="since">What was asked before is asked again; null for nothing. Asked for at each question.</param>
    /// <param name="synthetic">Whether what the source answers is made up; null where its answers say so.</param>
    public ReadThroughSource(
        ZvarArchive archive, IZvarSource source, Func<DateTimeOffset?>? since = null, bool? synthetic = null)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(source);
        (_archive, _source, _since, _synthetic) = (archive, source, since ?? (() => null), synthetic);
    }

    /// <summary>
    /// Takes why the source did not answer when older answers were given instead; where nobody does, that is an error.
    /// </summary>
    public Action<ZvarException>? OnOldAnswers { get; init; }

    /// <inheritdoc/>
    public string Description => $"{Excerpt.Of(Path.GetFileName(_archive.Path))}, through it {_source.Description}";

    /// <inheritdoc/>
    public SourceLimits Limits => _source.Limits;

    /// <inheritdoc/>
    public IAsyncEnumerable<ConeResult> FindConesAsync(ConeSearch search, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(search);
        return AnswerAsync(
            search.Targets.Index().ToArray(),
            Limits.Positions,
            new Question<(int Index, ConeTarget Item), int, ConeResult>(
                target => target.Index,
                target => target.Item,
                found => found.Target,
                (reader, target) => reader.FindCone(target.Item, search.Filter)?
                .Select(star => new ConeResult(target.Index, star)),
                AskAsync,
                (batch, target, found) =>
                {
                    foreach (ConeResult result in found)
                    {
                        batch.PutObject(result.Object.Psid, result.Object);
                    }

                    batch.PutCone(target.Item, search.Filter);
                }),
            cancellationToken);

        IAsyncEnumerable<ConeResult> AskAsync(
            IReadOnlyList<(int Index, ConeTarget Item)> targets, CancellationToken stop) => _source
            .FindConesAsync(search with { Targets = [.. targets.Select(target => target.Item)] }, stop)
            .Select(found => found with { Target = targets[found.Target].Index });
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
        IReadOnlyList<long> psids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(psids);
        return AnswerAsync(
            psids,
            Limits.Objects,
            new Question<long, long, ZvarObject>(
                psid => psid,
                psid => psid,
                star => star.Psid,
                (reader, psid) => reader.FindObject(psid),
                _source.GetObjectsAsync,
                (batch, psid, stars) => batch.PutObject(psid, stars is [var star] ? star : null)),
            cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<LightCurve> GetLightCurvesAsync(
        PhotometryRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);

        // What is kept is whole, and has the bands it had: an answer that is cut answers nothing else.
        string[] bands = [.. request.Bands];
        return AnswerAsync(
            request.Psids,
            Limits.LightCurves,
            new Question<long, long, LightCurve>(
                psid => psid,
                psid => psid,
                lightCurve => lightCurve.Psid,
                (reader, psid) => reader.FindLightCurve(psid, request),
                (psids, stop) =>
                {
                    using ArchiveReader reader = _archive.Read();
                    bands = [.. bands.Concat(psids.SelectMany(psid => reader.FindBands(psid, request.Format))).Distinct()];
                    return _source.GetLightCurvesAsync(new PhotometryRequest(psids, bands, request.Format), stop);
                },
                (batch, psid, curves) => batch.PutLightCurve(psid, request.Format, bands, curves is [var curve] ? curve : null)),
            cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ProcessingLog> GetProcessingLogsAsync(CancellationToken cancellationToken) => AnswerAsync(
        ["processing logs"],
        limit: null,
        new Question<string, int, ProcessingLog>(
            _ => 0,
            what => what,
            _ => 0,
            (reader, _) => reader.FindProcessingLogs(),
            (_, stop) => _source.GetProcessingLogsAsync(stop),
            (batch, _, logs) => batch.PutProcessingLogs(logs)),
        cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<CatalogMatch> MatchAsync(ObjectMatchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return AnswerAsync(
            request.Psids,
            Limits.Objects,
            new Question<long, long, CatalogMatch>(
                psid => psid,
                psid => psid,
                match => match.Psid,
                (reader, psid) => reader.FindMatches(psid, request),
                (psids, stop) => _source.MatchAsync(request with { Psids = psids }, stop),
                (batch, psid, matches) => batch.PutMatches(psid, request, matches)),
            cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<CatalogMatch> MatchExternalAsync(
        ExternalMatchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return AnswerAsync(
            request.Ids,
            Limits.Objects,
            new Question<string, string, CatalogMatch>(
                id => id,
                id => id,
                match => match.Id!,
                (reader, id) => reader.FindExternalMatches(id, request),
                (ids, stop) => _source.MatchExternalAsync(request with { Ids = ids }, stop),
                (batch, id, matches) => batch.PutExternalMatches(id, request, matches)),
            cancellationToken);
    }

    /// <summary>
    /// Says that a cone has been answered whole, though in several questions: a source takes narrower ones alone.
    /// </summary>
    /// <param name="target">The cone.</param>
    /// <param name="filter">What its objects were asked to be.</param>
    public void KeepCone(ConeTarget target, ConeFilter filter) => _archive.Write(
        _source.Description, TimeProvider.System.GetUtcNow(), batch => batch.PutCone(target, filter));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _archive.Dispose();
        await _source.DisposeAsync().ConfigureAwait(false);
    }

    private async IAsyncEnumerable<TResult> AnswerAsync<TKey, TId, TResult>(
        IReadOnlyList<TKey> keys,
        int? limit,
        Question<TKey, TId, TResult> question,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TId : notnull
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        if (keys.Count > limit)
        {
            // More than the source takes: it says so in its own words.
            await question.Ask(keys, cancellationToken).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        }

        TKey[] distinct = [.. keys.DistinctBy(question.IdOfKey)];
        List<TKey> unknown;
        using (ArchiveReader fresh = _archive.Read(_since()))
        {
            unknown = [.. distinct.Where(key => TryFind(fresh, question, key) is null)];
        }

        var answers = new SavedAnswers<TKey, TId, TResult>(unknown, question, _archive, _source.Description, _synthetic);
        await using (answers.ConfigureAwait(false))
        {
            using ArchiveReader reader = _archive.Read();
            foreach (TKey key in distinct)
            {
                await answers.WaitForAsync(key, cancellationToken).ConfigureAwait(false);
                List<TResult>? held = TryFind(reader, question, key);
                if (held is not null && OnOldAnswers is not null)
                {
                    answers.MakeDo(key);
                }

                foreach (TResult result in held ?? [])
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    yield return result;
                }
            }

            if (answers.MadeDo is { } away)
            {
                OnOldAnswers!(away);
            }

            answers.ThrowIfFailed();
        }
    }

    // What is damaged is asked for anew.
    private static List<TResult>? TryFind<TKey, TId, TResult>(
        ArchiveReader reader, Question<TKey, TId, TResult> question, TKey key)
    {
        try
        {
            return question.Find(reader, key)?.ToList();
        }
        catch (Exception error) when (error is ArchiveException or DamagedException)
        {
            return null;
        }
    }
}
