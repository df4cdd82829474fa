using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Zvar.Tables;

// The columns of a row of another catalogue in one cell: as JSON, in which a number with a point or an exponent is a
// double, one without a whole number, null is NaN, and infinity a number that no double holds.
internal static class MatchRow
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static string Format(IReadOnlyDictionary<string, object> columns)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            foreach ((string name, object value) in columns)
            {
                json.WritePropertyName(name);
                Write(json, value);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    internal static Dictionary<string, object> Parse(string text)
    {
        var columns = new Dictionary<string, object>();
        using var json = JsonDocument.Parse(text);
        foreach (JsonProperty column in json.RootElement.EnumerateObject())
        {
            columns[column.Name] = column.Value.ValueKind switch
            {
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                JsonValueKind.Null => double.NaN,
                JsonValueKind.String => column.Value.GetString()!,
                _ when column.Value.GetRawText().AsSpan().IndexOfAny(".eE") < 0 => column.Value.GetInt64(),
                _ => double.Parse(column.Value.GetRawText(), CultureInfo.InvariantCulture),
            };
        }

        return columns;
    }

    private static void Write(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case long number:
                json.WriteNumberValue(number);
                break;
            case double.NaN:
                json.WriteNullValue();
                break;
            case double number:
                json.WriteRawValue(TextOf(number), skipInputValidation: true);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            default:
                json.WriteStringValue((string)value);
                break;
        }
    }

    private static string TextOf(double number)
    {
        if (double.IsInfinity(number))
        {
            return number > 0 ? "1e999" : "-1e999";
        }

        string text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().IndexOfAny(".E") < 0 ? text + ".0" : text;
    }
}
