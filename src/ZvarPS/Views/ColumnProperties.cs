using System.Globalization;
using System.Management.Automation;
using Zvar;

namespace ZvarPS;

/// <summary>
/// Shows a row's own columns, whose names are not ours, as properties beside those it has. A name that is none, or that
/// PowerShell or the row has taken, also in another case, gets a word before it: Column_psid.
/// </summary>
internal static class ColumnProperties
{
    internal static PSObject WithColumnsShown(this IHasColumns row)
    {
        var shown = PSObject.AsPSObject(row);
        var numbers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        int place = 0;
        foreach ((string name, object value) in row.GetColumns())
        {
            place++;
            PSMemberInfo? own = name.Length > 0 ? shown.Members[name] : null;
            if (own is null && !string.IsNullOrWhiteSpace(name))
            {
                Add(shown, name, value);
            }
            else if (!Says(own, value))
            {
                Add(shown, FreeName(shown, name.Length > 0 ? $"Column_{name}" : $"Column_{place}", numbers), value);
            }
        }

        return shown;
    }

    private static void Add(PSObject shown, string name, object value) =>
        shown.Properties.Add(new PSNoteProperty(name, value), preValidated: true);

    // Gaia's source_id is the match's Id already.
    private static bool Says(PSMemberInfo? own, object value) =>
        own is PSPropertyInfo property and not PSNoteProperty && Text(property.Value) == Text(value);

    private static string? Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture);

    // With a number where that is taken too, the next one each time.
    private static string FreeName(PSObject shown, string name, Dictionary<string, int> numbers)
    {
        int number = numbers.GetValueOrDefault(name);
        string free;
        do
        {
            number++;
            free = number == 1 ? name : FormattableString.Invariant($"{name}_{number}");
        }
        while (shown.Members[free] is not null);
        numbers[name] = number;
        return free;
    }
}
