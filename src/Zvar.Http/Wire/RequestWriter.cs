using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Zvar.Http;

// Writes the bodies of requests. Psids go as strings, which no JSON library on the way can round.
internal static class RequestWriter
{
    // Positions go under their row numbers: the user's names may repeat.
    internal static ReadOnlyMemory<byte> Write(ConeSearch search) => WriteBody(json =>
    {
        json.WriteStartArray(Fields.Positions);
        for (int row = 0; row < search.Targets.Count; row++)
        {
            ConeTarget target = search.Targets[row];
            json.WriteStartObject();
            json.WriteString(Fields.Name, RowName(row));
            json.WriteNumber(ServiceName.Ra, target.Position.Ra);
            json.WriteNumber(ServiceName.Dec, target.Position.Dec);
            json.WriteNumber(Fields.Radius, target.Radius);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Write(json, search.Filter);
    });

    internal static string RowName(int row) => row.ToString(CultureInfo.InvariantCulture);

    internal static ReadOnlyMemory<byte> Write(IReadOnlyList<long> psids) =>
        WriteBody(json => WritePsids(json, psids));

    internal static ReadOnlyMemory<byte> Write(PhotometryRequest request) => WriteBody(json =>
    {
        WritePsids(json, request.Psids);
        WriteList(json, Fields.Bands, request.Bands);
        json.WriteString(
            Fields.Format, request.Format == PhotometryFormat.Flux ? Fields.FormatFlux : Fields.FormatMag);
    });

    internal static ReadOnlyMemory<byte> Write(ObjectMatchRequest request) => WriteBody(json =>
    {
        WritePsids(json, request.Psids);
        WriteMatch(json, request.Catalog, request.Radius, request.ClosestOnly);
    });

    internal static ReadOnlyMemory<byte> Write(ExternalMatchRequest request) => WriteBody(json =>
    {
        WriteList(json, Fields.Ids, request.Ids.Distinct());
        WriteMatch(json, request.Catalog, request.Radius, request.ClosestOnly);
    });

    private static void Write(Utf8JsonWriter json, ConeFilter filter)
    {
        WriteLimit(json, ServiceName.ObjectType, (int?)filter.ObjectType);
        WriteLimit(json, Fields.MinPeriod, filter.MinPeriod);
        WriteLimit(json, Fields.MaxPeriod, filter.MaxPeriod);
        WriteLimit(json, Fields.MinSignificance, filter.MinSignificance);
        WriteLimit(json, Fields.MinExposures, filter.MinExposures);
        WriteLimit(json, Fields.MinAmplitude, filter.MinAmplitude);
        WriteLimit(json, Fields.MaxAmplitude, filter.MaxAmplitude);
        WriteLimit(json, ServiceName.MinMag, filter.MinMag);
        WriteLimit(json, ServiceName.MaxMag, filter.MaxMag);
    }

    private static void WriteLimit(Utf8JsonWriter json, string name, double? limit)
    {
        if (limit is { } value)
        {
            json.WriteNumber(name, value);
        }
    }

    private static void WriteMatch(Utf8JsonWriter json, string catalog, double radius, bool closest)
    {
        json.WriteString(Fields.Catalog, catalog);
        json.WriteNumber(Fields.Radius, radius);
        json.WriteBoolean(Fields.Closest, closest);
    }

    private static void WritePsids(Utf8JsonWriter json, IReadOnlyList<long> psids) => WriteList(
        json, Fields.Psids, psids.Distinct().Select(psid => psid.ToString(CultureInfo.InvariantCulture)));

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static ReadOnlyMemory<byte> WriteBody(Action<Utf8JsonWriter> write)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return body.WrittenMemory;
    }
}
