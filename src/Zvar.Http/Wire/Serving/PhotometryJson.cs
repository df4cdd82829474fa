using System.Text.Json;

namespace Zvar.Http;

// The points of a light curve, in either format. What was not measured is null.
internal static class PhotometryJson
{
    internal static async ValueTask WriteAsync(
        AnswerStream answer, LightCurve lightCurve, PhotometryFormat format, CancellationToken cancellationToken)
    {
        Utf8JsonWriter json = answer.Json;
        json.WriteStartArray();
        for (int i = 0; i < lightCurve.Points; i++)
        {
            json.WriteStartObject();
            if (format == PhotometryFormat.Flux)
            {
                WriteFlux(json, lightCurve, i);
            }
            else
            {
                WriteMag(json, lightCurve, i);
            }

            json.WriteEndObject();
            await answer.SendWhenFullAsync(cancellationToken).ConfigureAwait(false);
        }

        json.WriteEndArray();
    }

    private static void WriteMag(Utf8JsonWriter json, LightCurve lightCurve, int i)
    {
        json.WriteMeasured(Fields.Time, lightCurve.Time[i]);
        json.WriteMeasured(Fields.Mag, lightCurve.Mag[i]);
        json.WriteMeasured(Fields.MagErr, lightCurve.MagErr[i]);
        json.WriteMeasured(Fields.LimitingMag, lightCurve.LimitingMag[i]);
        json.WriteMeasured(Fields.Flux, lightCurve.Flux[i]);
        json.WriteMeasured(Fields.FluxErr, lightCurve.FluxErr[i]);
        json.WriteMeasured(Fields.Snr, lightCurve.Snr[i]);
        WriteDetector(json, lightCurve, i);
    }

    private static void WriteFlux(Utf8JsonWriter json, LightCurve lightCurve, int i)
    {
        json.WriteMeasured(Fields.Time, lightCurve.Time[i]);
        json.WriteMeasured(Fields.Flux, lightCurve.Flux[i]);
        json.WriteMeasured(Fields.FluxErr, lightCurve.FluxErr[i]);
        json.WriteMeasured(Fields.Snr, lightCurve.Flux[i] / lightCurve.FluxErr[i]);
        WriteDetector(json, lightCurve, i);
        json.WriteMeasured(Fields.MagZeroPoint, lightCurve.MagZeroPoint[i]);
        json.WriteMeasured(Fields.ReferenceMag, lightCurve.ReferenceMag[i]);
    }

    private static void WriteDetector(Utf8JsonWriter json, LightCurve lightCurve, int i)
    {
        json.WriteString(Fields.Band, lightCurve.Band[i]);
        json.WriteNumber(Fields.Field, lightCurve.Field[i]);
        json.WriteNumber(Fields.Ccd, lightCurve.Ccd[i]);
        json.WriteNumber(Fields.Quad, lightCurve.Quad[i]);
    }
}
