namespace Zvar;

/// <summary>
/// The one port everything asks through: the seven questions of the ZVAR API. The service, an archive and the demo sky
/// stand behind it, and what is true of one is true of all: answers come in the order asked, an id asked twice is
/// answered once, an unknown id is simply absent, the limits of a cone search are OR over an object's entries, and each
/// row says whether it is synthetic. A question is one request: at most <see cref="Limits"/> ids or positions.
/// <see cref="Batches{TKey, TId, TResult}"/> asks for more.
/// </summary>
/// <remarks>
/// What goes wrong is a <see cref="ZvarException"/>; cancelling is an <see cref="OperationCanceledException"/>. What a
/// source cannot know of some ids, because nobody ever asked it to keep them, is not absent: it gives what it has, then
/// fails with <see cref="ZvarError.NotInArchive"/> and those ids as <see cref="ZvarException.Keys"/>.
/// Questions may be asked at the same time from several threads.
/// </remarks>
public interface IZvarSource : IAsyncDisposable
{
    /// <summary>The source in a few words, for people: what answers, and that it is synthetic if it is.</summary>
    string Description { get; }

    /// <summary>How much it takes in one request.</summary>
    SourceLimits Limits { get; }

    /// <summary>
    /// Cone searches (POST /cone_search): the objects around each position, nearest first, in the order asked.
    /// </summary>
    IAsyncEnumerable<ConeResult> FindConesAsync(ConeSearch search, CancellationToken cancellationToken);

    /// <summary>One object with its photometry (GET /object/{psid}); null where the catalogue lacks it.</summary>
    Task<LightCurve?> GetObjectWithPhotometryAsync(long psid, CancellationToken cancellationToken);

    /// <summary>Objects by id (POST /objects).</summary>
    IAsyncEnumerable<ZvarObject> GetObjectsAsync(IReadOnlyList<long> psids, CancellationToken cancellationToken);

    /// <summary>
    /// Light curves by id (POST /photometry), one an object, all its match files together, by time; each is given as
    /// soon as it is whole.
    /// </summary>
    IAsyncEnumerable<LightCurve> GetLightCurvesAsync(
        PhotometryRequest request, CancellationToken cancellationToken);

    /// <summary>The files the catalogue's makers have processed (GET /processing_logs).</summary>
    IAsyncEnumerable<ProcessingLog> GetProcessingLogsAsync(CancellationToken cancellationToken);

    /// <summary>Sources of another catalogue near objects (POST /xmatch); an object without any is absent.</summary>
    IAsyncEnumerable<CatalogMatch> MatchAsync(ObjectMatchRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Objects near sources of another catalogue (POST /external_xmatch). A source the catalogue has but no object is
    /// near to is one match with psid 0; an id the catalogue lacks is absent.
    /// </summary>
    IAsyncEnumerable<CatalogMatch> MatchExternalAsync(
        ExternalMatchRequest request, CancellationToken cancellationToken);
}
