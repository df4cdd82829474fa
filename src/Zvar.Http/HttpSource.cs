using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Zvar.Http;

/// <summary>
/// The ZVAR service behind <see cref="IZvarSource"/>: each call is one request, repeated while it fails in passing.
/// What its response holds is given when all of it has come and has been checked, or not at all; but each light curve
/// as soon as it is whole.
/// </summary>
public sealed class HttpSource : IZvarSource
{
    private readonly Uri _address;
    private readonly ServiceClient _client;
    private readonly Exchange _exchange;
    private readonly CancellationTokenSource _closing = new();
    private int _isClosed;

    /// <summary>Makes a source; nothing is sent before the first call.</summary>
    /// <param name="options">Where the service is, who calls it, and with what timeouts and retries.</param>
    /// <exception cref="ArgumentException">
    /// The address is not plain http or https, a number or a time is out of range, or the user name has a colon.
    /// </exception>
    public HttpSource(HttpSourceOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        _address = options.BaseAddress;
        _client = new ServiceClient(options);
        _exchange = new Exchange(options, _client);
    }

    /// <inheritdoc/>
    public string Description => $"the ZVAR service at {_address}";

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
        EntryParser<ZvarObject> response = await SendAsync(
            new ApiRequest(Routes.ConeSearch, Count(rows.Count, "position"), () => RequestWriter.Write(search)),
            () => new EntryParser<ZvarObject>(ResponseShape.Named, ObjectReader.Read, rows),
            cancellationToken).ConfigureAwait(false);
        for (int row = 0; row < search.Targets.Count; row++)
        {
            ConeTarget target = search.Targets[row];
            IEnumerable<ZvarObject> found = response[RequestWriter.RowName(row)].Select(zvarObject => zvarObject with
            {
                TargetName = target.Name,
                Separation = target.Position.SeparationTo(zvarObject.GetPosition()),
            });
            foreach (ZvarObject zvarObject in found.OrderBy(zvarObject => zvarObject.Separation))
            {
                yield return new ConeResult(row, response.Synthetic ? zvarObject.AsSynthetic() : zvarObject);
            }
        }
    }

    /// <inheritdoc/>
    public async Task<LightCurve?> GetObjectWithPhotometryAsync(long psid, CancellationToken cancellationToken)
    {
        string path = string.Create(CultureInfo.InvariantCulture, $"{Routes.Object}/{psid}");
        EntryParser<LightCurve>? response = await TrySendAsync(
            new ApiRequest(path) { MayBeAbsent = true },
            () => new EntryParser<LightCurve>(
                ResponseShape.Single, OnlyOf([psid], ObjectLightCurveReader.Read, found => found.Psid)),
            cancellationToken).ConfigureAwait(false);
        return response is { Synthetic: true } ? response.Entries[0].AsSynthetic() : response?.Entries[0];
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ZvarObject> GetObjectsAsync(
        IReadOnlyList<long> psids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(psids);
        HashSet<long> requested = [.. psids];
        if (requested.Count == 0)
        {
            yield break;
        }

        EntryParser<ZvarObject> response = await SendAsync(
            new ApiRequest(Routes.Objects, Count(requested.Count, "psid"), () => RequestWriter.Write(psids)),
            () => new EntryParser<ZvarObject>(
                ResponseShape.List, OnlyOf(requested, ObjectReader.Read, found => found.Psid)),
            cancellationToken).ConfigureAwait(false);
        ILookup<long, ZvarObject> found = response.Entries.ToLookup(zvarObject => zvarObject.Psid);
        foreach (long psid in psids.Distinct())
        {
            if (found[psid].FirstOrDefault() is { } zvarObject)
            {
                yield return response.Synthetic ? zvarObject.AsSynthetic() : zvarObject;
            }
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<LightCurve> GetLightCurvesAsync(
        PhotometryRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        HashSet<long> requested = [.. request.Psids];
        if (requested.Count == 0)
        {
            yield break;
        }

        ParserWarmUp.Start();
        var lightCurves = new LightCurveStream(request);
        var call = new ApiRequest(Routes.Photometry, Count(requested.Count, "psid"), lightCurves.WriteRequest);
        await foreach (LightCurve lightCurve in lightCurves
            .ReadAllAsync(token => RunAsync(call, lightCurves.ReadResponseAsync, token), cancellationToken)
            .ConfigureAwait(false))
        {
            yield return lightCurve;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ProcessingLog> GetProcessingLogsAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        EntryParser<ProcessingLog> response = await SendAsync(
            new ApiRequest(Routes.ProcessingLogs),
            () => new EntryParser<ProcessingLog>(ResponseShape.List, ProcessingLogReader.Read),
            cancellationToken).ConfigureAwait(false);
        foreach (ProcessingLog log in response.Entries)
        {
            yield return log with { Synthetic = response.Synthetic };
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<CatalogMatch> MatchAsync(
        ObjectMatchRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        HashSet<long> requested = [.. request.Psids];
        if (requested.Count == 0)
        {
            yield break;
        }

        HashSet<string> names = [.. requested.Select(PsidName)];
        EntryParser<ExternalMatch> response = await SendAsync(
            new ApiRequest(Routes.ObjectMatches, Count(requested.Count, "psid"), () => RequestWriter.Write(request)),
            () => new EntryParser<ExternalMatch>(ResponseShape.Named, new ExternalMatchReader().Read, names),
            cancellationToken).ConfigureAwait(false);
        foreach (long psid in request.Psids.Distinct())
        {
            foreach (ExternalMatch found in response[PsidName(psid)])
            {
                var match = CatalogMatch.Create(psid, request.Catalog, found.Row, zvarObject: null);
                yield return response.Synthetic ? match.AsSynthetic() : match;
            }
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<CatalogMatch> MatchExternalAsync(
        ExternalMatchRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        HashSet<string> requested = [.. request.Ids];
        if (requested.Count == 0)
        {
            yield break;
        }

        EntryParser<ExternalMatch> response = await SendAsync(
            new ApiRequest(Routes.ExternalMatches, Count(requested.Count, "id"), () => RequestWriter.Write(request)),
            () => new EntryParser<ExternalMatch>(ResponseShape.Named, new ExternalMatchReader().Read, requested),
            cancellationToken).ConfigureAwait(false);
        foreach (string id in request.Ids.Distinct())
        {
            foreach (ExternalMatch found in response[id])
            {
                foreach (CatalogMatch match in found.WithId(id).Match(request.Catalog))
                {
                    yield return response.Synthetic ? match.AsSynthetic() : match;
                }
            }
        }
    }

    /// <summary>
    /// Cancels what is under way, and closes the connections. A call made afterwards is an
    /// <see cref="ObjectDisposedException"/>.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) == 1)
        {
            return;
        }

        // Its source holds nothing that wants disposing of, and late calls still look at its token.
        await _closing.CancelAsync().ConfigureAwait(false);
        _client.Dispose();
    }

    // A parser for each attempt: what a broken response has left in one is not in the next. Null where the request may
    // be about something absent and it is.
    private Task<TParser?> TrySendAsync<TParser>(
        ApiRequest request, Func<TParser> makeParser, CancellationToken cancellationToken)
        where TParser : ResponseParser => RunAsync(
            request,
            async (body, token) =>
            {
                TParser parser = makeParser();
                parser.Synthetic = body.Synthetic;
                await ResponsePipe.ReadAsync(body, parser, token).ConfigureAwait(false);
                return parser;
            },
            cancellationToken);

    private async Task<TParser> SendAsync<TParser>(
        ApiRequest request, Func<TParser> makeParser, CancellationToken cancellationToken)
        where TParser : ResponseParser =>
        (await TrySendAsync(request, makeParser, cancellationToken).ConfigureAwait(false))!;

    // Whoever cancels finds his own token in the exception.
    private async Task<T?> RunAsync<T>(
        ApiRequest request, ResponseReader<T> read, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isClosed == 1, this);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
        try
        {
            return await _exchange.RunAsync(request, read, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    // Reads entries, and refuses those that were not asked for.
    private static EntryReader<T> OnlyOf<T>(HashSet<long> psids, EntryReader<T> read, Func<T, long> psidOf) =>
        (ref Utf8JsonReader reader) =>
        {
            T entry = read(ref reader);
            return psids.Contains(psidOf(entry))
                ? entry
                : throw new JsonException($"it speaks of {psidOf(entry)}, which was not asked for");
        };

    private static string PsidName(long psid) => psid.ToString(CultureInfo.InvariantCulture);

    private static string Count(int number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";
}
