using static Zvar.ColumnType;

namespace Zvar;

/// <summary>The columns of a table of <see cref="ZvarField"/>.</summary>
public static class FieldTable
{
    /// <summary>The columns, in the order of the properties.</summary>
    public static IReadOnlyList<Column<ZvarField>> Columns { get; } =
    [
        new("Field", Integer, "Survey field", field => field.Field) { Ucd = Ucd.Field },
        new("Bands", Text, "Filters that have files", field => field.Bands) { Ucd = Ucd.Band },
        new("Files", Integer, "Processed files in all", field => field.Files) { Ucd = Ucd.Count },
        new("GFiles", Integer, "Processed files in g", field => field.GFiles) { Ucd = Ucd.Count },
        new("RFiles", Integer, "Processed files in r", field => field.RFiles) { Ucd = Ucd.Count },
        new("IFiles", Integer, "Processed files in i", field => field.IFiles) { Ucd = Ucd.Count },
        new("Synthetic", Logical, "Whether it is made up", field => field.Synthetic) { Ucd = Ucd.Flag },
    ];
}
