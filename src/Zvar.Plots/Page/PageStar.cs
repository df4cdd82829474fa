using System.Text.Json;

namespace Zvar.Plots;

// A star of a page: what the page knows of all its stars at once, which is its light curve without the exposures, and
// the rest of it, packed.
internal sealed record PageStar(LightCurve Unmeasured, byte[] Packed)
{
    // Its place in the colour-magnitude diagram is known of all stars at once: each is seen among the others.
    internal GaiaMatch? Gaia { get; init; }

    internal string Title => ObjectTitle.Of(Unmeasured);

    internal static PageStar Of(LightCurve curve, Action<Utf8JsonWriter, PageColumns> write) =>
        new(curve.Where(_ => false), Pack(write));

    internal void WriteEntry(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("psid", ObjectTitle.PsidOf(Unmeasured));
        json.WriteString("title", Title);
        json.WriteString("targetName", Unmeasured.TargetName);
        json.WriteBoolean("synthetic", Unmeasured.Synthetic);
        if (Gaia is { } gaia && ColorMagnitudeFigure.HasPlace(gaia))
        {
            json.WriteStartArray("colorMagnitude");
            json.WriteNumberValue((float)gaia.BpRp);
            json.WriteNumberValue((float)gaia.AbsoluteMagnitude);
            json.WriteNumberValue(ColorMagnitudeFigure.IsSure(gaia) ? 1 : 0);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    // JSON, a zero that no JSON holds, and the columns.
    private static byte[] Pack(Action<Utf8JsonWriter, PageColumns> write)
    {
        var columns = new PageColumns();
        return PageData.Compress(stream =>
        {
            using (var json = new Utf8JsonWriter(stream))
            {
                json.WriteStartObject();
                write(json, columns);
                json.WriteEndObject();
            }

            stream.WriteByte(0);
            columns.CopyTo(stream);
        });
    }
}
