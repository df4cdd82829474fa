using static Zvar.ColumnType;

namespace Zvar;

/// <summary>The columns of a table of <see cref="ZvarPeriod"/>.</summary>
public static class PeriodTable
{
    /// <summary>The columns, in the order of the properties.</summary>
    public static IReadOnlyList<Column<ZvarPeriod>> Columns { get; } =
    [
        new("Psid", Long, "Pan-STARRS1 object id", entry => entry.Psid) { Ucd = Ucd.ObjectId },
        new("Field", Integer, "Survey field", entry => entry.Field)
        {
            ServiceName = ServiceName.Field, Ucd = Ucd.Field,
        },
        new("Ccd", Integer, "CCD, 1 to 16", entry => entry.Ccd) { ServiceName = ServiceName.Ccd, Ucd = Ucd.Detector },
        new("Quad", Integer, "Quadrant of the CCD, 1 to 4", entry => entry.Quad)
        {
            ServiceName = ServiceName.Quad, Ucd = Ucd.Detector,
        },
        new("Band", Text, "Filter it was found in", entry => entry.Band)
        {
            ServiceName = ServiceName.Band, Ucd = Ucd.Band,
        },
        new("Period", Real, "Period", entry => entry.Period)
        {
            ServiceName = ServiceName.Period, Unit = "d", Ucd = Ucd.Period,
        },
        new("Significance", Real, "Significance, as the service counts it", entry => entry.Significance)
        {
            ServiceName = ServiceName.Significance, Ucd = Ucd.Significance,
        },
        new("StringLength", Real, "String length, as the service counts it", entry => entry.StringLength)
        {
            ServiceName = ServiceName.StringLength, Ucd = "stat.value",
        },
        new("Bins", Integer, "Phase bins of the search: 5, 10 or 20", entry => entry.Bins)
        {
            ServiceName = ServiceName.Bins, Ucd = Ucd.Count,
        },
        new("Synthetic", Logical, "Whether it is made up", entry => entry.Synthetic) { Ucd = Ucd.Flag },
    ];
}
