using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Zvar.Http;

/// <summary>
/// The ZVAR service behind <see cref="IZvarSource"/>: each question is one request, repeated while it fails in passing,
/// and its answer is given when all of it has come and has been checked, or not at all.
/// </summary>
public sealed class HttpSource : IZvarSource
{
    private readonly ServiceClient _client;
    private readonly CancellationTokenSource _closing = new();
    private int _isClosed;

    /// <summary>Makes a source; nothing is sent before the first question.</summary>
    /// <param name="options">Where the service is, who asks, and how patiently.</param>
    /// <exception cref="ArgumentException">
    /// The address is not plain http or https, a number or a time is out of range, or the user name has a colon.
    /// </exception>
    public HttpSource(HttpSourceOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        _client = new ServiceClient(options);
    }

    /// <inheritdoc/>
    public string Description => $"the ZVAR service at {_client.Options.BaseAddress}";

    /// <inheritdoc/>
    public SourceLimits Limits => SourceLimits.Service;

    /// <inheritdoc/>
    public async IAsyncEnumerable<ConeResult> FindConesAsync(
        ConeSearch search, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(search);
        if (search.Targets.Count == 0)
        {
            yield break;
        }

        HashSet<string> rows = [.. Enumerable.Range(0, search.Targets.Count).Select(RequestWriter.RowName)];
        EntryParser<ZvarObject> answer = await AskAsync(
            new ApiRequest(Routes.ConeSearch, Count(rows.Count, "position"), RequestWriter.Write(search)),
            () => new EntryParser<ZvarObject>(ResponseShape.Named, ObjectReader.Read, rows),
            cancellationToken).ConfigureAwait(false);
        for (int row = 0; row < search.Targets.Count; row++)
        {
            ConeTarget target = search.Targets[row];
            IEnumerable<ZvarObject> found = answer[RequestWriter.RowName(row)].Select(zvarObject => zvarObject with
            {
                TargetName = target.Name,
                Separation = target.Position.SeparationTo(zvarObject.GetPosition()),
            });
            foreach (ZvarObject zvarObject in found.OrderBy(zvarObject => zvarObject.Separation))
            {
                yield return new ConeResult(row, answer.Synthetic ? zvarObject.AsSynthetic() : zvarObject);
            }
        }
    }

    /// <inheritdoc/>
    public async Task<LightCurve?> GetObjectWithPhotometryAsync(long psid, CancellationToken cancellationToken)
    {
        string path = string.Create(CultureInfo.InvariantCulture, $"{Routes.Object}/{psid}");
        EntryParser<LightCurve>? answer = await AskAsync(
            new ApiRequest(path, "") { MayBeAbsent = true },
            () => new EntryParser<LightCurve>(
                ResponseShape.Single,
                (ref Utf8JsonReader reader) => Asked(ObjectLightCurveReader.Read(ref reader), star => star.Psid, [psid])),
            cancellationToken).ConfigureAwait(false);
        return answer is { Synthetic: true } ? answer.Entries[0].AsSynthetic() : answer?.Entries[0];
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ZvarObject> GetObjectsAsync(
        IReadOnlyList<long> psids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(psids);
        HashSet<long> asked = [.. psids];
        if (asked.Count == 0)
        {
            yield break;
        }

        EntryParser<ZvarObject> answer = await AskAsync(
            new ApiRequest(Routes.Objects, Count(asked.Count, "psid"), RequestWriter.Write(psids)),
            () => new EntryParser<ZvarObject>(
                ResponseShape.List,
                (ref Utf8JsonReader reader) => Asked(ObjectReader.Read(ref reader), star => star.Psid, asked)),
            cancellationToken).ConfigureAwait(false);
        ILookup<long, ZvarObject> found = answer.Entries.ToLookup(zvarObject => zvarObject.Psid);
        foreach (long psid in psids.Distinct())
        {
            if (found[psid].FirstOrDefault() is { } zvarObject)
            {
                yield return answer.Synthetic ? zvarObject.AsSynthetic() : zvarObject;
            }
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<LightCurve> GetLightCurvesAsync(
        PhotometryRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        HashSet<long> asked = [.. request.Psids];
        if (asked.Count == 0)
        {
            yield break;
        }

        ParserWarmUp.Start();
        PhotometryParser answer = await AskAsync(
            new ApiRequest(Routes.Photometry, Count(asked.Count, "psid"), RequestWriter.Write(request)),
            () => new PhotometryParser(request.Format, asked, request.QualityCuts),
            cancellationToken).ConfigureAwait(false);
        foreach (long psid in request.Psids.Distinct())
        {
            if (answer.LightCurves.TryGetValue(psid, out LightCurve? lightCurve))
            {
                yield return answer.Synthetic ? lightCurve.AsSynthetic() : lightCurve;
            }
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ProcessingLog> GetProcessingLogsAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        EntryParser<ProcessingLog> answer = await AskAsync(
            new ApiRequest(Routes.ProcessingLogs, ""),
            () => new EntryParser<ProcessingLog>(ResponseShape.List, ProcessingLogReader.Read),
            cancellationToken).ConfigureAwait(false);
        foreach (ProcessingLog log in answer.Entries)
        {
            yield return log with { Synthetic = answer.Synthetic };
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<CatalogMatch> MatchAsync(
        ObjectMatchRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        HashSet<long> asked = [.. request.Psids];
        if (asked.Count == 0)
        {
            yield break;
        }

        HashSet<string> names = [.. asked.Select(PsidName)];
        EntryParser<ExternalMatch> answer = await AskAsync(
            new ApiRequest(Routes.ObjectMatches, Count(asked.Count, "psid"), RequestWriter.Write(request)),
            () => new EntryParser<ExternalMatch>(ResponseShape.Named, ExternalMatchReader.Read, names),
            cancellationToken).ConfigureAwait(false);
        foreach (long psid in request.Psids.Distinct())
        {
            foreach (ExternalMatch source in answer[PsidName(psid)])
            {
                var match = CatalogMatch.Create(psid, request.Catalog, source.Row, zvarObject: null);
                yield return answer.Synthetic ? match.AsSynthetic() : match;
            }
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<CatalogMatch> MatchExternalAsync(
        ExternalMatchRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        HashSet<string> asked = [.. request.Ids];
        if (asked.Count == 0)
        {
            yield break;
        }

        EntryParser<ExternalMatch> answer = await AskAsync(
            new ApiRequest(Routes.ExternalMatches, Count(asked.Count, "id"), RequestWriter.Write(request)),
            () => new EntryParser<ExternalMatch>(ResponseShape.Named, ExternalMatchReader.Read, asked),
            cancellationToken).ConfigureAwait(false);
        foreach (string id in request.Ids.Distinct())
        {
            foreach (ExternalMatch source in answer[id])
            {
                foreach (CatalogMatch match in source.WithId(id).Match(request.Catalog))
                {
                    yield return answer.Synthetic ? match.AsSynthetic() : match;
                }
            }
        }
    }

    /// <summary>
    /// Stops what is under way, and closes the connections. A question asked afterwards is cancelled.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) == 1)
        {
            return;
        }

        // Its source holds nothing that wants disposing of, and late questions still look at its token.
        await _closing.CancelAsync().ConfigureAwait(false);
        _client.Dispose();
    }

    // A parser for each attempt: what a broken answer has left in one is not in the next.
    private async Task<TParser> AskAsync<TParser>(
        ApiRequest question, Func<TParser> makeParser, CancellationToken cancellationToken)
        where TParser : ResponseParser
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
        TParser? answer = await _client.AskAsync(
            question,
            async (body, token) =>
            {
                TParser parser = makeParser();
                await ResponsePipe.ReadAsync(body, parser, token).ConfigureAwait(false);
                parser.Synthetic = body.Synthetic;
                return parser;
            },
            either.Token).ConfigureAwait(false);
        return answer!;
    }

    private static T Asked<T>(T answered, Func<T, long> psidOf, HashSet<long> asked) => asked.Contains(psidOf(answered))
        ? answered
        : throw new JsonException($"it speaks of {psidOf(answered)}, which was not asked for");

    private static string PsidName(long psid) => psid.ToString(CultureInfo.InvariantCulture);

    private static string Count(int number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";
}
