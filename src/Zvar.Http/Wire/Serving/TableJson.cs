using System.Text.Json;

namespace Zvar.Http;

// Rows whose columns are somebody else's: sources of other catalogues, and processing logs.
internal static class TableJson
{
    // The fields of a source, without the braces, so that its matches can follow.
    internal static void WriteSource(Utf8JsonWriter json, CatalogMatch source)
    {
        json.WriteString(Fields.Id, source.Id);
        json.WriteMeasured(Fields.Ra, source.CatalogRa);
        json.WriteMeasured(Fields.Dec, source.CatalogDec);
        if (source is GaiaMatch gaia)
        {
            WriteGaia(json, gaia);
        }

        WriteColumns(json, source);
    }

    internal static void Write(Utf8JsonWriter json, ProcessingLog log)
    {
        json.WriteStartObject();
        json.WriteDetector(log.Field, log.Ccd, log.Quad, log.Band);
        WriteColumns(json, log);
        json.WriteEndObject();
    }

    private static void WriteGaia(Utf8JsonWriter json, GaiaMatch gaia)
    {
        json.WriteMeasured("phot_g_mean_mag", gaia.PhotGMeanMag);
        json.WriteMeasured("phot_bp_mean_mag", gaia.PhotBpMeanMag);
        json.WriteMeasured("phot_rp_mean_mag", gaia.PhotRpMeanMag);
        json.WriteMeasured("parallax", gaia.Parallax);
        json.WriteMeasured("parallax_error", gaia.ParallaxError);
        json.WriteMeasured("pm", gaia.Pm);
        json.WriteMeasured("pmra", gaia.PmRa);
        json.WriteMeasured("pmra_error", gaia.PmRaError);
        json.WriteMeasured("pmdec", gaia.PmDec);
        json.WriteMeasured("pmdec_error", gaia.PmDecError);
    }

    private static void WriteColumns(Utf8JsonWriter json, IHasColumns row)
    {
        foreach ((string name, object value) in row.GetColumns())
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
