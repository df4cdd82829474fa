using System.Runtime.CompilerServices;

namespace Zvar.Archive;

/// <summary>
/// Answers from an archive what it holds, asks another source for the rest, and keeps what it answers. What comes has
/// been saved before. Where the other source fails, all that the archive holds still comes.
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
                (target, found) => batch =>
                {
                    foreach (ConeResult result in found)
                    {
                        batch.PutObject(result.Object.Psid, result.Object);
                    }

                    batch.PutCone(target.Item, search.Filter);
                },
                (target, found) => ArchiveReader
                    .Cut(found.Select(result => result.Object), target.Item, search.Filter)
                    .Select(star => new ConeResult(target.Index, star)),
                Together: null),
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
                (psid, stars) => batch => batch.PutObject(psid, stars is [var star] ? star : null),
                (_, stars) => stars,
                Together.Objects),
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
                (psid, curves) =>
                {
                    LightCurve? curve = curves is [var one] ? one : null;
                    Sealed? blob = curve is null
                        ? null
                        : LightCurveBlob.Seal(curve, ArchiveReader.KeyOf(psid, request.Format));
                    return batch => batch.PutLightCurve(psid, request.Format, bands, curve, blob);
                },
                (_, curves) => curves.Select(curve => ArchiveReader.Cut(curve, request)),
                Together.LightCurves),
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
            (_, logs) => batch => batch.PutProcessingLogs(logs),
            Cut: null,
            Together: null),
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
                (psid, matches) => batch => batch.PutMatches(psid, request, matches),
                Cut: null,
                Together.Objects),
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
                (id, matches) => batch => batch.PutExternalMatches(id, request, matches),
                Cut: null,
                Together.Objects),
            cancellationToken);
    }

    /// <summary>
    /// Says that a cone has been answered whole, though in several questions: a source takes narrower ones alone.
    /// </summary>
    /// <param name="target">The cone.</param>
    /// <param name="filter">What its objects were asked to be.</param>
    /// <param name="asked">When the first of these questions was asked, or before.</param>
    public void KeepCone(ConeTarget target, ConeFilter filter, DateTimeOffset asked) =>
        _archive.Write(_source.Description, asked, batch => batch.PutCone(target, filter));

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
        SavedAnswers<TKey, TId, TResult> answers = Ask(FindUnknown(distinct, question), question);
        List<SavedAnswers<TKey, TId, TResult>> asked = [answers];
        IAsyncEnumerator<Found<TKey, TResult>> held = ReadAhead.FindAsync(
            () => _archive.Read(),
            distinct.Where(key => !answers.IsOf(key)),
            question.Find,
            question.Together,
            cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (answers.ConfigureAwait(false))
        await using (held.ConfigureAwait(false))
        {
            using ArchiveReader reader = _archive.Read();
            foreach (TKey key in distinct)
            {
                foreach (TResult result in await FindAsync(reader, key).ConfigureAwait(false))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    yield return result;
                }
            }

            if (asked.Select(one => one.MadeDo).FirstOrDefault(one => one is not null) is { } away)
            {
                OnOldAnswers!(away);
            }

            SavedAnswers<TKey, TId, TResult>.ThrowIfFailed(asked);
        }

        async Task<IReadOnlyList<TResult>> FindAsync(ArchiveReader reader, TKey key)
        {
            SavedAnswers<TKey, TId, TResult> coming = answers;
            if (!answers.IsOf(key))
            {
                await held.MoveNextAsync().ConfigureAwait(false);
                if (held.Current.Results is { } results)
                {
                    return results;
                }

                // What is damaged, or has been removed meanwhile, is asked for anew.
                asked.Add(coming = Ask([key], question));
            }

            if (await coming.TakeAsync(key, cancellationToken).ConfigureAwait(false) is { } came)
            {
                return came;
            }

            IReadOnlyList<TResult>? saved = Found<TKey, TResult>.Of(reader, key, question.Find).Results;
            if (saved is not null && OnOldAnswers is not null)
            {
                coming.MakeDo(key);
            }

            return saved ?? [];
        }
    }

    private SavedAnswers<TKey, TId, TResult> Ask<TKey, TId, TResult>(
        IReadOnlyList<TKey> keys, Question<TKey, TId, TResult> question)
        where TId : notnull => new(keys, question, _archive, _source.Description, _synthetic);

    private List<TKey> FindUnknown<TKey, TId, TResult>(TKey[] keys, Question<TKey, TId, TResult> question)
    {
        using ArchiveReader fresh = _archive.Read(_since());
        return [.. keys.Where(key => !Found<TKey, TResult>.IsKnown(fresh, key, question.Find))];
    }
}
