using System.Globalization;
using System.Management.Automation;
using Zvar;

namespace ZvarPS;

/// <summary>
/// A row's own columns in words, for its views: neither their names nor what is in them is ours, and a row that came
/// back from a file or a job has them still.
/// </summary>
public static class ColumnText
{
    private static readonly HashSet<string> Others = new(
        [
            .. MatchTable.Columns.Select(column => column.Name),
            .. ProcessingLogTable.Columns.Select(column => column.Name),
            nameof(CatalogMatch.Object),
            "PSComputerName", "RunspaceId", "PSShowComputerName",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>On one line.</summary>
    public static string InLine(PSObject row) =>
        string.Join(", ", ColumnsOf(row).Select(column => $"{column.Name} {column.Value}"));

    /// <summary>A line for each.</summary>
    public static string InLines(PSObject row)
    {
        (string Name, string Value)[] columns = [.. ColumnsOf(row)];
        int width = columns.Length == 0 ? 0 : columns.Max(column => column.Name.Length);
        return string.Join('\n', columns.Select(column => $"{column.Name.PadRight(width)} : {column.Value}"));
    }

    private static IEnumerable<(string Name, string Value)> ColumnsOf(PSObject row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return from property in row.Properties
               where property is PSNoteProperty && !Others.Contains(property.Name)
               let value = Convert.ToString(Argument.Unwrap(property.Value), CultureInfo.InvariantCulture)
               select (Excerpt.Of(property.Name), VisibleText.Of(value));
    }
}
