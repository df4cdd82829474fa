using Microsoft.Data.Sqlite;

namespace Zvar.Archive;

/// <summary>Compares every blob of an archive with its checksum, and lets SQLite look at its own pages.</summary>
internal sealed class ArchiveInspection(ArchiveFile file)
{
    /// <summary>What is said of bytes that are not what was saved.</summary>
    internal const string WrongChecksum = "Its bytes do not have the checksum they were saved with.";

    internal IReadOnlyList<ArchiveDamage> Run(CancellationToken stop)
    {
        var damage = new List<ArchiveDamage>();
        using SqliteConnection connection = file.Connect();
        foreach (ArchiveTable table in ArchiveTable.All.Where(table => table.HasChecksums))
        {
            CompareSums(connection, table, damage, stop);
        }

        CheckPages(connection, damage, stop);
        return damage;
    }

    private static void CompareSums(
        SqliteConnection connection, ArchiveTable table, List<ArchiveDamage> damage, CancellationToken stop)
    {
        try
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = table.Question;
            using SqliteDataReader row = command.ExecuteReader();
            object[] values = new object[table.Columns.Length];
            while (row.Read())
            {
                stop.ThrowIfCancellationRequested();
                row.GetValues(values);
                if (!table.IsSound(values))
                {
                    damage.Add(new ArchiveDamage(table.Name, table.NameOf(values), WrongChecksum));
                }
            }
        }
        catch (Exception error) when (error is SqliteException or InvalidCastException or FormatException)
        {
            damage.Add(new ArchiveDamage(table.Name, "", $"Not all of it can be read: {error.Message}"));
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
