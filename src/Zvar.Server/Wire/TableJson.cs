using System.Text.Json;

namespace Zvar.Server;

// Rows whose columns are somebody else's: sources of other catalogues, and processing logs.
internal static class TableJson
{
    // The fields of a source, without the braces, so that its matches can follow.
    internal static void WriteSource(Utf8JsonWriter json, CatalogMatch source)
    {
        json.WriteString(ServiceName.Id, source.Id);
        json.WriteMeasured(ServiceName.Ra, source.CatalogRa);
        json.WriteMeasured(ServiceName.Dec, source.CatalogDec);
        WriteColumns(json, source.GetRow());
    }

    internal static void Write(Utf8JsonWriter json, ProcessingLog log)
    {
        json.WriteStartObject();
        json.WriteDetector(log.Field, log.Ccd, log.Quad, log.Band);
        WriteColumns(json, log.GetColumns());
        json.WriteEndObject();
    }

    private static void WriteColumns(Utf8JsonWriter json, IReadOnlyDictionary<string, object> columns)
    {
        foreach ((string name, object value) in columns)
        {
            switch (value)
            {
                case long number:
                    json.WriteNumber(name, number);
                    break;
                case double number:
                    json.WriteMeasured(name, number);
                    break;
                case bool truth:
                    json.WriteBoolean(name, truth);
                    break;
                case string text:
                    json.WriteString(name, text);
                    break;
                default:
                    throw new NotSupportedException(
                        $"The column '{name}' holds a {value.GetType()}: columns are long, double, bool or string.");
            }
        }
    }
}
