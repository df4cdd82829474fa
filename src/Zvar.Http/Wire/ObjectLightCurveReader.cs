using System.Text.Json;

namespace Zvar.Http;

// Reads one object with its photometry inside, in magnitudes.
internal static class ObjectLightCurveReader
{
    internal static LightCurve Read(ref Utf8JsonReader reader)
    {
        Utf8JsonReader again = reader;
        ZvarObject zvarObject = ObjectReader.Read(ref reader);
        var lightCurve = new LightCurveBuilder(zvarObject.Psid);
        var values = new PointValues();
        while (again.Read() && again.TokenType == JsonTokenType.PropertyName)
        {
            if (again.ValueTextEquals(Fields.Photometry))
            {
                EntryList.Read(ref again, (ref Utf8JsonReader point) =>
                {
                    PointReader.Read(ref point, values);
                    values.AddTo(lightCurve, PhotometryFormat.Mag);
                    return lightCurve.Count;
                });
            }
            else
            {
                WireValue.Pass(ref again);
            }
        }

        return lightCurve.Build().Of(zvarObject, targetName: null);
    }
}
