using System.Text.Json;

using Zvar.Http;

namespace Zvar.Server;

/// <summary>
/// Reads the requests of the ZVAR API as a server gets them. Fields nobody knows are ignored; a field that may be left
/// out may also be null.
/// </summary>
/// <remarks>
/// Each method throws a <see cref="InvalidRequestException"/> that names every part that is wrong, the limits passed
/// among them.
/// </remarks>
public static class RequestReader
{
    private static readonly string[] DefaultBands = ["g", "r"];

    /// <summary>Reads the body of POST /cone_search.</summary>
    /// <param name="body">The body, JSON in UTF-8.</param>
    /// <param name="limits">What the source takes in one request.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static Task<ConeSearch> ReadConeSearchAsync(
        Stream body, SourceLimits limits, CancellationToken cancellationToken) =>
        ReadAsync(body, whole => ConeSearchReader.Read(whole, limits), cancellationToken);

    /// <summary>Reads the psid in the path of GET /object/{psid}.</summary>
    /// <param name="segment">The part of the path, unescaped.</param>
    public static long ReadPsid(string segment)
    {
        try
        {
            return Psid.Parse(segment);
        }
        catch (FormatException wrong)
        {
            throw new InvalidRequestException(
                [new ValidationError(["path", ServiceName.Psid], wrong.Message, "value_error")]);
        }
    }

    /// <summary>Reads the body of POST /objects.</summary>
    /// <inheritdoc cref="ReadConeSearchAsync"/>
    public static Task<IReadOnlyList<long>> ReadObjectsAsync(
        Stream body, SourceLimits limits, CancellationToken cancellationToken) =>
        ReadAsync(body, whole => ReadPsids(whole, limits.Objects), cancellationToken);

    /// <summary>Reads the body of POST /photometry: in g and r, and as mag, unless it says otherwise.</summary>
    /// <inheritdoc cref="ReadConeSearchAsync"/>
    public static Task<PhotometryRequest> ReadPhotometryAsync(
        Stream body, SourceLimits limits, CancellationToken cancellationToken) =>
        ReadAsync(
            body,
            whole => new PhotometryRequest(
                ReadPsids(whole, limits.LightCurves), ReadBands(whole), ReadFormat(whole)),
            cancellationToken);

    /// <summary>Reads the body of POST /xmatch: for the closest source unless it says otherwise.</summary>
    /// <inheritdoc cref="ReadConeSearchAsync"/>
    public static Task<ObjectMatchRequest> ReadObjectMatchAsync(
        Stream body, SourceLimits limits, CancellationToken cancellationToken) =>
        ReadAsync(
            body,
            whole => new ObjectMatchRequest(
                ReadPsids(whole, limits.Objects),
                ReadCatalog(whole),
                whole.Required(Fields.Radius)?.Radius(limits.ConeRadius) ?? 0,
                whole.Optional(Fields.Closest)?.Truth() ?? true),
            cancellationToken);

    /// <summary>Reads the body of POST /external_xmatch: for the closest object unless it says otherwise.</summary>
    /// <inheritdoc cref="ReadConeSearchAsync"/>
    public static Task<ExternalMatchRequest> ReadExternalMatchAsync(
        Stream body, SourceLimits limits, CancellationToken cancellationToken) =>
        ReadAsync(
            body,
            whole => new ExternalMatchRequest(
                [.. ReadIds(whole, limits.Objects).Distinct(StringComparer.Ordinal)],
                ReadCatalog(whole),
                whole.Required(Fields.Radius)?.Radius(limits.ConeRadius) ?? 0,
                whole.Optional(Fields.Closest)?.Truth() ?? true),
            cancellationToken);

    private static async Task<T> ReadAsync<T>(
        Stream body, Func<RequestField, T> read, CancellationToken cancellationToken)
    {
        using JsonDocument document = await ParseAsync(body, cancellationToken).ConfigureAwait(false);
        var problems = new List<ValidationError>();
        var whole = RequestField.Whole(document.RootElement, problems);
        if (whole.IsObject())
        {
            T request = read(whole);
            if (problems.Count == 0)
            {
                return request;
            }
        }

        throw new InvalidRequestException(problems);
    }

    private static async Task<JsonDocument> ParseAsync(Stream body, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (JsonException wrong)
        {
            string message = FormattableString.Invariant(
                $"JSON decode error in line {wrong.LineNumber + 1} at byte {wrong.BytePositionInLine + 1}");
            throw new InvalidRequestException([new ValidationError(["body"], message, "json_invalid")]);
        }
        catch (IOException broken) when (broken is not BadHttpRequestException)
        {
            // Kestrel says so of a chunk whose size is beyond all numbers.
            throw new BadHttpRequestException(broken.Message, broken);
        }
    }

    private static IReadOnlyList<long> ReadPsids(RequestField whole, int? limit) =>
    [
        .. (whole.Required(Fields.Psids)?.Items(limit) ?? [])
            .Select(item => item.Parse(item.Id(), Psid.Parse, 0))
            .Distinct(),
    ];

    private static IEnumerable<string> ReadIds(RequestField whole, int? limit) =>
        (whole.Required(Fields.Ids)?.Items(limit) ?? []).Select(item => item.Id() ?? "");

    private static string ReadCatalog(RequestField whole) => whole.Required(Fields.Catalog)?.Text() ?? "";

    private static string[] ReadBands(RequestField whole) =>
        whole.Optional(Fields.Bands) is { } bands
            ? [.. bands.Items(Band.All.Count).Select(band => band.Parse(band.Text(), Band.Parse, "")).Distinct()]
            : DefaultBands;

    private static PhotometryFormat ReadFormat(RequestField whole)
    {
        RequestField? format = whole.Optional(Fields.Format);
        switch (format?.Text())
        {
            case Fields.FormatFlux:
                return PhotometryFormat.Flux;
            case not null and not Fields.FormatMag:
                format.Refuse($"Input should be '{Fields.FormatMag}' or '{Fields.FormatFlux}'", "literal_error");
                break;
        }

        return PhotometryFormat.Mag;
    }
}
