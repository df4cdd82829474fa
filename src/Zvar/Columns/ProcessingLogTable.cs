using static Zvar.ColumnType;

namespace Zvar;

/// <summary>The columns of a table of <see cref="ProcessingLog"/>; the service's others follow in the rows.</summary>
public static class ProcessingLogTable
{
    /// <summary>The columns, in the order of the properties.</summary>
    public static IReadOnlyList<Column<ProcessingLog>> Columns { get; } =
    [
        new("Field", Integer, "Survey field", log => log.Field) { ServiceName = ServiceName.Field, Ucd = Ucd.Field },
        new("Ccd", Integer, "CCD, 1 to 16", log => log.Ccd) { ServiceName = ServiceName.Ccd, Ucd = Ucd.Detector },
        new("Quad", Integer, "Quadrant of the CCD, 1 to 4", log => log.Quad)
        {
            ServiceName = ServiceName.Quad, Ucd = Ucd.Detector,
        },
        new("Band", Text, "Filter", log => log.Band) { ServiceName = ServiceName.Band, Ucd = Ucd.Band },
        new("Synthetic", Logical, "Whether it is made up", log => log.Synthetic) { Ucd = Ucd.Flag },
    ];
}
