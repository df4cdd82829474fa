using System.Globalization;
using System.Text.Json;

namespace Zvar.Tests.Http;

/// <summary>
/// Reads a photometry response the plain way, through a <see cref="JsonDocument"/>: what the fast reader is held to.
/// </summary>
internal static class PhotometryReference
{
    internal static readonly string[] Numbers =
        ["time", "mag", "magerr", "limmag", "flux", "fluxerr", "snr", "magzp", "mag_ref"];

    private static readonly string[] Integers = ["field", "ccd", "quad"];

    /// <summary>The rows of each star by time; null where the response is not what the API promises.</summary>
    internal static Dictionary<long, List<PhotometryRow>>? Read(byte[] json, PhotometryFormat format, long[] asked)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var stars = new Dictionary<long, List<PhotometryRow>>();
            HashSet<long> seen = [];
            foreach (JsonProperty star in Object(document.RootElement))
            {
                long psid = Psid.Parse(star.Name);
                if (!asked.Contains(psid) || !seen.Add(psid))
                {
                    return null;
                }

                if (star.Value.ValueKind == JsonValueKind.Null)
                {
                    continue;
                }

                IEnumerable<JsonElement> points =
                    star.Value.ValueKind == JsonValueKind.Object ? [star.Value] : star.Value.EnumerateArray();
                stars.Add(psid, [.. points.Select(point => Row(point, format)).OrderBy(row => row.Time)]);
            }

            return stars;
        }
        catch (Exception refusal) when (refusal is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    private static JsonElement.ObjectEnumerator Object(JsonElement element) => element.EnumerateObject();

    private static PhotometryRow Row(JsonElement point, PhotometryFormat format)
    {
        double[] numbers = [.. Numbers.Select(_ => double.NaN)];
        int[] integers = [0, 0, 0];
        string band = "";
        foreach (JsonProperty property in Object(point))
        {
            int number = Array.FindIndex(Numbers, name => property.NameEquals(name));
            int integer = Array.FindIndex(Integers, name => property.NameEquals(name));
            if (number >= 0)
            {
                numbers[number] = Number(property.Value);
            }
            else if (integer >= 0)
            {
                integers[integer] = Integer(property.Value);
            }
            else if (property.NameEquals("band"))
            {
                band = property.Value.ValueKind == JsonValueKind.Null ? "" : Text(property.Value);
            }
        }

        if (double.IsNaN(numbers[0]))
        {
            throw new FormatException("A point without a time.");
        }

        PhotometryRow row = format == PhotometryFormat.Flux
            ? PhotometryRow.FromFlux(numbers[0], numbers[4], numbers[5], numbers[7], numbers[8])
            : new PhotometryRow
            {
                Time = numbers[0],
                Mag = numbers[1],
                MagErr = numbers[2],
                LimitingMag = numbers[3],
                Flux = numbers[4],
                FluxErr = numbers[5],
                Snr = numbers[6],
                MagZeroPoint = numbers[7],
                ReferenceMag = numbers[8],
            };
        return row with { Band = band, Field = integers[0], Ccd = integers[1], Quad = integers[2] };
    }

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? value.GetString()!
        : throw new FormatException("Not a string.");

    private static double Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => double.NaN,
        JsonValueKind.Number when double.Parse(value.GetRawText(), CultureInfo.InvariantCulture) is var number
            && double.IsFinite(number) => number,
        _ => throw new FormatException("Not a number."),
    };

    private static int Integer(JsonElement value) => Number(value) switch
    {
        double.NaN => 0,
        var number when number == Math.Floor(number) && Math.Abs(number) <= int.MaxValue => (int)number,
        _ => throw new FormatException("Not a whole number."),
    };
}
