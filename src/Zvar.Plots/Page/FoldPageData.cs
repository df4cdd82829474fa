using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Zvar.Plots;

// The folds as the page's script reads them: JSON, with columns of numbers as base64 of their little-endian bytes, so
// that a time arrives as the very same double. Text is escaped for a place inside an HTML script element.
internal static class FoldPageData
{
    internal static string Write(IReadOnlyList<FoldView> folds)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartArray();
            foreach (FoldView fold in folds)
            {
                WriteStar(json, fold);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteStar(Utf8JsonWriter json, FoldView fold)
    {
        LightCurve curve = fold.LightCurve;
        string[] bands = [.. curve.GetBands()];
        json.WriteStartObject();
        json.WriteString("psid", curve.Psid.ToString(CultureInfo.InvariantCulture));
        json.WriteString("title", fold.GetTitle());
        json.WriteBoolean("synthetic", curve.Synthetic);
        json.WriteString("simbad", SimbadLink.Of(curve));
        if (double.IsFinite(curve.FirstTime))
        {
            json.WriteNumber("firstTime", curve.FirstTime);
        }

        WriteTexts(json, "bands", bands);
        WritePeriods(json, fold);
        WriteView(json, fold);

        int[] rows = [.. Enumerable.Range(0, curve.Points).Where(row => !double.IsNaN(curve.Time[row]))];
        int[] seen = [.. rows.Where(row => !double.IsNaN(curve.Mag[row]))];
        int[] unseen = [.. rows.Where(row => double.IsNaN(curve.Mag[row]) && double.IsFinite(curve.LimitingMag[row]))];
        json.WriteStartObject("seen");
        WriteColumn(json, "time", seen, row => curve.Time[row]);
        WriteColumn(json, "mag", seen, row => curve.Mag[row]);
        WriteColumn(json, "magErr", seen, row => (float)curve.MagErr[row]);
        WriteColumn(json, "band", seen, row => (byte)Array.IndexOf(bands, curve.Band[row]));
        json.WriteEndObject();
        json.WriteStartObject("unseen");
        WriteColumn(json, "time", unseen, row => curve.Time[row]);
        WriteColumn(json, "limit", unseen, row => curve.LimitingMag[row]);
        WriteColumn(json, "band", unseen, row => (byte)Array.IndexOf(bands, curve.Band[row]));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WritePeriods(Utf8JsonWriter json, FoldView fold)
    {
        json.WriteStartArray("periods");
        foreach (ZvarPeriod entry in fold.GetPeriods())
        {
            json.WriteStartObject();
            json.WriteNumber("period", entry.Period);
            json.WriteString("label", PeriodLabel.Of(entry));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteView(Utf8JsonWriter json, FoldView fold)
    {
        json.WriteStartObject("view");
        json.WriteNumber("period", fold.Period);
        json.WriteString("zero", fold.EpochChoice.ToString());
        json.WriteNumber("bins", fold.Bins);
        json.WriteNumber("cycles", fold.Cycles);
        WriteTexts(json, "bands", fold.Bands);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteColumn<T>(Utf8JsonWriter json, string name, int[] rows, Func<int, T> value)
        where T : unmanaged
    {
        T[] column = [.. rows.Select(value)];
        json.WriteBase64String(name, MemoryMarshal.AsBytes<T>(column));
    }
}
