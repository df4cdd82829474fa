using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Zvar.Archive;

/// <summary>Counts what an archive holds by field, band, day or source.</summary>
internal sealed class ArchiveShares(ArchiveFile file)
{
    private const string Day = "strftime('%Y-%m-%d', asked / 1000, 'unixepoch')";
    private const string Source = "(SELECT name FROM source WHERE id = source)";

    // Of other surveys' exposures, which are in no field of this one.
    private const string None = "none";

    private readonly Dictionary<string, (long Objects, long LightCurves, long Points)> _shares = [];

    /// <summary>Counts. By field and band it reads all stars and light curves.</summary>
    internal IReadOnlyList<ArchiveShare> Count(ArchiveShareKind kind, CancellationToken stop)
    {
        using SqliteConnection connection = file.Connect();
        switch (kind)
        {
            case ArchiveShareKind.Date:
                CountRows(connection, Day);
                break;
            case ArchiveShareKind.Source:
                CountRows(connection, Source);
                break;
            case ArchiveShareKind.Band:
                CountEntries(connection, entry => entry.Band, stop);
                break;
            default:
                CountEntries(
                    connection,
                    entry => entry.Field == 0 ? None : entry.Field.ToString(CultureInfo.InvariantCulture),
                    stop);
                break;
        }

        return
        [
            .. _shares
                .Select(share => new ArchiveShare(
                    share.Key, share.Value.Objects, share.Value.LightCurves, share.Value.Points))
                .OrderBy(share => kind == ArchiveShareKind.Field ? share.Name.Length : 0)
                .ThenBy(share => kind == ArchiveShareKind.Band ? Band.Order(share.Name) : 0)
                .ThenBy(share => share.Name, StringComparer.Ordinal),
        ];
    }

    private void CountRows(SqliteConnection connection, string name)
    {
        foreach (SqliteDataReader row in Rows(
            connection, $"SELECT {name}, count(*) FROM object WHERE zone <> {SkyZone.Nowhere} GROUP BY 1"))
        {
            Add(row.GetString(0), objects: row.GetInt64(1));
        }

        foreach (SqliteDataReader row in Rows(
            connection,
            $"SELECT {name}, count(*), sum(points) FROM (SELECT source, asked, points FROM light_curve"
            + " WHERE blob IS NOT NULL UNION ALL SELECT source, asked, points FROM survey_light_curve) GROUP BY 1"))
        {
            Add(row.GetString(0), lightCurves: row.GetInt64(1), points: row.GetInt64(2));
        }
    }

    private void CountEntries(
        SqliteConnection connection, Func<(int Field, string Band), string> nameOf, CancellationToken stop)
    {
        foreach (SqliteDataReader row in Rows(connection, "SELECT psid, blob FROM object WHERE blob IS NOT NULL"))
        {
            stop.ThrowIfCancellationRequested();
            var blob = new BlobReader(row.GetFieldValue<byte[]>(1));
            ZvarObject star = ObjectBlob.Read(ref blob, row.GetInt64(0), synthetic: false);
            foreach (string name in star.Matchfiles.Select(one => nameOf((one.Field, one.Band))).Distinct())
            {
                Add(name, objects: 1);
            }
        }

        using var reader = new ArchiveReader(file, since: null);
        foreach (LightCurve lightCurve in reader.FindLightCurves())
        {
            stop.ThrowIfCancellationRequested();
            foreach ((string name, int points) in lightCurve.Field.Zip(lightCurve.Band).CountBy(nameOf))
            {
                Add(name, lightCurves: 1, points: points);
            }
        }
    }

    private static IEnumerable<SqliteDataReader> Rows(SqliteConnection connection, string question)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = question;
        using SqliteDataReader row = command.ExecuteReader();
        while (row.Read())
        {
            yield return row;
        }
    }

    private void Add(string name, long objects = 0, long lightCurves = 0, long points = 0)
    {
        (long, long, long) held = _shares.GetValueOrDefault(name);
        _shares[name] = (held.Item1 + objects, held.Item2 + lightCurves, held.Item3 + points);
    }
}
