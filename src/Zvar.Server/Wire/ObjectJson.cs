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
        json.WriteString(ServiceName.Psid, zvarObject.Psid.ToString(CultureInfo.InvariantCulture));
        json.WriteMeasured(ServiceName.Ra, zvarObject.Ra);
        json.WriteMeasured(ServiceName.Dec, zvarObject.Dec);
        if (zvarObject.ObjectType == ObjectType.Unknown)
        {
            json.WriteNull(ServiceName.ObjectType);
        }
        else
        {
            json.WriteNumber(ServiceName.ObjectType, (int)zvarObject.ObjectType);
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
        json.WriteNumber(ServiceName.Field, field);
        json.WriteNumber(ServiceName.Ccd, ccd);
        json.WriteNumber(ServiceName.Quad, quad);
        json.WriteString(ServiceName.Band, band);
    }

    private static void Write(Utf8JsonWriter json, Matchfile file)
    {
        json.WriteStartObject();
        json.WriteDetector(file.Field, file.Ccd, file.Quad, file.Band);
        json.WriteNumber(ServiceName.Exposures, file.Exposures);
        json.WriteNumber(ServiceName.Index, file.Index);
        json.WriteMeasured(ServiceName.Amplitude, file.Amplitude);
        json.WriteMeasured(ServiceName.MinMag, file.MinMag);
        json.WriteMeasured(ServiceName.MaxMag, file.MaxMag);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ZvarPeriod period)
    {
        json.WriteStartObject();
        json.WriteDetector(period.Field, period.Ccd, period.Quad, period.Band);
        json.WriteMeasured(ServiceName.Period, period.Period);
        json.WriteMeasured(ServiceName.Significance, period.Significance);
        json.WriteMeasured(ServiceName.StringLength, period.StringLength);
        json.WriteNumber(ServiceName.Bins, period.Bins);
        json.WriteEndObject();
    }
}
