using System.Globalization;
using System.IO.Pipelines;

using Zvar.Http;

namespace Zvar.Server;

/// <summary>
/// Writes the answers of the ZVAR API as a server sends them: straight into a pipe, flushed as they grow, a flush
/// waiting for the pipe's reader to have room.
/// </summary>
/// <remarks>
/// Nothing is written before the source has given the first item or has said that there is none: a source that fails
/// at once leaves the pipe untouched. The floats are the shortest text that reads back as the same number; what was not
/// measured is null. Each method throws what the source throws, and an <see cref="OperationCanceledException"/> when
/// the pipe's reader has gone.
/// </remarks>
public static class ResponseWriter
{
    /// <summary>
    /// Answers POST /cone_search: the name of each position, in the order asked, with a list of objects.
    /// </summary>
    /// <param name="output">Where to write; left open.</param>
    /// <param name="search">What was asked; its names differ.</param>
    /// <param name="found">The objects, in the order asked.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    public static Task WriteConesAsync(
        PipeWriter output, ConeSearch search, IAsyncEnumerable<ConeResult> found, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(search);
        return ResponseShapes.WriteListsAsync(
            output,
            search.Targets.Select(target => target.Name ?? ""),
            found,
            result => search.Targets[result.Target].Name ?? "",
            (json, result) => ObjectJson.Write(json, result.Object),
            cancellationToken);
    }

    /// <summary>Answers GET /object/{psid}: an object with its photometry inside.</summary>
    /// <param name="output">Where to write; left open.</param>
    /// <param name="lightCurve">Its light curve, with the object it belongs to.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    public static async Task WriteObjectAsync(
        PipeWriter output, LightCurve lightCurve, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lightCurve);
        ZvarObject zvarObject = Known(lightCurve.Object, lightCurve.Psid);
        var answer = new ResponseStream(output);
        await using (answer.ConfigureAwait(false))
        {
            answer.Json.WriteStartObject();
            ObjectJson.WriteFields(answer.Json, zvarObject);
            answer.Json.WritePropertyName(Fields.Photometry);
            await PhotometryJson.WriteAsync(answer, lightCurve, PhotometryFormat.Mag, cancellationToken)
                .ConfigureAwait(false);
            answer.Json.WriteEndObject();
            await answer.SendAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Answers POST /objects: a list of objects.</summary>
    /// <param name="output">Where to write; left open.</param>
    /// <param name="objects">The objects.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    public static Task WriteObjectsAsync(
        PipeWriter output, IAsyncEnumerable<ZvarObject> objects, CancellationToken cancellationToken) =>
        ResponseShapes.WriteListAsync(output, objects, ObjectJson.Write, cancellationToken);

    /// <summary>Answers POST /photometry: the psid of each light curve with a list of points.</summary>
    /// <param name="output">Where to write; left open.</param>
    /// <param name="lightCurves">The light curves.</param>
    /// <param name="format">The fields of a point.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    public static Task WritePhotometryAsync(
        PipeWriter output,
        IAsyncEnumerable<LightCurve> lightCurves,
        PhotometryFormat format,
        CancellationToken cancellationToken) =>
        ResponseShapes.WriteObjectAsync(
            output,
            lightCurves,
            async (answer, curves) =>
            {
                for (; curves.HasItem; await curves.MoveAsync().ConfigureAwait(false))
                {
                    answer.Json.WritePropertyName(ToText(curves.Item.Psid));
                    await PhotometryJson.WriteAsync(answer, curves.Item, format, cancellationToken)
                        .ConfigureAwait(false);
                }
            },
            cancellationToken);

    /// <summary>Answers GET /processing_logs: a list of logs with all their columns.</summary>
    /// <param name="output">Where to write; left open.</param>
    /// <param name="logs">The logs.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    public static Task WriteProcessingLogsAsync(
        PipeWriter output, IAsyncEnumerable<ProcessingLog> logs, CancellationToken cancellationToken) =>
        ResponseShapes.WriteListAsync(output, logs, TableJson.Write, cancellationToken);

    /// <summary>
    /// Answers POST /xmatch: each psid, in the order asked, with a list of the catalogue's rows; the list is empty
    /// where there is no match, and of one row where the closest was asked for.
    /// </summary>
    /// <param name="output">Where to write; left open.</param>
    /// <param name="request">What was asked; its psids differ.</param>
    /// <param name="matches">The matches, in the order asked.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    public static Task WriteObjectMatchesAsync(
        PipeWriter output,
        ObjectMatchRequest request,
        IAsyncEnumerable<CatalogMatch> matches,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ResponseShapes.WriteListsAsync(
            output,
            request.Psids.Select(ToText),
            matches,
            match => ToText(match.Psid),
            (json, match) =>
            {
                json.WriteStartObject();
                TableJson.WriteSource(json, match);
                json.WriteEndObject();
            },
            cancellationToken);
    }

    /// <summary>
    /// Answers POST /external_xmatch: the id of each source the catalogue has, with its row and its matches, the list
    /// of objects near it, nearest first.
    /// </summary>
    /// <param name="output">Where to write; left open.</param>
    /// <param name="matches">The matches with their objects, those of a source together.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    public static Task WriteExternalMatchesAsync(
        PipeWriter output, IAsyncEnumerable<CatalogMatch> matches, CancellationToken cancellationToken) =>
        ResponseShapes.WriteObjectAsync(
            output,
            matches,
            async (answer, pairs) =>
            {
                while (pairs.HasItem)
                {
                    string id = pairs.Item.Id ?? "";
                    answer.Json.WriteStartObject(id);
                    TableJson.WriteSource(answer.Json, pairs.Item);
                    answer.Json.WriteStartArray(Fields.ObjectMatches);
                    for (; pairs.HasItem && pairs.Item.Id == id; await pairs.MoveAsync().ConfigureAwait(false))
                    {
                        if (pairs.Item.Psid != 0)
                        {
                            ObjectJson.Write(answer.Json, Known(pairs.Item.Object, pairs.Item.Psid));
                        }
                    }

                    answer.Json.WriteEndArray();
                    answer.Json.WriteEndObject();
                    await answer.SendWhenFullAsync(cancellationToken).ConfigureAwait(false);
                }
            },
            cancellationToken);

    private static string ToText(long psid) => psid.ToString(CultureInfo.InvariantCulture);

    private static ZvarObject Known(ZvarObject? zvarObject, long psid) => zvarObject ?? throw new ZvarException(
        ZvarError.InvalidResponse, $"The source named the object {psid} without saying what it is.");
}
