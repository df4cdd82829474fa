using System.Text.Json;
using System.Text.Json.Serialization;

namespace Zvar.Tables;

// A list in one cell of a table of text: JSON, as the enhanced CSV has it. There NaN is no number, and null stands for
// it.
internal static class ListText
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new NullForNaN() } };

    internal static string Format(Array list) => JsonSerializer.Serialize(list, list.GetType(), Options);

    // Python writes words for these, which JSON has not.
    internal static T[] Parse<T>(string text) => JsonSerializer.Deserialize<T[]>(
        typeof(T) == typeof(double)
            ? text.Replace("NaN", "null", StringComparison.Ordinal)
                .Replace("-Infinity", "\"-inf\"", StringComparison.Ordinal)
                .Replace("Infinity", "\"inf\"", StringComparison.Ordinal)
            : text,
        Options) ?? [];

    private sealed class NullForNaN : JsonConverter<double>
    {
        public override bool HandleNull => true;

        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType switch
            {
                JsonTokenType.Null => double.NaN,
                JsonTokenType.String => RealParser.Parse(reader.GetString() is { Length: > 0 } text ? text : "nan"),
                _ => reader.GetDouble(),
            };

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            if (double.IsFinite(value))
            {
                writer.WriteNumberValue(value);
            }
            else if (double.IsNaN(value))
            {
                writer.WriteNullValue();
            }
            else
            {
                writer.WriteStringValue(value > 0 ? "inf" : "-inf");
            }
        }
    }
}
