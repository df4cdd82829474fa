using static Zvar.ColumnType;

namespace Zvar.Tables;

// Where the star is that a row of results is of.
internal static class HatsResultColumns
{
    internal static IReadOnlyList<Column<HatsLightCurve>> OfPlace { get; } =
    [
        new(HatsTable.Healpix, Long, "HEALPix pixel of order 29, nested", star => star.Healpix) { Ucd = "pos.healpix" },
        new(HatsTable.Ra, Real, "Right ascension", star => star.Position.Ra)
        {
            Unit = "deg", Ucd = "pos.eq.ra;meta.main",
        },
        new(HatsTable.Dec, Real, "Declination", star => star.Position.Dec)
        {
            Unit = "deg", Ucd = "pos.eq.dec;meta.main",
        },
    ];
}
