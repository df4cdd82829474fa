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
            PhotometryColumn column = PointField.Of(WireValue.ReadName(in reader, name));
            switch (column)
            {
                case PointField.Unknown:
                    WireValue.Pass(ref reader);
                    break;
                case PhotometryColumn.Band:
                    values.Row.Band = values.Bands.Share(WireValue.ReadBand(ref reader));
                    break;
                case > PointField.LastNumber:
                    values.Row.Integers[PointField.PlaceOf(column)] = WireValue.ReadInteger(ref reader);
                    break;
                default:
                    values.Row.Numbers[(int)column] = WireValue.ReadNumber(ref reader);
                    break;
            }
        }

        if (!values.HasTime)
        {
            throw new JsonException("a point has no time");
        }
    }
}
