using System.Globalization;
using System.Text.Json;

using Zvar.Http;

namespace Zvar.Server;

// A ZVAR object with its match files and periods. What was not measured is null.
internal static class ObjectJson
{
    internal static void Write(Utf8JsonWriter json, ZvarObject zvarObject)
    {
        json.WriteStartObject();
        WriteFields(json, zvarObject);
        json.WriteEndObject();
    }

    internal static void WriteFields(Utf8JsonWriter json, ZvarObject zvarObject)
    {
        json.WriteString(Fields.Psid, zvarObject.Psid.ToString(CultureInfo.InvariantCulture));
        json.WriteMeasured(Fields.Ra, zvarObject.Ra);
        json.WriteMeasured(Fields.Dec, zvarObject.Dec);
        if (zvarObject.ObjectType == ObjectType.Unknown)
        {
            json.WriteNull(Fields.ObjectType);
        }
        else
        {
            json.WriteNumber(Fields.ObjectType, (int)zvarObject.ObjectType);
        }

        json.WriteStartArray(Fields.Matchfiles);
        foreach (Matchfile file in zvarObject.Matchfiles)
        {
            Write(json, file);
        }

        json.WriteEndArray();
        json.WriteStartArray(Fields.Periods);
        foreach (ZvarPeriod period in zvarObject.Periods)
        {
            Write(json, period);
        }

        json.WriteEndArray();
    }

    internal static void WriteMeasured(this Utf8JsonWriter json, string field, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumber(field, value);
        }
        else
        {
            json.WriteNull(field);
        }
    }

    internal static void WriteDetector(this Utf8JsonWriter json, int field, int ccd, int quad, string band)
    {
        json.WriteNumber(Fields.Field, field);
        json.WriteNumber(Fields.Ccd, ccd);
        json.WriteNumber(Fields.Quad, quad);
        json.WriteString(Fields.Band, band);
    }

    private static void Write(Utf8JsonWriter json, Matchfile file)
    {
        json.WriteStartObject();
        json.WriteDetector(file.Field, file.Ccd, file.Quad, file.Band);
        json.WriteNumber(Fields.Exposures, file.Exposures);
        json.WriteNumber(Fields.Index, file.Index);
        json.WriteMeasured(Fields.Amplitude, file.Amplitude);
        json.WriteMeasured(Fields.MinMag, file.MinMag);
        json.WriteMeasured(Fields.MaxMag, file.MaxMag);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ZvarPeriod period)
    {
        json.WriteStartObject();
        json.WriteDetector(period.Field, period.Ccd, period.Quad, period.Band);
        json.WriteMeasured(Fields.Period, period.Period);
        json.WriteMeasured(Fields.Significance, period.Significance);
        json.WriteMeasured(Fields.StringLength, period.StringLength);
        json.WriteNumber(Fields.Bins, period.Bins);
        json.WriteEndObject();
    }
}
