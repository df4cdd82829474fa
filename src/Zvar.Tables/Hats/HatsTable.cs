using static Zvar.ColumnType;

namespace Zvar.Tables;

// The columns of a catalogue's rows, a star each. Lists are fields of structs, as nested-pandas has them.
internal static class HatsTable
{
    internal const string Healpix = "_healpix_29";
    internal const string Psid = nameof(ZvarObject.Psid);
    internal const string Ra = nameof(ZvarObject.Ra);
    internal const string Dec = nameof(ZvarObject.Dec);
    internal const string Bands = nameof(HatsStar.Bands);
    internal const string FirstTime = nameof(LightCurve.FirstTime);
    internal const string FluxBands = nameof(HatsStar.FluxBands);
    internal const string FluxFirstTime = "FluxFirstTime";

    internal const string Matchfiles = "matchfiles";
    internal const string Periods = "periods";
    internal const string Points = "lc";
    internal const string FluxPoints = "fluxes";
    internal const string Matched = "matched";
    internal const string Matches = "matches";

    private static readonly Column<HatsMatches>[] MatchedColumns =
    [
        new("Catalog", Text, "The other catalogue that was asked", one => one.Catalog) { Ucd = "meta.dataset" },
        new("Radius", Real, "How far from the star", one => one.Radius) { Unit = "arcsec", Ucd = "pos.angDistance" },
        new("ClosestOnly", Logical, "Whether for the nearest alone", one => one.ClosestOnly) { Ucd = "meta.code" },
    ];

    private static readonly Column<CatalogMatch>[] MatchColumns =
    [
        .. MatchTable.Columns.Where(column =>
            column.Name is nameof(CatalogMatch.Catalog) or nameof(CatalogMatch.Id) or nameof(CatalogMatch.CatalogRa)
                or nameof(CatalogMatch.CatalogDec)),
        new("Row", Text, "All columns of its row in that catalogue, as JSON", match => MatchRow.Format(match.GetRow()))
        {
            Ucd = "meta.note",
        },
    ];

    private static readonly Column<HatsStar>[] Flat =
    [
        new(Healpix, Long, "HEALPix pixel of order 29, nested", HealpixOf) { Ucd = "pos.healpix" },
        .. ObjectTable.Columns
            .Where(column => column.Name is not (nameof(ZvarObject.TargetName) or nameof(ZvarObject.Separation)))
            .Select(OfStar),
        new(Bands, Text, "Bands in which the light curve is whole; null where there is none", BandsOfLightCurve)
        {
            Ucd = "meta.id;instr.filter",
        },
        new(FirstTime, Real, "First time of the star before any cut (BJD)", star => FirstTimeOf(star.LightCurve))
        {
            Unit = "d", Ucd = "time.start",
        },
        .. OriginColumns.All.Select(column => new Column<HatsStar>(
            column.Name, Text, column.Description, star => OriginOf(star, column)) { Ucd = column.Ucd }),
        new(FluxBands, Text, "Bands in which the fluxes are whole; null where there are none", BandsOfFluxes)
        {
            Ucd = "meta.id;instr.filter",
        },
        new(FluxFirstTime, Real, "First time of the fluxes before any cut (BJD)", star => FirstTimeOf(star.Fluxes))
        {
            Unit = "d", Ucd = "time.start",
        },
    ];

    private static readonly (Column Column, Func<IReadOnlyList<HatsStar>, Cells> CellsOf)[] All =
    [
        .. Flat.Select(column => ((Column)column, CellsOfFlat(column))),
        .. Nested(Matchfiles, OwnColumns(MatchfileTable.Columns), star => star.Object.Matchfiles),
        .. Nested(Periods, OwnColumns(PeriodTable.Columns), star => star.Object.Periods),
        .. Exposures(Points, PhotometryFormat.Mag, star => star.LightCurve),
        .. Exposures(FluxPoints, PhotometryFormat.Flux, star => star.Fluxes),
        .. Nested(Matched, MatchedColumns, star => star.Matches),
        .. Nested(Matches, MatchColumns, star => [.. star.Matches.SelectMany(one => one.Matches)]),
    ];

    internal static TableHeader Header { get; } = new("ZvarObject", [.. All.Select(one => one.Column)]);

    internal static TableBlock BlockOf(IReadOnlyList<HatsStar> stars) =>
        new(stars.Count, [.. All.Select(one => one.CellsOf(stars))]);

    internal static long HealpixOf(HatsStar star) =>
        Zvar.Healpix.PixelOf(Zvar.Healpix.MaxOrder, star.Object.GetPosition());

    // The columns of light curves in a format: every one, so that nothing of other surveys' is lost.
    internal static IReadOnlyList<PhotometryColumn> ExposureColumns(PhotometryFormat format) =>
    [
        .. Enum.GetValues<PhotometryColumn>().Where(column => format == PhotometryFormat.Mag
            ? column is not (PhotometryColumn.MagZeroPoint or PhotometryColumn.ReferenceMag)
            : column is not PhotometryColumn.LimitingMag),
    ];

    private static string? BandsOfLightCurve(HatsStar star) => star.LightCurve is null ? null : TextOf(star.Bands);

    private static string? BandsOfFluxes(HatsStar star) => star.Fluxes is null ? null : TextOf(star.FluxBands);

    private static string TextOf(IReadOnlyList<string> bands) => string.Join(' ', bands);

    private static double FirstTimeOf(LightCurve? lightCurve) => lightCurve?.FirstTime ?? double.NaN;

    private static string? OriginOf(HatsStar star, Column<PhotometryOrigin> column) =>
        star.LightCurve is { } lightCurve ? column.Cells<string?>()(lightCurve.Origin) : null;

    private static IEnumerable<Column<TEntry>> OwnColumns<TEntry>(IReadOnlyList<Column<TEntry>> columns) =>
        columns.Where(column => column.Name is not (nameof(ZvarObject.Psid) or nameof(ZvarObject.Synthetic)));

    private static Column<HatsStar> OfStar(Column<ZvarObject> column)
    {
        (string name, string said) = (column.Name, column.Description);
        Column<HatsStar> made = column.Type switch
        {
            Long => new(name, Long, said, Of(column.Cells<long>())),
            Integer => new(name, Integer, said, Of(column.Cells<int>())),
            Real => new(name, Real, said, Of(column.Cells<double>())),
            Logical => new(name, Logical, said, Of(column.Cells<bool>())),
            _ => new(name, Text, said, Of(column.Cells<string?>())),
        };
        return made with { Unit = column.Unit, Ucd = column.Ucd };

        static Func<HatsStar, T> Of<T>(Func<ZvarObject, T> cellOf) => star => cellOf(star.Object);
    }

    private static Func<IReadOnlyList<HatsStar>, Cells> CellsOfFlat(Column<HatsStar> column) =>
        stars => ObjectColumn<HatsStar>.CellsOf(column, [.. stars]);

    private static IEnumerable<(Column, Func<IReadOnlyList<HatsStar>, Cells>)> Nested<TEntry>(
        string name, IEnumerable<Column<TEntry>> columns, Func<HatsStar, IReadOnlyList<TEntry>> entriesOf) =>
        columns.Select(column => (InStruct(name, column), column.Type switch
        {
            Integer => ListsOf(entriesOf, column.Cells<int>()),
            Real => ListsOf(entriesOf, column.Cells<double>()),
            Logical => ListsOf(entriesOf, column.Cells<bool>()),
            _ => ListsOf(entriesOf, OrEmpty(column.Cells<string?>())),
        }));

    private static IEnumerable<(Column, Func<IReadOnlyList<HatsStar>, Cells>)> Exposures(
        string name, PhotometryFormat format, Func<HatsStar, LightCurve?> lightCurveOf) =>
        ExposureColumns(format).Select(column => (InStruct(name, PhotometryTable.Of(column)), column switch
        {
            PhotometryColumn.Band => ListsOf(lightCurveOf, lightCurve => lightCurve.Band),
            < (PhotometryColumn)PhotometryTable.NumberColumns =>
                ListsOf(lightCurveOf, lightCurve => lightCurve.GetNumbers(column)),
            _ => ListsOf(lightCurveOf, lightCurve => lightCurve.GetIntegers(column)),
        }));

    private static Column InStruct(string name, Column column) =>
        new($"{name}.{column.Name}", column.Type, column.Description)
        {
            Unit = column.Unit,
            Ucd = column.Ucd,
            IsList = true,
            Struct = name,
        };

    private static Func<IReadOnlyList<HatsStar>, Cells> ListsOf<TEntry, T>(
        Func<HatsStar, IReadOnlyList<TEntry>> entriesOf, Func<TEntry, T> cellOf) =>
        stars => new Cells<T[]>([.. stars.Select(star => entriesOf(star).Select(cellOf).ToArray())]);

    private static Func<IReadOnlyList<HatsStar>, Cells> ListsOf<T>(
        Func<HatsStar, LightCurve?> lightCurveOf, Func<LightCurve, T[]> listOf) =>
        stars => new Cells<T[]>([.. stars.Select(star => lightCurveOf(star) is { } some ? listOf(some) : [])]);

    private static Func<TEntry, string> OrEmpty<TEntry>(Func<TEntry, string?> textOf) => entry => textOf(entry) ?? "";
}
