using System.Globalization;
using System.Text.Json;
using static Zvar.ColumnType;

namespace Zvar.Tables;

// The columns of what an archive tells of itself.
internal static class ArchiveTables
{
    private const string Count = "meta.number";

    internal static IReadOnlyList<Column<ArchiveShare>> Shares { get; } =
    [
        new("Name", Text, "Field, band, day or source", share => share.Name) { Ucd = "meta.id" },
        new("Objects", Long, "Its stars", share => share.Objects) { Ucd = Count },
        new("LightCurves", Long, "Its light curves", share => share.LightCurves) { Ucd = Count },
        new("Points", Long, "Their exposures", share => share.Points) { Ucd = Count },
    ];

    internal static IReadOnlyList<Column<ArchiveCone>> Cones { get; } =
    [
        new("Ra", Real, "Right ascension of the centre", cone => cone.Ra) { Unit = "deg", Ucd = "pos.eq.ra;meta.main" },
        new("Dec", Real, "Declination of the centre", cone => cone.Dec) { Unit = "deg", Ucd = "pos.eq.dec;meta.main" },
        new("Radius", Real, "Radius", cone => cone.Radius) { Unit = "arcsec", Ucd = "pos.angDistance" },
        new("Filter", Text, "What its objects were asked to be, as JSON", cone => Json(cone.Filter)) { Ucd = "meta.note" },
        new("Source", Text, "Of whom it was asked", cone => cone.Source) { Ucd = "meta.bib" },
        new("Asked", Text, "When", cone => Date(cone.Asked)) { Ucd = "time.epoch" },
    ];

    internal static IReadOnlyList<Column<ArchiveContents>> Contents { get; } =
    [
        new("Path", Text, "Its file", archive => archive.Path) { Ucd = "meta.file" },
        new("Size", Long, "Bytes on disk", archive => archive.Size) { Unit = "byte", Ucd = "meta.number" },
        new("Synthetic", Text, "Whether its stars are made up", archive => archive.Synthetic?.ToString()) { Ucd = "meta.code" },
        new("Objects", Long, "Stars", archive => archive.Objects) { Ucd = Count },
        new("AbsentObjects", Long, "Psids that the catalogue lacks", archive => archive.AbsentObjects) { Ucd = Count },
        new("Cones", Long, "Cone searches that it answers whole", archive => archive.Cones) { Ucd = Count },
        new("LightCurves", Long, "Light curves of ZVAR", archive => archive.LightCurves) { Ucd = Count },
        new("SurveyLightCurves", Long, "Those of other surveys", archive => archive.SurveyLightCurves) { Ucd = Count },
        new("Points", Long, "Their exposures", archive => archive.Points) { Ucd = Count },
        new("Matches", Text, "Matches by catalogue", archive => archive.Matches) { Ucd = "meta.note" },
        new("ProcessingLogs", Long, "Processed files", archive => archive.ProcessingLogs) { Ucd = Count },
        new("PeriodCandidates", Long, "Periods found", archive => archive.PeriodCandidates) { Ucd = Count },
        new("Names", Long, "Names with their positions", archive => archive.Names) { Ucd = Count },
        new("Sources", Text, "Of whom all this was asked, as JSON", archive => Json(archive.Sources)) { Ucd = "meta.note" },
        new("FirstAsked", Text, "When the first of it was asked", archive => Date(archive.FirstAsked)) { Ucd = "time.start" },
        new("LastAsked", Text, "When the last of it was asked", archive => Date(archive.LastAsked)) { Ucd = "time.end" },
    ];

    private static string? Date(DateTimeOffset? when) => when?.ToString("o", CultureInfo.InvariantCulture);

    private static string Json<T>(T value) => JsonSerializer.Serialize(value);
}
