using System.Globalization;
using System.Text.Json;

namespace Zvar.Plots;

// How a star varies as the page's table: a row for each number, a column for each band. The names are in the page once.
internal static class PageStatistics
{
    // What a reader has from the fold itself: whose numbers they are, and over what time.
    private static readonly string[] LeftOut =
        ["Psid", "TargetName", "Band", "PointsWithError", "FirstTime", "LastTime", "Baseline", "Synthetic"];

    private static readonly Column<VariabilityStatistics>[] Shown =
        [.. VariabilityTable.Columns.Where(column => !LeftOut.Contains(column.Name))];

    internal static void WriteNames(Utf8JsonWriter json)
    {
        json.WriteStartArray("statistics");
        foreach (Column<VariabilityStatistics> column in Shown)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("unit", column.Unit?.Replace(".d**-1", "/d", StringComparison.Ordinal));
            json.WriteString("says", column.Description);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // Nothing where nobody has measured.
    internal static void Write(Utf8JsonWriter json, IReadOnlyList<VariabilityStatistics> bands)
    {
        if (bands.Count == 0)
        {
            return;
        }

        json.WriteStartArray("statistics");
        foreach (VariabilityStatistics band in bands)
        {
            json.WriteStartObject();
            json.WriteString("band", Excerpt.Of(band.Band));
            json.WriteStartArray("values");
            foreach (Column<VariabilityStatistics> column in Shown)
            {
                json.WriteStringValue(TextOf(column.Read(band), column.Unit));
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // Magnitudes to the thousandth, other numbers to four digits or, where they are small or large, to two; empty for
    // what cannot be told.
    private static string TextOf(object? value, string? unit) => value switch
    {
        double.NaN => "",
        double number => number.ToString(FormatOf(Math.Abs(number), unit), CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string FormatOf(double size, string? unit) =>
        unit == "mag" ? "0.000" : size is 0 or (>= 0.001 and < 1e4) ? "G4" : "0.0e0";
}
