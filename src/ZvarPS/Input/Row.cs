using System.Collections;
using System.Globalization;
using System.Management.Automation;
using Zvar;

namespace ZvarPS;

/// <summary>
/// A row of somebody's table, read by the names of its columns in any case: what Import-Csv makes, an object of ours as
/// it is or as it came out of a file or a job, or a dictionary.
/// </summary>
/// <param name="input">The row.</param>
internal readonly struct Row(object input)
{
    private const int NamesShown = 8;

    private readonly PSMemberInfoCollection<PSPropertyInfo> _properties = PSObject.AsPSObject(input).Properties;
    private readonly object? _table = Argument.Unwrap(input);

    /// <summary>The names of the columns.</summary>
    internal IEnumerable<string> Names => _table switch
    {
        IDictionary table => table.Keys.Cast<object>().Select(key => $"{key}"),
        IEnumerable<KeyValuePair<string, object?>> table => table.Select(pair => pair.Key),
        _ => _properties.Select(property => property.Name),
    };

    /// <summary>The names there are, for an error message.</summary>
    internal string ColumnNames
    {
        get
        {
            int count = Names.Count();
            string[] names = [.. Names.Take(NamesShown).Select(name => name.Length > 0 ? Excerpt.Of(name) : "''")];
            return names switch
            {
                [] => "none",
                [var only] when only.AsSpan().ContainsAny('␉', ';') =>
                    $"'{only}': say what is between them with Import-Csv -Delimiter",
                _ when names.Length == count => string.Join(", ", names),
                _ => $"{string.Join(", ", names)} and {count - NamesShown} more",
            };
        }
    }

    /// <summary>Whether there is one of some columns, empty or not.</summary>
    internal bool Has(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (TryGet(name, out _))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// What is in a column; null where there is none. Export-Csv writes numbers as the session's culture does, so a
    /// cell with such a number is read in the same way.
    /// </summary>
    internal object? Cell(string name) =>
        TryGet(name, out object? value) && value is string text ? InPoints(text) : value;

    /// <summary>What is in a column, as it is; null where there is none.</summary>
    internal object? Raw(string name) => TryGet(name, out object? value) ? value : null;

    /// <summary>
    /// The value of the first of some columns in which something was measured; null where none is.
    /// </summary>
    internal object? Get(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            object? cell = Cell(name);
            if (cell is not (null or double.NaN or float.NaN) && !(cell is string text && Number.IsMissing(text)))
            {
                return cell;
            }
        }

        return null;
    }

    /// <summary>The text of the first of some columns that is not empty.</summary>
    internal string? GetText(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (TryGet(name, out object? value) && !Argument.IsNothing(value))
            {
                return Convert.ToString(value, CultureInfo.InvariantCulture);
            }
        }

        return null;
    }

    /// <summary>The whole number in a column; 0 where there is none.</summary>
    internal int GetWhole(string name) =>
        Get(name) is { } cell ? Number.ParseWhole(Argument.Text(cell, Number.Forms)) : 0;

    /// <summary>Whether a column says that it is so.</summary>
    internal bool Is(string name) => bool.TryParse(GetText(name), out bool isSo) && isSo;

    private bool TryGet(string name, out object? value)
    {
        value = null;
        switch (_table)
        {
            case IDictionary table when table.Contains(name):
                value = Argument.Unwrap(table[name]);
                return true;
            case IDictionary or IEnumerable<KeyValuePair<string, object?>>:
                return TryGetInAnyCase(name, out value);
            default:
                PSPropertyInfo? property = _properties[name];
                value = Argument.Unwrap(property?.Value);
                return property is not null;
        }
    }

    // A dictionary may tell cases apart, as that of ConvertFrom-Json -AsHashtable does.
    private bool TryGetInAnyCase(string name, out object? value)
    {
        bool IsIt(object key) => string.Equals(key as string ?? $"{key}", name, StringComparison.OrdinalIgnoreCase);
        if (_table is IDictionary table)
        {
            object? key = table.Keys.Cast<object>().FirstOrDefault(IsIt);
            value = key is null ? null : Argument.Unwrap(table[key]);
            return key is not null;
        }

        KeyValuePair<string, object?> pair =
            ((IEnumerable<KeyValuePair<string, object?>>)_table!).FirstOrDefault(pair => IsIt(pair.Key));
        value = Argument.Unwrap(pair.Value);
        return pair.Key is not null;
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
