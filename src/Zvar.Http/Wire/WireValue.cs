using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Zvar.Http;

// How the API writes single values. Each method reads the value of the field whose name the reader stands on.
internal static class WireValue
{
    internal const int LongestName = 32;

    // The name of the field the reader stands on, for a switch; empty where it is longer than any we know.
    internal static ReadOnlySpan<char> ReadName(in Utf8JsonReader reader, Span<char> room) =>
        reader.ValueSpan.Length <= room.Length ? room[..reader.CopyString(room)] : default;

    // A psid is a string since v0.2.1 and was an integer before; it never goes through a double.
    internal static long ReadPsid(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.String => Zvar.Psid.Parse(reader.GetString()!),
            JsonTokenType.Number => Zvar.Psid.Parse(Encoding.UTF8.GetString(reader.ValueSpan)),
            _ => throw Unexpected("a psid", ref reader),
        };
    }

    // An id of another catalogue, as a string or as digits.
    internal static string ReadId(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString()!,
            JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
            JsonTokenType.Null => "",
            _ => throw Unexpected("an id", ref reader),
        };
    }

    // A measurement: NaN where it is null.
    internal static double ReadNumber(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.Number => GetFinite(ref reader),
            JsonTokenType.Null => double.NaN,
            _ => throw Unexpected("a number", ref reader),
        };
    }

    // A count or a code: 0 where it is null. A whole number may be written as 648.0.
    internal static int ReadInteger(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.Number when reader.TryGetInt32(out int number) => number,
            JsonTokenType.Number when GetFinite(ref reader) is var number && (int)number == number => (int)number,
            JsonTokenType.Null => 0,
            _ => throw Unexpected("a whole number", ref reader),
        };
    }

    // A band's name; the same few strings over and over.
    internal static string ReadBand(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.String when reader.ValueTextEquals("g"u8) => "g",
            JsonTokenType.String when reader.ValueTextEquals("r"u8) => "r",
            JsonTokenType.String when reader.ValueTextEquals("i"u8) => "i",
            JsonTokenType.String => reader.GetString()!,
            JsonTokenType.Null => "",
            _ => throw Unexpected("a band", ref reader),
        };
    }

    // A column of somebody's catalogue, whatever it is. A nested value is kept as its JSON.
    internal static object ReadAny(ref Utf8JsonReader reader)
    {
        reader.Read();
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString()!;
            case JsonTokenType.Number when reader.TryGetInt64(out long whole):
                return whole;
            case JsonTokenType.Number:
                // A whole number too long for a long is an id, and a double would round it.
                string digits = Encoding.UTF8.GetString(reader.ValueSpan);
                return digits.AsSpan().ContainsAny('.', 'e', 'E') ? GetFinite(ref reader) : digits;
            case JsonTokenType.Null:
                return double.NaN;
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            default:
                using (var json = JsonDocument.ParseValue(ref reader))
                {
                    return json.RootElement.GetRawText();
                }
        }
    }

    // NaN is a position that is not known; anything else has to be on the sphere.
    internal static void CheckPosition(double ra, double dec)
    {
        if (ra is < 0 or > 360 || dec is < -90 or > 90)
        {
            throw new JsonException(string.Create(
                CultureInfo.InvariantCulture, $"ra {ra}, dec {dec} is no position on the sky"));
        }
    }

    // Goes over a value that has no meaning here.
    internal static void Pass(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    internal static JsonException Unexpected(string what, ref Utf8JsonReader reader) =>
        new($"{what} was expected, not {reader.TokenType}");

    private static double GetFinite(ref Utf8JsonReader reader)
    {
        double number = reader.GetDouble();
        return double.IsFinite(number)
            ? number
            : throw new JsonException($"the number {Encoding.UTF8.GetString(reader.ValueSpan)} is out of range");
    }
}
