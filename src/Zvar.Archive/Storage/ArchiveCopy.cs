using Microsoft.Data.Sqlite;

namespace Zvar.Archive;

/// <summary>
/// Copies what one archive holds into another, some rows at a time. Where both know of something, the newer stays.
/// What is damaged is left out, and so are the cones if a star was damaged: none is then known to be whole.
/// </summary>
internal sealed class ArchiveCopy(ArchiveFile from, ZvarArchive to)
{
    private const int RowsOfBatch = 1000;

    private readonly List<ArchiveDamage> _damage = [];

    internal IReadOnlyList<ArchiveDamage> Run(CancellationToken stop)
    {
        using SqliteConnection connection = from.Connect();
        bool? synthetic = FindSynthetic();
        Dictionary<long, string> sources = Rows(connection, "SELECT id, name FROM source")
            .ToDictionary(row => (long)row[0], row => (string)row[1]);
        foreach (ArchiveTable table in ArchiveTable.All)
        {
            bool isOfMissingStars = table == ArchiveTable.Cone
                && _damage.Exists(damage => damage.Table == ArchiveTable.Object.Name);
            foreach (object[][] rows in isOfMissingStars ? [] : ReadSound(connection, table, stop).Chunk(RowsOfBatch))
            {
                to.Copy(table, rows, sources, synthetic);
            }
        }

        return _damage;
    }

    private bool? FindSynthetic()
    {
        using var reader = new ArchiveReader(from, since: null);
        return reader.FindFact(Fact.Synthetic) is { } word ? word == "1" : null;
    }

    private static IEnumerable<object[]> Rows(SqliteConnection connection, string question)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = question;
        using SqliteDataReader row = command.ExecuteReader();
        while (row.Read())
        {
            object[] values = new object[row.FieldCount];
            row.GetValues(values);
            yield return values;
        }
    }

    private IEnumerable<object[]> ReadSound(SqliteConnection connection, ArchiveTable table, CancellationToken stop)
    {
        foreach (object[] row in Rows(connection, table.Question))
        {
            stop.ThrowIfCancellationRequested();
            if (table.IsSound(row))
            {
                yield return row;
            }
            else
            {
                _damage.Add(new ArchiveDamage(table.Name, table.NameOf(row), ArchiveInspection.WrongChecksum));
            }
        }
    }
}
