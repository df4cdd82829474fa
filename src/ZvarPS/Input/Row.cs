using System.Management.Automation;

namespace ZvarPS;

/// <summary>A row of somebody's table in the pipeline, read by the names of its columns in any case.</summary>
/// <param name="input">The row, from Import-Csv for example.</param>
internal readonly struct Row(PSObject input)
{
    private const int NamesShown = 8;

    /// <summary>The names there are, for an error message.</summary>
    internal string ColumnNames
    {
        get
        {
            string[] names = [.. input.Properties.Select(property => property.Name)];
            return names.Length == 0 ? "none"
                : names.Length <= NamesShown ? string.Join(", ", names)
                : $"{string.Join(", ", names.Take(NamesShown))} and {names.Length - NamesShown} more";
        }
    }

    /// <summary>
    /// The value of the first of some columns that there is and that is not empty; null where none is.
    /// </summary>
    internal object? Get(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (input.Properties[name]?.Value is { } value && value is not "")
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The same as text.</summary>
    internal string? GetText(params ReadOnlySpan<string> names) => Get(names)?.ToString();
}
