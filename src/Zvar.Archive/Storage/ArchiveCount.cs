using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Zvar.Archive;

/// <summary>Counts what an archive holds.</summary>
internal static class ArchiveCount
{
    /// <summary>Counts.</summary>
    internal static ArchiveContents Count(ArchiveFile file)
    {
        using SqliteConnection connection = file.Connect();
        long Number(string question) => Ask(connection, question)[0] is long count ? count : 0;
        string ofEach = string.Join(
            " UNION ALL ",
            ArchiveTable.All.Select(table => $"SELECT min(asked) AS first, max(asked) AS last FROM {table.Name}"));
        object[] asked = Ask(connection, $"SELECT min(first), max(last) FROM ({ofEach})");
        string? synthetic = Ask(connection, $"SELECT max(value) FROM fact WHERE name = '{Fact.Synthetic}'")[0] as string;
        return new ArchiveContents
        {
            Path = file.Path,
            Size = SizeOf(file.Path) + SizeOf($"{file.Path}-wal"),
            Synthetic = synthetic is null ? null : synthetic == "1",
            Objects = Number(
                $"SELECT count(*) FROM object INDEXED BY object_psid WHERE zone <> {SkyZone.Nowhere}"),
            AbsentObjects = Number($"SELECT count(*) FROM object WHERE zone = {SkyZone.Nowhere}"),
            Cones = Number("SELECT count(*) FROM cone"),
            LightCurves = Number("SELECT count(*) FROM light_curve WHERE blob IS NOT NULL"),
            SurveyLightCurves = Number("SELECT count(*) FROM survey_light_curve"),
            Points = Number(
                "SELECT sum(points) FROM (SELECT points FROM light_curve"
                + " UNION ALL SELECT points FROM survey_light_curve)"),
            Matches = string.Join(", ", List(
                connection,
                "SELECT catalog || ' ' || sum(matches) FROM (SELECT catalog, psid, max(matches) AS matches FROM match"
                + " GROUP BY catalog, psid) GROUP BY catalog ORDER BY catalog")),
            ProcessingLogs = Number("SELECT max(logs) FROM processing_log"),
            PeriodCandidates = Number(
                "SELECT sum(candidates) FROM (SELECT candidates FROM period_candidate"
                + " UNION ALL SELECT candidates FROM survey_period_candidate)"),
            Names = Number("SELECT count(*) FROM resolved_name"),
            Sources = List(connection, "SELECT name FROM source ORDER BY id"),
            FirstAsked = ToTime(asked[0]),
            LastAsked = ToTime(asked[1]),
        };
    }

    /// <summary>Lists the cones that are answered whole, in the order they were asked in.</summary>
    internal static IReadOnlyList<ArchiveCone> ListCones(ArchiveFile file)
    {
        using SqliteConnection connection = file.Connect();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT ra, dec, radius, filter, name, asked FROM cone JOIN source ON source.id = cone.source"
            + " ORDER BY asked, cone.id";
        using SqliteDataReader row = command.ExecuteReader();
        var cones = new List<ArchiveCone>();
        while (row.Read())
        {
            cones.Add(new ArchiveCone(
                row.GetDouble(0),
                row.GetDouble(1),
                row.GetDouble(2),
                JsonSerializer.Deserialize<ConeFilter>(row.GetString(3))!,
                row.GetString(4),
                DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5))));
        }

        return cones;
    }

    private static DateTimeOffset? ToTime(object milliseconds) =>
        milliseconds is long asked ? DateTimeOffset.FromUnixTimeMilliseconds(asked) : null;

    private static long SizeOf(string path) => File.Exists(path) ? new FileInfo(path).Length : 0;

    private static object[] Ask(SqliteConnection connection, string question)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = question;
        using SqliteDataReader row = command.ExecuteReader();
        row.Read();
        object[] values = new object[row.FieldCount];
        row.GetValues(values);
        return values;
    }

    private static List<string> List(SqliteConnection connection, string question)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = question;
        using SqliteDataReader row = command.ExecuteReader();
        var list = new List<string>();
        while (row.Read())
        {
            list.Add(row.GetString(0));
        }

        return list;
    }
}
