using Microsoft.Data.Sqlite;

namespace Zvar.Archive;

/// <summary>How much an archive holds of what.</summary>
public sealed record ArchiveContents
{
    /// <summary>The whole path of its file.</summary>
    public required string Path { get; init; }

    /// <summary>Its size on disk in bytes, the log beside it included.</summary>
    public long Size { get; init; }

    /// <summary>Whether its stars are made up; null where it has none yet.</summary>
    public bool? Synthetic { get; init; }

    /// <summary>Stars.</summary>
    public long Objects { get; init; }

    /// <summary>Psids of which it is known that the catalogue lacks them.</summary>
    public long AbsentObjects { get; init; }

    /// <summary>Cone searches that it answers whole.</summary>
    public long Cones { get; init; }

    /// <summary>Light curves, in one of the service's formats each.</summary>
    public long LightCurves { get; init; }

    /// <summary>Their exposures.</summary>
    public long Points { get; init; }

    /// <summary>Matches of stars with sources of other catalogues, as in <c>gaia 12, ps1 9</c>.</summary>
    public string Matches { get; init; } = "";

    /// <summary>Processed files.</summary>
    public long ProcessingLogs { get; init; }

    /// <summary>Of whom all this was asked.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>When the first of it was asked; null where there is none.</summary>
    public DateTimeOffset? FirstAsked { get; init; }

    /// <summary>When the last of it was asked; null where there is none.</summary>
    public DateTimeOffset? LastAsked { get; init; }

    internal static ArchiveContents Of(ArchiveFile file)
    {
        using SqliteConnection connection = file.Connect();
        long Count(string question) => Ask(connection, question)[0] is long count ? count : 0;
        object[] asked = Ask(
            connection,
            "SELECT min(first), max(last) FROM (SELECT min(asked) AS first, max(asked) AS last FROM object"
            + " UNION ALL SELECT min(asked), max(asked) FROM cone UNION ALL SELECT min(asked), max(asked) FROM light_curve"
            + " UNION ALL SELECT min(asked), max(asked) FROM match UNION ALL SELECT min(asked), max(asked) FROM external_match"
            + " UNION ALL SELECT min(asked), max(asked) FROM processing_log)");
        string? synthetic = Ask(connection, $"SELECT max(value) FROM fact WHERE name = '{Fact.Synthetic}'")[0] as string;
        return new ArchiveContents
        {
            Path = file.Path,
            Size = SizeOf(file.Path) + SizeOf($"{file.Path}-wal"),
            Synthetic = synthetic is null ? null : synthetic == "1",
            Objects = Count("SELECT count(*) FROM object WHERE zone IS NOT NULL"),
            AbsentObjects = Count("SELECT count(*) FROM object WHERE zone IS NULL"),
            Cones = Count("SELECT count(*) FROM cone"),
            LightCurves = Count("SELECT count(*) FROM light_curve WHERE blob IS NOT NULL"),
            Points = Count("SELECT sum(points) FROM light_curve"),
            Matches = string.Join(", ", List(
                connection,
                "SELECT catalog || ' ' || sum(matches) FROM (SELECT catalog, psid, max(matches) AS matches FROM match"
                + " GROUP BY catalog, psid) GROUP BY catalog ORDER BY catalog")),
            ProcessingLogs = Count("SELECT sum(logs) FROM processing_log"),
            Sources = List(connection, "SELECT name FROM source ORDER BY id"),
            FirstAsked = ToTime(asked[0]),
            LastAsked = ToTime(asked[1]),
        };
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
