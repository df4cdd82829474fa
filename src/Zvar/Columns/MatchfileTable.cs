using static Zvar.ColumnType;

namespace Zvar;

/// <summary>The columns of a table of <see cref="Matchfile"/>.</summary>
public static class MatchfileTable
{
    /// <summary>The columns, in the order of the properties.</summary>
    public static IReadOnlyList<Column<Matchfile>> Columns { get; } =
    [
        new("Psid", Long, "Pan-STARRS1 object id", file => file.Psid) { Ucd = Ucd.ObjectId },
        new("Field", Integer, "Survey field", file => file.Field) { ServiceName = ServiceName.Field, Ucd = Ucd.Field },
        new("Ccd", Integer, "CCD, 1 to 16", file => file.Ccd) { ServiceName = ServiceName.Ccd, Ucd = Ucd.Detector },
        new("Quad", Integer, "Quadrant of the CCD, 1 to 4", file => file.Quad)
        {
            ServiceName = ServiceName.Quad, Ucd = Ucd.Detector,
        },
        new("Band", Text, "Filter", file => file.Band) { ServiceName = ServiceName.Band, Ucd = Ucd.Band },
        new("Exposures", Integer, "Exposures it holds", file => file.Exposures)
        {
            ServiceName = ServiceName.Exposures, Ucd = Ucd.Exposures,
        },
        new("Index", Integer, "The object's index in the file", file => file.Index)
        {
            ServiceName = ServiceName.Index, Ucd = "meta.record",
        },
        new("Amplitude", Real, "Amplitude", file => file.Amplitude)
        {
            ServiceName = ServiceName.Amplitude, Unit = "mag", Ucd = Ucd.Amplitude,
        },
        new("MinMag", Real, "Brightest magnitude", file => file.MinMag)
        {
            ServiceName = ServiceName.MinMag, Unit = "mag", Ucd = Ucd.Brightest,
        },
        new("MaxMag", Real, "Faintest magnitude", file => file.MaxMag)
        {
            ServiceName = ServiceName.MaxMag, Unit = "mag", Ucd = Ucd.Faintest,
        },
        new("Synthetic", Logical, "Whether it is made up", file => file.Synthetic) { Ucd = Ucd.Flag },
    ];
}
