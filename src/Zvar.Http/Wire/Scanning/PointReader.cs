using System.Text.Json;

namespace Zvar.Http;

// Reads a point whatever its layout: the way that is always right, if not the fastest.
internal static class PointReader
{
    // From the opening brace to the closing one.
    internal static void Read(ref Utf8JsonReader reader, PointValues values)
    {
        values.Clear();
        Span<char> name = stackalloc char[WireValue.LongestName];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            PointField field = FieldOf(WireValue.ReadName(in reader, name));
            switch (field)
            {
                case PointField.Unknown:
                    WireValue.Pass(ref reader);
                    break;
                case PointField.Band:
                    values.Band = WireValue.ReadBand(ref reader);
                    break;
                case >= PointField.Field:
                    values.Integers[field - PointField.Field] = WireValue.ReadInteger(ref reader);
                    break;
                default:
                    values.Numbers[(int)field] = WireValue.ReadNumber(ref reader);
                    break;
            }
        }

        if (double.IsNaN(values.Numbers[(int)PointField.Time]))
        {
            throw new JsonException("a point has no time");
        }
    }

    internal static PointField FieldOf(ReadOnlySpan<char> name) => name switch
    {
        Fields.Time => PointField.Time,
        Fields.Mag => PointField.Mag,
        Fields.MagErr => PointField.MagErr,
        Fields.LimitingMag => PointField.LimitingMag,
        Fields.Flux => PointField.Flux,
        Fields.FluxErr => PointField.FluxErr,
        Fields.Snr => PointField.Snr,
        Fields.MagZeroPoint => PointField.MagZeroPoint,
        Fields.ReferenceMag => PointField.ReferenceMag,
        Fields.Field => PointField.Field,
        Fields.Ccd => PointField.Ccd,
        Fields.Quad => PointField.Quad,
        Fields.Band => PointField.Band,
        _ => PointField.Unknown,
    };
}
