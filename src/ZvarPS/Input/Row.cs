using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace ZvarPS;

/// <summary>
/// A row of somebody's table in the pipeline, read by the names of its columns in any case: what Import-Csv makes, or a
/// hashtable.
/// </summary>
/// <param name="input">The row.</param>
internal readonly struct Row(PSObject input)
{
    private const int NamesShown = 8;

    /// <summary>The names there are, for an error message.</summary>
    internal string ColumnNames
    {
        get
        {
            string[] names = input.BaseObject is IDictionary table
                ? [.. table.Keys.Cast<object>().Select(key => $"{key}")]
                : [.. input.Properties.Select(property => property.Name)];
            return names switch
            {
                [] => "none",
                [var only] when only.AsSpan().ContainsAny('\t', ';') =>
                    $"'{only}': say what is between them with Import-Csv -Delimiter",
                _ when names.Length <= NamesShown => string.Join(", ", names),
                _ => $"{string.Join(", ", names.Take(NamesShown))} and {names.Length - NamesShown} more",
            };
        }
    }

    /// <summary>Whether there is one of some columns, empty or not.</summary>
    internal bool Has(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (input.BaseObject is IDictionary table ? table.Contains(name) : input.Properties[name] is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The value of the first of some columns that there is and that is not empty; null where none is. Export-Csv
    /// writes numbers as the session's culture does, so a cell with such a number is read in the same way.
    /// </summary>
    internal object? Get(params ReadOnlySpan<string> names) =>
        GetRaw(names) is { } value ? value is string text ? InPoints(text) : value : null;

    /// <summary>The text of the first of some columns that is not empty.</summary>
    internal string? GetText(params ReadOnlySpan<string> names) => GetRaw(names)?.ToString();

    private object? GetRaw(ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            object? value = input.BaseObject is IDictionary table ? table[name] : input.Properties[name]?.Value;
            if (value is not (null or "" or DBNull))
            {
                return value;
            }
        }

        return null;
    }

    private static string InPoints(string cell)
    {
        NumberFormatInfo format = CultureInfo.CurrentCulture.NumberFormat;
        bool isOfCulture = (format.NumberDecimalSeparator != "."
            && cell.Contains(format.NumberDecimalSeparator, StringComparison.Ordinal)) || cell == format.NaNSymbol;
        return isOfCulture && double.TryParse(cell, NumberStyles.Float, format, out double number)
            ? number.ToString("R", CultureInfo.InvariantCulture)
            : cell;
    }
}
