using System.Management.Automation;
using Zvar;

namespace ZvarPS;

/// <summary>Shows a row's own columns, whose names are not ours, as properties beside those it has.</summary>
internal static class ColumnProperties
{
    internal static PSObject WithColumnsShown(this IHasColumns row)
    {
        var shown = PSObject.AsPSObject(row);
        foreach ((string name, object value) in row.GetColumns())
        {
            if (shown.Properties[name] is null)
            {
                shown.Properties.Add(new PSNoteProperty(name, value), preValidated: true);
            }
        }

        return shown;
    }
}
