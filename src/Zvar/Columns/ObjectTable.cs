using static Zvar.ColumnType;

namespace Zvar;

/// <summary>The columns of a table of <see cref="ZvarObject"/>.</summary>
public static class ObjectTable
{
    /// <summary>The columns, in the order of the properties.</summary>
    public static IReadOnlyList<Column<ZvarObject>> Columns { get; } =
    [
        new("Psid", Long, "Pan-STARRS1 object id", one => one.Psid)
        {
            ServiceName = ServiceName.Psid, Ucd = Ucd.MainId,
        },
        new("Ra", Real, "Right ascension (ICRS), single precision at the service", one => one.Ra)
        {
            ServiceName = ServiceName.Ra, Unit = "deg", Ucd = "pos.eq.ra;meta.main",
        },
        new("Dec", Real, "Declination (ICRS), single precision at the service", one => one.Dec)
        {
            ServiceName = ServiceName.Dec, Unit = "deg", Ucd = "pos.eq.dec;meta.main",
        },
        new("ObjectType", Text, "What DoPHOT took it for", one => one.ObjectType.ToString())
        {
            ServiceName = ServiceName.ObjectType, Ucd = "src.class",
        },
        new("Period", Real, "Its most significant period", one => one.Period)
        {
            Unit = "d", Ucd = Ucd.Period,
        },
        new("Significance", Real, "Significance of that period, as the service counts it", one => one.Significance)
        {
            Ucd = Ucd.Significance,
        },
        new("Amplitude", Real, "Amplitude of the match file the period was found in", one => one.Amplitude)
        {
            Unit = "mag", Ucd = Ucd.Amplitude,
        },
        new("Points", Integer, "Exposures in all", one => one.Points) { Ucd = Ucd.Exposures },
        new("TargetName", Text, "Name of the position it was found around", one => one.TargetName) { Ucd = Ucd.Id },
        new("Separation", Real, "Angular distance from that position", one => one.Separation)
        {
            Unit = "arcsec", Ucd = Ucd.Distance,
        },
        new("Synthetic", Logical, "Whether it is made up", one => one.Synthetic) { Ucd = Ucd.Flag },
    ];
}
