using static Zvar.ColumnType;

namespace Zvar;

/// <summary>
/// The columns of a table of <see cref="CatalogMatch"/>; those of the other catalogue follow in the rows.
/// </summary>
public static class MatchTable
{
    /// <summary>The columns, in the order of the properties.</summary>
    public static IReadOnlyList<Column<CatalogMatch>> Columns { get; } =
    [
        new("Psid", Long, "Pan-STARRS1 object id; 0 where there is no object", match => match.Psid)
        {
            Ucd = Ucd.ObjectId,
        },
        new("Catalog", Text, "The other catalogue", match => match.Catalog) { Ucd = "meta.dataset" },
        new("TargetName", Text, "Name of the position the object was found around", match => match.TargetName)
        {
            Ucd = Ucd.Id,
        },
        new("Id", Text, "Id in the other catalogue", match => match.Id)
        {
            ServiceName = ServiceName.Id, Ucd = "meta.id.cross",
        },
        new("CatalogRa", Real, "Right ascension in the other catalogue", match => match.CatalogRa)
        {
            ServiceName = ServiceName.Ra, Unit = "deg", Ucd = "pos.eq.ra",
        },
        new("CatalogDec", Real, "Declination in the other catalogue", match => match.CatalogDec)
        {
            ServiceName = ServiceName.Dec, Unit = "deg", Ucd = "pos.eq.dec",
        },
        new("Separation", Real, "Angular distance of the pair", match => match.Separation)
        {
            Unit = "arcsec", Ucd = Ucd.Distance,
        },
        new("Synthetic", Logical, "Whether the pair is made up", match => match.Synthetic) { Ucd = Ucd.Flag },
    ];
}
