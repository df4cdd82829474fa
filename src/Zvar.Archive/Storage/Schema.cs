using Microsoft.Data.Sqlite;

namespace Zvar.Archive;

/// <summary>
/// The tables of an archive. Its version is SQLite's user_version, and that it is an archive its application_id.
/// </summary>
internal static class Schema
{
    /// <summary>«ZVAR» in ASCII.</summary>
    internal const int ApplicationId = 0x5A564152;

    // The way from each version to the next: what has been released stays as it is.
    private static readonly string[] Steps =
    [
        """
        CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

        -- Of whom something was asked.
        CREATE TABLE source (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);

        -- Cone searches that were answered whole; asked in milliseconds since 1970, radius in arcseconds, found by the
        -- size of their radius and the zone of their centre.
        CREATE TABLE cone (
            id INTEGER PRIMARY KEY, ra REAL NOT NULL, dec REAL NOT NULL, radius REAL NOT NULL, filter TEXT NOT NULL,
            source INTEGER NOT NULL, asked INTEGER NOT NULL, size INTEGER NOT NULL, zone INTEGER NOT NULL,
            UNIQUE (ra, dec, radius, filter));
        CREATE INDEX cone_place ON cone (size, zone, ra);

        -- Stars lie in the file as they lie on the sky: a cone reads neighbours. One without a blob, in zone -1, is
        -- one that the catalogue lacks.
        CREATE TABLE object (
            zone INTEGER NOT NULL, ra REAL NOT NULL, psid INTEGER NOT NULL, source INTEGER NOT NULL,
            asked INTEGER NOT NULL, checksum INTEGER, blob BLOB, PRIMARY KEY (zone, ra, psid)) WITHOUT ROWID;
        CREATE UNIQUE INDEX object_psid ON object (psid);

        -- The key is twice the psid, and one more for the flux format. In the bands it is whole; it has more exposures
        -- where some came without a question.
        CREATE TABLE light_curve (
            key INTEGER PRIMARY KEY, bands TEXT NOT NULL, more INTEGER NOT NULL, points INTEGER NOT NULL,
            source INTEGER NOT NULL, asked INTEGER NOT NULL, checksum INTEGER, blob BLOB);

        -- Extent: 0 for all there is within the radius, 1 for the closest, 2 for some that came without a question.
        CREATE TABLE match (
            psid INTEGER NOT NULL, catalog TEXT NOT NULL, extent INTEGER NOT NULL, radius REAL NOT NULL,
            matches INTEGER NOT NULL, source INTEGER NOT NULL, asked INTEGER NOT NULL, checksum INTEGER NOT NULL,
            blob BLOB NOT NULL, PRIMARY KEY (psid, catalog, extent)) WITHOUT ROWID;

        CREATE TABLE external_match (
            id TEXT NOT NULL, catalog TEXT NOT NULL, extent INTEGER NOT NULL, radius REAL NOT NULL,
            matches INTEGER NOT NULL, source INTEGER NOT NULL, asked INTEGER NOT NULL, checksum INTEGER NOT NULL,
            blob BLOB NOT NULL, PRIMARY KEY (id, catalog, extent)) WITHOUT ROWID;

        CREATE TABLE processing_log (
            extent INTEGER PRIMARY KEY, logs INTEGER NOT NULL, source INTEGER NOT NULL, asked INTEGER NOT NULL,
            checksum INTEGER NOT NULL, blob BLOB NOT NULL);

        -- Periods that were found in the star's light curve by this program.
        CREATE TABLE period_candidate (
            psid INTEGER PRIMARY KEY, candidates INTEGER NOT NULL, source INTEGER NOT NULL, asked INTEGER NOT NULL,
            checksum INTEGER NOT NULL, blob BLOB NOT NULL);
        """,
        """
        -- Light curves of other surveys, and the periods found in them, by what the star is called and by the survey
        -- that calls it so, which is the Source of the light curve; empty where it has none. Of the catalogue's own
        -- stars too, where the light curve is another's.
        CREATE TABLE survey_light_curve (
            name TEXT NOT NULL, survey TEXT NOT NULL, psid INTEGER NOT NULL, points INTEGER NOT NULL,
            source INTEGER NOT NULL, asked INTEGER NOT NULL, checksum INTEGER NOT NULL, blob BLOB NOT NULL,
            UNIQUE (name, survey));

        CREATE TABLE survey_period_candidate (
            name TEXT NOT NULL, survey TEXT NOT NULL, psid INTEGER NOT NULL, candidates INTEGER NOT NULL,
            source INTEGER NOT NULL, asked INTEGER NOT NULL, checksum INTEGER NOT NULL, blob BLOB NOT NULL,
            UNIQUE (name, survey));

        -- Where names are on the sky; the source is who said so.
        CREATE TABLE resolved_name (
            name TEXT NOT NULL UNIQUE, source INTEGER NOT NULL, asked INTEGER NOT NULL, checksum INTEGER NOT NULL,
            blob BLOB NOT NULL);
        """,
    ];

    /// <summary>The version this program writes.</summary>
    internal static int Version => Steps.Length;

    /// <summary>
    /// The tables that a file of an older version lacks, empty and for one connection alone: it can then be read
    /// without a change.
    /// </summary>
    internal static string Supplement(int from) => string.Concat(Steps[from..])
        .Replace("CREATE TABLE", "CREATE TEMP TABLE IF NOT EXISTS", StringComparison.Ordinal);

    /// <summary>Brings a file to this version, a new one too, in the transaction that has found which it is.</summary>
    internal static void Upgrade(SqliteConnection connection, int from)
    {
        for (int version = from; version < Version; version++)
        {
            using SqliteCommand step = connection.CreateCommand();
            step.CommandText =
                $"{Steps[version]} PRAGMA user_version = {version + 1}; PRAGMA application_id = {ApplicationId};";
            step.ExecuteNonQuery();
        }
    }
}
