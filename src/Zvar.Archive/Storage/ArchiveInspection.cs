using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Zvar.Archive;

/// <summary>Compares every blob of an archive with its checksum, and lets SQLite look at its own pages.</summary>
internal sealed class ArchiveInspection(ArchiveFile file)
{
    // A table, how its key is told, and the key that its checksums hold.
    private static readonly (string Table, string Key, string Sum)[] Tables =
    [
        ("object", "psid", "psid"),
        ("light_curve", "key / 2", "key"),
        ("match", "psid", "psid"),
        ("external_match", "id", "0"),
        ("processing_log", "''", "0"),
    ];

    internal IReadOnlyList<ArchiveDamage> Run(CancellationToken stop)
    {
        var damage = new List<ArchiveDamage>();
        using SqliteConnection connection = file.Connect();
        foreach ((string table, string key, string sum) in Tables)
        {
            CompareSums(connection, table, key, sum, damage, stop);
        }

        CheckPages(connection, damage, stop);
        return damage;
    }

    private static void CompareSums(
        SqliteConnection connection,
        string table,
        string key,
        string sum,
        List<ArchiveDamage> damage,
        CancellationToken stop)
    {
        try
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = $"SELECT {key}, {sum}, checksum, blob FROM {table} WHERE blob IS NOT NULL";
            using SqliteDataReader row = command.ExecuteReader();
            while (row.Read())
            {
                stop.ThrowIfCancellationRequested();
                if (row.IsDBNull(2) || Checksum.Of(row.GetFieldValue<byte[]>(3), row.GetInt64(1)) != row.GetInt64(2))
                {
                    string name = Convert.ToString(row.GetValue(0), CultureInfo.InvariantCulture)!;
                    damage.Add(new ArchiveDamage(table, name, "Its bytes do not have the checksum they were saved with."));
                }
            }
        }
        catch (Exception error) when (error is SqliteException or InvalidCastException or FormatException)
        {
            damage.Add(new ArchiveDamage(table, "", $"Not all of it can be read: {error.Message}"));
        }
    }

    private static void CheckPages(SqliteConnection connection, List<ArchiveDamage> damage, CancellationToken stop)
    {
        try
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "PRAGMA integrity_check";
            using SqliteDataReader row = command.ExecuteReader();
            while (row.Read() && row.GetString(0) != "ok")
            {
                stop.ThrowIfCancellationRequested();
                damage.Add(new ArchiveDamage("file", "", row.GetString(0)));
            }
        }
        catch (SqliteException error)
        {
            damage.Add(new ArchiveDamage("file", "", error.Message));
        }
    }
}
