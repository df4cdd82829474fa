using System.Text.Json;

namespace Zvar.Plots;

// A star of a page: what the page knows of all its stars at once, and the rest of it, packed.
internal sealed record PageStar(string Psid, string Title, string? TargetName, string? Source, byte[] Packed)
{
    internal static PageStar Of(LightCurve curve, Action<Utf8JsonWriter, PageColumns> write) => new(
        ObjectTitle.PsidOf(curve), ObjectTitle.Of(curve), curve.TargetName, curve.Source, Pack(write));

    internal void WriteEntry(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("psid", Psid);
        json.WriteString("title", Title);
        json.WriteString("targetName", TargetName);
        json.WriteString("source", Source);
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
