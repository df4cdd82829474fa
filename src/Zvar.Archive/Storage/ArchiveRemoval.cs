using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Zvar.Archive;

/// <summary>
/// Removes from an archive, all of it or nothing: with a star what belongs to it, and the questions that would no
/// longer be answered whole.
/// </summary>
internal sealed class ArchiveRemoval
{
    private const string StarColumns = "SELECT psid, zone, ra, checksum, blob FROM object";

    private readonly Statements _statements;

    private ArchiveRemoval(Statements statements) => _statements = statements;

    /// <summary>Removes, and gives the room back.</summary>
    internal static void Run(ArchiveFile file, Action<ArchiveRemoval> remove)
    {
        using SqliteConnection connection = file.Connect();
        using (SqliteTransaction transaction = connection.BeginTransaction())
        {
            using var statements = new Statements(connection, transaction);
            var removal = new ArchiveRemoval(statements);
            remove(removal);
            removal.RemoveUnusedSources();
            transaction.Commit();
        }

        using SqliteCommand vacuum = connection.CreateCommand();
        vacuum.CommandText = "VACUUM";
        vacuum.ExecuteNonQuery();
    }

    /// <summary>Removes stars.</summary>
    internal void RemoveObjects(IReadOnlyCollection<long> psids)
    {
        HashSet<long> removed = [.. psids];
        List<Star> stars = [.. removed.SelectMany(psid => ReadStars($"{StarColumns} WHERE psid = $1", psid))];
        RemoveCones((cone, filter) => stars.Exists(star =>
            star.IsIn(cone) && (star.Object is null || filter.Matches(star.Object))));
        RemoveExternalMatches(match => removed.Contains(match.Psid));
        foreach (long psid in removed)
        {
            Remove(psid);
        }
    }

    /// <summary>Removes light curves of other surveys.</summary>
    internal void RemoveLightCurves(IReadOnlyCollection<LightCurve> lightCurves)
    {
        foreach (SurveyStar star in lightCurves.Select(SurveyStar.Of).OfType<SurveyStar>().Distinct())
        {
            ArchiveTable[] tables = [ArchiveTable.SurveyLightCurve, ArchiveTable.SurveyPeriodCandidate];
            foreach (ArchiveTable table in tables)
            {
                _statements.Run($"DELETE FROM {table.Name} WHERE {table.Condition}", star.Name, star.Survey);
            }
        }
    }

    /// <summary>Removes the stars of a region.</summary>
    internal void RemoveRegion(ConeTarget region)
    {
        RemoveCones((cone, _) => cone.Position.SeparationTo(region.Position) <= cone.Radius + region.Radius);
        HashSet<long> removed =
        [
            .. SkyZone.Cover(region.Position, region.Radius, SkyZone.OfStars)
                .SelectMany(range => ReadStars(
                    $"{StarColumns} WHERE zone = $1 AND ra BETWEEN $2 AND $3", range.Zone, range.From, range.To))
                .Where(star => star.IsIn(region))
                .Select(star => star.Psid),
        ];
        RemoveExternalMatches(match => removed.Contains(match.Psid)
            || (double.IsFinite(match.CatalogRa) && region.Position.SeparationTo(
                new SkyPosition(match.CatalogRa, match.CatalogDec)) <= region.Radius));
        foreach (long psid in removed)
        {
            Remove(psid);
        }
    }

    /// <summary>Removes what was asked before a time. No star of a cone was asked for before the cone.</summary>
    internal void RemoveOlder(DateTimeOffset time)
    {
        foreach (ArchiveTable table in ArchiveTable.All)
        {
            _statements.Run($"DELETE FROM {table.Name} WHERE asked < $1", time.ToUnixTimeMilliseconds());
        }
    }

    private IEnumerable<Star> ReadStars(string question, params object[] values)
    {
        using SqliteDataReader row = _statements.Read(question, values);
        while (row.Read())
        {
            if (!row.IsDBNull(4))
            {
                yield return Star.Read(row);
            }
        }
    }

    private void Remove(long psid)
    {
        _statements.Run("DELETE FROM object WHERE psid = $1", psid);
        _statements.Run("DELETE FROM light_curve WHERE key BETWEEN 2 * $1 AND 2 * $1 + 1", psid);
        _statements.Run("DELETE FROM match WHERE psid = $1", psid);
        _statements.Run("DELETE FROM period_candidate WHERE psid = $1", psid);
        _statements.Run("DELETE FROM survey_light_curve WHERE psid = $1", psid);
        _statements.Run("DELETE FROM survey_period_candidate WHERE psid = $1", psid);
    }

    private void RemoveCones(Func<ConeTarget, ConeFilter, bool> isTouched)
    {
        List<long> touched = [];
        using (SqliteDataReader row = _statements.Read("SELECT id, ra, dec, radius, filter FROM cone"))
        {
            while (row.Read())
            {
                var cone = new ConeTarget(null, new SkyPosition(row.GetDouble(1), row.GetDouble(2)), row.GetDouble(3));
                if (isTouched(cone, JsonSerializer.Deserialize<ConeFilter>(row.GetString(4))!))
                {
                    touched.Add(row.GetInt64(0));
                }
            }
        }

        touched.ForEach(id => _statements.Run("DELETE FROM cone WHERE id = $1", id));
    }

    private void RemoveExternalMatches(Predicate<CatalogMatch> isTouched)
    {
        List<(string Id, string Catalog)> touched = [];
        using (SqliteDataReader row = _statements.Read("SELECT id, catalog, blob FROM external_match"))
        {
            while (row.Read())
            {
                (string id, string catalog) = (row.GetString(0), row.GetString(1));
                if (TryReadMatches(row.GetFieldValue<byte[]>(2), catalog)?.Exists(isTouched) ?? true)
                {
                    touched.Add((id, catalog));
                }
            }
        }

        touched.ForEach(one =>
            _statements.Run("DELETE FROM external_match WHERE id = $1 AND catalog = $2", one.Id, one.Catalog));
    }

    // What is damaged is no loss.
    private static List<CatalogMatch>? TryReadMatches(byte[] bytes, string catalog)
    {
        try
        {
            return MatchBlob.Read(bytes, catalog, synthetic: false);
        }
        catch (DamagedException)
        {
            return null;
        }
    }

    private void RemoveUnusedSources()
    {
        string used = string.Join(" UNION ", ArchiveTable.All.Select(table => $"SELECT source FROM {table.Name}"));
        _statements.Run($"DELETE FROM source WHERE id NOT IN ({used})");
    }

    // Where a star is, or, if it is damaged, how far it may be from where its row has it.
    private sealed record Star(long Psid, SkyPosition Position, double Spare, ZvarObject? Object)
    {
        internal static Star Read(SqliteDataReader row)
        {
            long psid = row.GetInt64(0);
            byte[] bytes = row.GetFieldValue<byte[]>(4);
            if (Checksum.Of(bytes, psid) == row.GetInt64(3))
            {
                var blob = new BlobReader(bytes);
                ZvarObject star = ObjectBlob.Read(ref blob, psid, synthetic: false);
                return new Star(psid, star.GetPosition(), 0, star);
            }

            return new Star(
                psid,
                new SkyPosition(row.GetDouble(2), SkyZone.MiddleOf(row.GetInt32(1), SkyZone.OfStars)),
                SkyZone.OfStars,
                Object: null);
        }

        internal bool IsIn(ConeTarget cone) => cone.Position.SeparationTo(Position) <= cone.Radius + Spare;
    }
}
